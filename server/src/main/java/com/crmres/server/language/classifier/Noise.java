package com.crmres.server.language.classifier;

import java.util.List;
import java.util.Random;

/// Writes a text again as a hurried thumb would: slips, drawn-out letters, words run together.
final class Noise {

  private static final List<String> ARABIC_BEFORE =
      List.of(
          "السلام عليكم ",
          "هلا ",
          "مرحبا ",
          "لو سمحت ",
          "لو سمحتوا ",
          "طيب ",
          "ياخوي ",
          "مساء الخير ",
          "يا غالي ",
          "والله ",
          "معليش ",
          "اخوي ",
          "يعني ",
          "هلا والله ",
          "صباح الخير ",
          "حبيبي ",
          "من فضلك ",
          "ممكن ");
  private static final List<String> ARABIC_AFTER =
      List.of(
          " الله يعافيك",
          " لو سمحت",
          " يعطيك العافية",
          " يا غالي",
          " من فضلكم",
          " والله",
          " اخوي",
          " الله يسعدك",
          " 🌹",
          " ..",
          " يا ريت",
          " تكفى");
  private static final List<String> LATIN_BEFORE =
      List.of(
          "hi ",
          "hello, ",
          "hey ",
          "please ",
          "good evening, ",
          "ok ",
          "so ",
          "excuse me ",
          "um ",
          "salam, ");
  private static final List<String> LATIN_AFTER =
      List.of(" please", " pls", " bro", "..", " thx", " sir", " 🙂");
  private static final List<String> DISHES =
      List.of(
          "شاورما",
          "برجر",
          "بيتزا",
          "كبسة",
          "مندي",
          "بروستد",
          "فطاير",
          "كنافة",
          "لاتيه",
          "مشاوي",
          "كباب",
          "سمك",
          "ستيك",
          "باستا",
          "فول",
          "كشري",
          "حمص",
          "منسف",
          "ملوخية",
          "بطاطس",
          "سلطة",
          "شوربة",
          "مطبق",
          "معصوب",
          "سمبوسة",
          "كرواسون",
          "تشيز كيك",
          "وجبة",
          "ساندويتش",
          "دجاج",
          "لحم",
          "سوشي",
          "نودلز",
          "قهوة",
          "شاي",
          "عصير");

  private final Random random;
  private final boolean courtesies;

  /// @param courtesies whether what people say before and after may be added
  Noise(Random random, boolean courtesies) {
    this.random = random;
    this.courtesies = courtesies;
  }

  String of(String text) {
    String noisy = random.nextInt(3) == 0 ? otherDish(text) : text;
    for (int slips = 1 + noisy.length() / 50; slips > 0; slips--) {
      noisy = slip(noisy);
    }
    return courtesies && random.nextInt(2) == 0 ? courteous(noisy) : noisy;
  }

  private String courteous(String text) {
    boolean arabic = text.chars().anyMatch(c -> c >= 0x0621 && c <= 0x064A);
    return random.nextBoolean()
        ? any(arabic ? ARABIC_BEFORE : LATIN_BEFORE) + text
        : text + any(arabic ? ARABIC_AFTER : LATIN_AFTER);
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String otherDish(String text) {
    for (String dish : DISHES) {
      if (text.contains(dish)) {
        return text.replace(dish, any(DISHES));
      }
    }
    return text;
  }

  private String slip(String text) {
    int at = random.nextInt(Math.max(1, text.length() - 1));
    if (text.length() < 6 || !Character.isLetter(text.charAt(at))) {
      return text.length() < 6 ? text : together(text, at);
    }
    String letter = text.substring(at, at + 1);
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + letter + text.substring(at);
      case 2 -> swapped(text, at);
      case 3 -> text.substring(0, at) + letter.repeat(4) + text.substring(at + 1);
      case 4 -> text.replace('ق', 'غ').replace('ذ', 'د');
      default -> text;
    };
  }

  private static String together(String text, int at) {
    return text.charAt(at) == ' ' ? text.substring(0, at) + text.substring(at + 1) : text;
  }

  private static String swapped(String text, int at) {
    return Character.isLetter(text.charAt(at + 1))
        ? text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2)
        : text;
  }
}
