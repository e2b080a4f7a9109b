package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Proposal;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds questions to the restaurant that stand beside an order, by what they are about and by the
/// word that asks: "وكم توصيلكم لحي الياسمين؟". Whoever orders names no dish in them.
final class FactQuestions {

  private static final Set<String> ASKING =
      Set.of(
          "كم", "بكم", "قديش", "قديه", "اديش", "بقديش", "قداش", "كام", "بكام", "قد", "متي", "امتي",
          "امتا", "ايمتي", "ايمت", "وين", "فين", "هل", "كيف", "ازاي", "شو", "ايش", "وش", "شنو",
          "عندكم", "عندكو", "عندكن", "فيه", "في", "لاي", "ينفع", "يمشي", "متاح", "تقبلون", "تقبلوا",
          "تقبلو", "بتقبلوا", "بتقبلو", "توصلون", "بتوصلوا", "بتوصلو", "?");

  private static final Map<Proposal.Fact, List<String>> ABOUT = about();

  private final List<Word> words;
  private final List<Tag> tags;
  private final List<Proposal> asked = new ArrayList<>();
  private final List<Word> rest = new ArrayList<>();

  FactQuestions(List<Word> words, List<Tag> tags) {
    this.words = words;
    this.tags = tags;
    boolean ordered = tags.stream().anyMatch(tag -> tag.mention() != null);
    int from = 0;
    for (int t = 1; t <= tags.size(); t++) {
      if (t == tags.size() || begins(t)) {
        read(from, t, ordered);
        from = t;
      }
    }
  }

  private static Map<Proposal.Fact, List<String>> about() {
    Map<Proposal.Fact, List<String>> about = new EnumMap<>(Proposal.Fact.class);
    about.put(Proposal.Fact.DELIVERY, List.of("توصيل", "دليفري", "ديليفري", "توصلو", "توصلون"));
    about.put(
        Proposal.Fact.HOURS, List.of("دوام", "تقفل", "تسكر", "بتقفل", "بتسكر", "تفتح", "بتفتح"));
    about.put(Proposal.Fact.OFFERS, List.of("عروض", "عرض", "خصم", "خصومات"));
    about.put(
        Proposal.Fact.PAYMENT, List.of("فيزا", "مدي", "شبكه", "كاش", "ابل", "الدفع", "بطاقه"));
    return about;
  }

  /// What is asked beside the order.
  List<Proposal> asked() {
    return asked;
  }

  /// The words that ask none of it.
  List<Word> rest() {
    return rest;
  }

  private void read(int from, int to, boolean ordered) {
    List<Word> clause = words.subList(tags.get(from).from(), tags.get(to - 1).to());
    boolean names = tags.subList(from, to).stream().anyMatch(tag -> tag.mention() != null);
    Optional<Proposal.Fact> fact = ordered && !names ? fact(clause) : Optional.empty();
    fact.map(Proposal.Tell::new).ifPresentOrElse(asked::add, () -> rest.addAll(clause));
  }

  private static Optional<Proposal.Fact> fact(List<Word> clause) {
    return clause.stream().map(Word::text).map(FactQuestions::bare).noneMatch(ASKING::contains)
        ? Optional.empty()
        : ABOUT.entrySet().stream()
            .filter(about -> clause.stream().anyMatch(word -> isAbout(word, about.getValue())))
            .map(Map.Entry::getKey)
            .findFirst();
  }

  private static boolean isAbout(Word word, List<String> stems) {
    String bare = bare(word.text());
    String plain = bare.startsWith("ال") ? bare.substring(2) : bare;
    return stems.stream().anyMatch(stem -> plain.startsWith(stem) || bare.startsWith(stem));
  }

  private static String bare(String word) {
    return word.length() > 2 && word.startsWith("و") && !word.startsWith("وين")
        ? word.substring(1)
        : word;
  }

  /// Whether something new begins with this tag: a message, what follows a comma, an "and".
  private boolean begins(int t) {
    Word first = words.get(tags.get(t).from());
    return first.gap() != Word.Gap.SPACE
        || tags.get(t).joined()
        || tags.get(t).isOf("and")
        || (first.text().startsWith("و") && (tags.get(t).mention() != null || isAsking(first)));
  }

  private static boolean isAsking(Word word) {
    return ASKING.contains(bare(word.text()));
  }
}
