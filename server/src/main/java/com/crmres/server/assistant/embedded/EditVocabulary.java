package com.crmres.server.assistant.embedded;

import java.util.Map;
import java.util.Set;

/// The small words in which changes of a cart are spoken, in the form in which words are compared.
final class EditVocabulary {

  static final Set<String> AS_IT_IS =
      Set.of(
          "هو", "هي", "هم", "هن", "ماهو", "ماهي", "ماهم", "كان", "كانت", "حاله", "حالها", "حالو",
          "وضعه", "وضعها", "كانو");
  static final Set<String> LIKE = Set.of("زي", "مثل", "متل", "كما", "زيما", "مثلما", "متلما");
  static final Set<String> ON = Set.of("علي", "ع");
  static final Set<String> FROM_THEM = Set.of("منهم", "منها", "منهن", "منن", "فيهم", "منو", "منه");
  static final Set<String> THESE =
      Set.of("دول", "ده", "دي", "هذول", "هذولا", "هذي", "هذا", "هدول", "هذيلا", "هاي");
  static final Set<String> OTHER =
      Set.of(
          "الثاني",
          "الثانيه",
          "التاني",
          "التانيه",
          "التانيي",
          "الاخر",
          "الاخري",
          "ثانيه",
          "الثانيين",
          "الثالث",
          "الثالثه",
          "التالت",
          "التالته",
          "التالتي",
          "الرابع",
          "الرابعه");
  static final Set<String> HALF_OF_IT =
      Set.of("نصه", "نصها", "نصهم", "نصفها", "نصفه", "نصفهم", "نصن", "نصهن");
  static final Set<String> OTHER_HALF =
      Set.of("نصه", "نصها", "نصهم", "النص", "نصفها", "النصف", "نصن", "نصهن");
  static final Set<String> EACH_ALL =
      Set.of(
          "كل", "كلها", "كلهم", "كلهن", "كله", "كلو", "كلن", "الكل", "جميع", "كلاهما", "الاثنين",
          "الثنتين", "الثنين", "كلتاهما", "الاتنين", "التنتين", "التنين", "ثنتينهم", "اثنينهم",
          "كلا", "كلتا", "سوا", "جميعها", "جميعهم");
  static final Set<String> FILLERS =
      Set.of(
          "هو",
          "هي",
          "هم",
          "ممكن",
          "لو",
          "سمحت",
          "اللي",
          "الي",
          "يلي",
          "تكون",
          "يكون",
          "بس",
          "عاد",
          "ابد",
          "تري",
          "اقول",
          "خلاص",
          "طيب",
          "عدد",
          "حق",
          "ياليت",
          "لك",
          "فيها",
          "فيه",
          "عليها",
          "عليه",
          "معها",
          "معه",
          "منها",
          "منه",
          "معاه",
          "معاها",
          "?",
          "كمان",
          "برضو",
          "برضه",
          "حبه",
          "حبات",
          "حبتين",
          "لازم",
          "بكون",
          "بيكون",
          "يبقي",
          "تبقي",
          "ارجو",
          "اود",
          "لطفا",
          "رجاء",
          "اذا",
          "نفس",
          "بنفس",
          "طلبته",
          "طلبتها",
          "طلبتهم",
          "the",
          "الحجم",
          "حجم",
          "مع",
          "الابقاء",
          "قلت",
          "قلنا",
          "قلتلك",
          "انا",
          "احنا",
          "اجمالا",
          "بالظبط",
          "بالضبط",
          "يكفي",
          "تكفي",
          "كافي",
          "ياه",
          "ياها",
          "ياهم",
          "ياهن",
          "المجموع",
          "بالمجموع",
          "لي",
          "علي",
          "نوع",
          "طلع",
          "الله",
          "يعافيك",
          "بعد",
          "في",
          "هذا",
          "هذي",
          "كانت",
          "كان");
  static final Set<String> MORE =
      Set.of(
          "كمان", "ثاني", "ثانيه", "تاني", "تانيه", "زياده", "اضافي", "اضافيه", "بعد", "غيره",
          "غيرها");

  /// What says behind a dish that it comes for another.
  static final Set<String> INSTEAD =
      Set.of(
          "بداله", "بدالها", "بدالهم", "بدله", "بدلها", "بدلهم", "مكانه", "مكانها", "مكانهم",
          "بدالو", "محله", "محلها", "عوضه", "عوضها");

  /// What begins a reason, of which nothing is ordered.
  static final Set<String> REASONS =
      Set.of(
          "لان", "لاني", "لانه", "لانها", "لانهم", "لاننا", "لانو", "عشان", "علشان", "عشانه",
          "عشانها", "مشان", "لانن", "بسبب");

  static final Set<String> TOTALS =
      Set.of("اجمالا", "المجموع", "بالمجموع", "الاجمالي", "بالاجمالي", "مجموعهم", "كمجموع");
  static final Set<String> PLAIN_NO =
      Set.of("لا", "لأ", "la", "la2", "laa", "no", "nope", "ابدا", "👎", "❌", "لاء");
  static final Map<String, String> SIZES =
      Map.of(
          "كبر", "كبير", "صغر", "صغير", "تكبر", "كبير", "تصغر", "صغير", "نكبر", "كبير", "وسط",
          "وسط");
  static final Set<String> OBJECTS =
      Set.of(
          "", "ه", "ها", "هم", "هن", "و", "وه", "وها", "وهم", "ي", "يه", "يها", "يهم", "لي", "ولي",
          "وا", "ون", "لي ياها", "يلي");
  static final Set<String> COURTEOUS =
      Set.of(
          "courtesy", "greeting", "filler", "yes", "done", "intensifier", "thanks", "stop", "and");

  private EditVocabulary() {}
}
