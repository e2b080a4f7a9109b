package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Past.FormOfAddress;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;

/// Finds out from his own verbs and pronouns how a customer wants to be spoken to; where nothing is
/// certain, it says so.
final class Manner {

  private static final int REACH = 2;
  private static final Set<String> I = Set.of("انا", "اني");
  private static final Set<String> WE =
      Set.of(
          "حنا",
          "احنا",
          "نحنا",
          "نحن",
          "نبي",
          "نبغي",
          "نبغا",
          "نريد",
          "بدنا",
          "عايزين",
          "عاوزين",
          "حابين",
          "محتاجين",
          "مستعجلين",
          "جايين");

  /// Feminine where the ending is taken off is masculine; said of himself only after "I".
  private static final Set<String> HE =
      Set.of(
          "جاي", "تعبان", "محتاج", "زعلان", "مستعجل", "جوعان", "مشغول", "ناوي", "متضايق", "نباتي",
          "مبسوط", "راضي", "متاكد", "مستني", "ناطر", "واقف", "موجود", "طالب", "صايم", "مسافر",
          "قاعد", "عارف", "فاهم", "اسف", "متاسف", "جعان", "مصري", "سعودي", "معصب", "عايز", "عاوز",
          "حاب", "زبون", "عميل", "متزوج", "مريض");

  /// Said of oneself without any "I".
  private static final Set<String> HE_ALONE = Set.of("عايز", "عاوز", "حاب");

  /// Somebody else may be meant.
  private static final Set<String> OTHERS =
      Set.of(
          "هي", "هو", "امي", "اختي", "بنتي", "زوجتي", "اخوي", "ولدي", "زوجي", "ابوي", "مرتي",
          "الوالده", "الوالد", "اللي", "خويي", "صديقتي", "صاحبتي", "صديقي", "مين");

  private Manner() {}

  /// How he spoke of himself in these texts.
  static FormOfAddress of(List<String> texts) {
    boolean he = false;
    boolean she = false;
    boolean we = false;
    for (String text : texts) {
      List<String> words = Word.of(text).stream().map(Word::text).toList();
      for (int i = 0; i < words.size(); i++) {
        we |= WE.contains(words.get(i)) && !aboutOthers(words, i);
        he |= speaksOfSelf(words, i, words.get(i));
        she |= words.get(i).endsWith("ه") && speaksOfSelf(words, i, withoutEnding(words.get(i)));
        she |= words.get(i).equals("حامل") && afterI(words, i);
      }
    }
    if (he && she) {
      return FormOfAddress.UNKNOWN;
    }
    return he
        ? FormOfAddress.MASCULINE
        : she ? FormOfAddress.FEMININE : we ? FormOfAddress.PLURAL : FormOfAddress.UNKNOWN;
  }

  private static String withoutEnding(String word) {
    return word.substring(0, word.length() - 1);
  }

  private static boolean speaksOfSelf(List<String> words, int i, String masculine) {
    if (aboutOthers(words, i)) {
      return false;
    }
    return HE_ALONE.contains(masculine) || (HE.contains(masculine) && afterI(words, i));
  }

  private static boolean afterI(List<String> words, int i) {
    return words.subList(Math.max(0, i - REACH), i).stream().anyMatch(I::contains);
  }

  private static boolean aboutOthers(List<String> words, int i) {
    return words.subList(Math.max(0, i - REACH), i).stream()
        .anyMatch(word ->
            OTHERS.contains(word) || (word.startsWith("و") && OTHERS.contains(word.substring(1))));
  }
}
