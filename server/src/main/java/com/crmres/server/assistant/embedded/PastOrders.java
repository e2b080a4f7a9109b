package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds where somebody speaks of an order of his past: "نفس طلبي اللي قبل", "same as last time".
final class PastOrders {

  private static final int LONGEST = 8;
  private static final Set<String> SAME =
      Set.of(
          "نفس", "زي", "مثل", "متل", "كرر", "كررلي", "كرري", "كررو", "تكرار", "عيد", "اعد", "عيدو",
          "عيدي", "عيدوا", "اعيد", "اعيدو", "اعيدوا", "اعيدي", "اعاده", "كررولي", "كررولنا",
          "كرروا", "same", "repeat", "reorder", "nafs", "zay", "metl");
  private static final Set<String> ORDER =
      Set.of(
          "طلب", "طلبي", "طلبيه", "طلبيتي", "طلبنا", "اوردر", "الاوردر", "order", "talab",
          "6alabi");
  private static final Set<String> BEFORE =
      Set.of(
          "اخر",
          "مره",
          "مرا",
          "قبل",
          "سابق",
          "اخير",
          "اخيره",
          "سابقه",
          "ماضي",
          "ماضيه",
          "فات",
          "فاتت",
          "امس",
          "امبارح",
          "مبارح",
          "قبلها",
          "last",
          "time",
          "before",
          "previous",
          "yesterday");
  private static final Set<String> USUAL =
      Set.of(
          "كل", "معتاد", "معتاده", "عاده", "عادتي", "دايم", "دايما", "دايمن", "usual", "always",
          "every");
  private static final Set<String> USUALS = Set.of("المعتاد", "المعتاده");
  private static final Set<String> BUT = Set.of("بس", "لكن", "مع", "بدون", "بلا", "وزود", "وزيد");
  private static final Set<String> BETWEEN =
      Set.of(
          "اللي", "الي", "يلي", "حق", "حقي", "حقت", "حقتي", "تبع", "تبعي", "بتاع", "بتاعي", "ال",
          "ما", "لي", "كان", "كانت", "طلبت", "طلبته", "طلبتها", "طلبتو", "من", "في", "the", "as",
          "my", "of", "from", "i", "had", "ordered", "day", "يوم");

  /// What stands before an order of the past that is wanted again.
  private static final Set<String> GIVEN =
      Set.of("me", "us", "have", "get", "want", "need", "take", "order", "like", "send");

  private static final Set<String> AGAIN = Set.of("again", "please", "pls", "plz", "but", "with");

  private PastOrders() {}

  /// The phrase that begins with word `at`, as if the lexicon had it.
  static Optional<Lexicon.Match> at(List<Word> words, int at) {
    if (!begins(words, at)) {
      return Optional.empty();
    }
    boolean usual = false;
    boolean order = false;
    int to = at;
    for (int i = at; i < Math.min(words.size(), at + LONGEST); i++) {
      Word word = words.get(i);
      boolean telling = is(word, ORDER) || is(word, BEFORE) || is(word, USUAL);
      if ((i > at && word.gap() != Word.Gap.SPACE)
          || !(telling || is(word, SAME) || is(word, BETWEEN))) {
        break;
      }
      usual |= is(word, USUAL);
      order |= telling;
      to = telling ? i + 1 : to;
    }
    return order && to > at ? Optional.of(match(to - at, usual)) : Optional.empty();
  }

  private static boolean begins(List<Word> words, int at) {
    if (is(words.get(at), SAME)) {
      return true;
    }
    boolean order = is(words.get(at), ORDER) || words.get(at).text().equals("my");
    return isUsual(words, at)
        || isWantedAgain(words, at)
        || ((order || words.get(at).text().equals("the"))
            && at + 1 < words.size()
            && ((is(words.get(at + 1), USUAL) && !words.get(at + 1).text().equals("كل"))
                || isLast(words.get(at), words.get(at + 1))));
  }

  /// "Give me my last order", "last order please": nothing is asked of it or told.
  private static boolean isWantedAgain(List<Word> words, int at) {
    if (at == 0 && words.getFirst().text().equals("last") && words.size() > 2) {
      return words.get(1).text().equals("order") && AGAIN.contains(words.get(2).text());
    }
    return at > 0
        && at + 2 < words.size()
        && GIVEN.contains(words.get(at - 1).text())
        && (words.get(at + 1).text().equals("last") || words.get(at + 1).text().equals("previous"))
        && words.get(at + 2).text().equals("order");
  }

  /// "المعتاد بتاعي".
  private static boolean isUsual(List<Word> words, int at) {
    return USUALS.contains(words.get(at).text())
        && (at + 1 == words.size()
            || words.get(at + 1).gap() != Word.Gap.SPACE
            || BUT.contains(words.get(at + 1).text())
            || is(words.get(at + 1), BETWEEN));
  }

  /// "طلبي الأخير", "طلبي السابق".
  private static boolean isLast(Word order, Word which) {
    return order.isArabic() && which.text().startsWith("ال") && is(which, BEFORE);
  }

  private static boolean is(Word word, Set<String> set) {
    return Stem.of(word.text()).stream().anyMatch(stem -> set.contains(stem.text()));
  }

  private static Lexicon.Match match(int length, boolean usual) {
    String value = usual ? "REORDER_USUAL" : "REORDER";
    return new Lexicon.Match(
        length, List.of(new Lexicon.Meaning("ar", "cart_op", value)), false, false);
  }
}
