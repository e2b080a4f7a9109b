package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds where somebody wants to change what he has ordered already: "ممكن أعدل طلبي؟", "change my
/// order".
final class PlacedOrder {

  private static final Set<String> CHANGE =
      Set.of(
          "عدل",
          "اعدل",
          "اعدله",
          "تعدل",
          "تعدلون",
          "تعدلو",
          "تعدلوا",
          "عدلو",
          "عدلوا",
          "عدلي",
          "نعدل",
          "تعديل",
          "اغير",
          "غير",
          "غيرو",
          "غيروا",
          "غيري",
          "تغير",
          "تغيرون",
          "تغيرو",
          "تغيروا",
          "نغير",
          "تغيير",
          "change",
          "edit",
          "modify",
          "update",
          "amend",
          "adjust",
          "reschedule",
          "postpone",
          "تاجيل",
          "تاجلون",
          "تاجلوا",
          "نوجل",
          "اوجل");
  private static final Set<String> ORDER =
      Set.of("طلبي", "طلبنا", "طلبيتي", "الطلب", "طلبيه", "الاوردر", "اوردري", "order");

  /// What may stand between the two: "change something in my order".
  private static final Set<String> BETWEEN =
      Set.of(
          "شي",
          "شيء",
          "حاجه",
          "شغله",
          "علي",
          "في",
          "ب",
          "من",
          "لي",
          "وقت",
          "موعد",
          "time",
          "of",
          "for",
          "something",
          "one",
          "thing",
          "in",
          "on",
          "to",
          "my",
          "the",
          "our",
          "a",
          "it");

  private static final int FURTHEST = 6;

  private PlacedOrder() {}

  static boolean isToChange(List<Word> words) {
    return IntStream.range(0, words.size())
        .anyMatch(at -> is(words.get(at), CHANGE) && leadsToOrder(words, at + 1));
  }

  private static boolean leadsToOrder(List<Word> words, int from) {
    for (int i = from; i < Math.min(words.size(), from + FURTHEST); i++) {
      Word word = words.get(i);
      if (word.gap() != Word.Gap.SPACE) {
        return false;
      }
      if (is(word, ORDER)) {
        return true;
      }
      if (!is(word, BETWEEN)) {
        return false;
      }
    }
    return false;
  }

  private static boolean is(Word word, Set<String> set) {
    return set.contains(word.text())
        || Stem.of(word.text()).stream().anyMatch(stem -> set.contains(stem.text()));
  }
}
