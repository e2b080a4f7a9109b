package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Proposal.Fact;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what an English sentence asks of the restaurant itself, in whatever words: a word of the
/// matter near a word that asks.
final class EnglishQuestions {

  private static final Set<String> ASKING =
      Set.of(
          "what", "whats", "when", "whens", "until", "till", "til", "how", "hows", "which", "is",
          "are", "any", "does");

  private static final Set<String> HOURS =
      Set.of(
          "open", "opened", "opening", "close", "closed", "closing", "hours", "timing", "timings");

  private static final Set<String> DELIVERY =
      Set.of("deliver", "delivery", "delivering", "deliveries");

  private static final Set<String> COSTS =
      Set.of("fee", "fees", "charge", "charges", "cost", "costs", "price", "available", "area");

  private static final Set<String> PAYMENT =
      Set.of("card", "cards", "cash", "visa", "mada", "pay", "payment", "mastercard", "applepay");

  private static final Set<String> OFFERS =
      Set.of(
          "offer",
          "offers",
          "discount",
          "discounts",
          "deal",
          "deals",
          "promo",
          "promos",
          "promotion",
          "promotions",
          "coupon",
          "coupons");

  private static final Set<String> PLACES =
      Set.of("located", "location", "branch", "branches", "shop", "restaurant", "you", "u", "your");

  /// What a customer asks for where it is, and is no place of ours.
  private static final Set<String> OURS = Set.of("my", "our", "order", "food");

  private static final Set<String> LATEST = Set.of("till", "until");

  private static final Set<String> YOU = Set.of("you", "u", "ya", "your", "ur", "guys", "they");

  private static final Set<String> ANYBODY = Set.of("you", "u", "ya", "i", "we", "guys", "they");

  private static final Set<String> MAY = Set.of("can", "could", "do", "does", "would", "will");

  private static final int NEAR = 6;

  private final List<Word> words;

  EnglishQuestions(List<Word> words) {
    this.words = words;
  }

  /// The facts that are asked about.
  List<Proposal> asked() {
    Set<Fact> facts = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      Fact fact = fact(i);
      if (fact != null) {
        facts.add(fact);
      }
    }
    List<Proposal> asked = new ArrayList<>();
    facts.forEach(fact -> asked.add(new Proposal.Tell(fact)));
    return asked;
  }

  private @Nullable Fact fact(int i) {
    String word = words.get(i).text();
    if (HOURS.contains(word) && asksHours(i)) {
      return Fact.HOURS;
    }
    if (DELIVERY.contains(word) && asksDelivery(i)) {
      return Fact.DELIVERY;
    }
    if (PAYMENT.contains(word) && asksOfYou(i)) {
      return Fact.PAYMENT;
    }
    if (OFFERS.contains(word) && (asks(i) || asksOfYou(i))) {
      return Fact.OFFERS;
    }
    return asksPlace(i) ? Fact.LOCATION : null;
  }

  /// "Until what time are you open", "are you still open".
  private boolean asksHours(int i) {
    boolean counted = i > 0 && words.get(i - 1).text().chars().allMatch(Character::isDigit);
    return !counted && (asks(i) || asksOfYou(i) || isAhead(i, 3, LATEST));
  }

  /// "Do you deliver to", "how much is delivery"; not "can I have it for delivery".
  private boolean asksDelivery(int i) {
    boolean wish = i > 0 && words.get(i - 1).text().equals("for");
    return !wish && (asks(i) || asksOfYou(i) || isAhead(i, 3, COSTS));
  }

  private boolean asksPlace(int i) {
    String word = words.get(i).text();
    boolean where = word.equals("where") || word.equals("wheres");
    boolean mine = isAhead(i, 3, OURS);
    return (where && !mine && isAhead(i, NEAR, PLACES))
        || (word.equals("location") && i > 0 && YOU.contains(words.get(i - 1).text()));
  }

  /// Whether a word that asks stands not far before.
  private boolean asks(int i) {
    return isAny(i - NEAR, i, ASKING);
  }

  /// "Do you take …", "can I … by".
  private boolean asksOfYou(int i) {
    for (int at = Math.max(start(i), i - NEAR); at < i; at++) {
      boolean may = MAY.contains(words.get(at).text());
      if (may && isAhead(at, 3, PAYMENT.contains(words.get(i).text()) ? ANYBODY : YOU)) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of these stands between, in the sentence of the last.
  private boolean isAny(int from, int to, Set<String> wanted) {
    for (int at = to - 1; at >= Math.max(0, from); at--) {
      if (wanted.contains(words.get(at).text())) {
        return true;
      }
      if (words.get(at).gap() == Word.Gap.LINE || words.get(at).isQuestionMark()) {
        return false;
      }
    }
    return false;
  }

  /// Whether one of these stands in the same sentence not far behind.
  private boolean isAhead(int i, int most, Set<String> wanted) {
    for (int at = i + 1; at < Math.min(words.size(), i + most); at++) {
      if (words.get(at).gap() == Word.Gap.LINE || words.get(at).isQuestionMark()) {
        return false;
      }
      if (wanted.contains(words.get(at).text())) {
        return true;
      }
    }
    return false;
  }

  /// Where the sentence begins in which a word stands.
  private int start(int i) {
    int start = i;
    while (start > 0
        && words.get(start).gap() != Word.Gap.LINE
        && !words.get(start - 1).isQuestionMark()) {
      start--;
    }
    return start;
  }
}
