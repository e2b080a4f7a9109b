package com.crmres.server.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Text in the form in which it is compared, with the way back to what was written.
///
/// Letters that people mix up are one letter, marks and decoration are gone, digits are Western.
/// What separates words is one character: a space, `,` for a comma or plus, a line feed for the end
/// of a sentence or line, `?` for a question mark. Making it normal twice changes nothing.
final class NormalText {

  private static final Map<Integer, Integer> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ى', (int) 'ي'),
          Map.entry((int) 'ة', (int) 'ه'),
          Map.entry((int) 'ٱ', (int) 'ا'),
          Map.entry((int) 'ک', (int) 'ك'),
          Map.entry((int) 'ی', (int) 'ي'),
          Map.entry((int) 'ے', (int) 'ي'),
          Map.entry((int) 'ھ', (int) 'ه'),
          Map.entry((int) 'ہ', (int) 'ه'),
          Map.entry((int) 'ە', (int) 'ه'),
          Map.entry((int) 'گ', (int) 'ق'),
          Map.entry((int) 'چ', (int) 'ج'),
          Map.entry((int) 'ڤ', (int) 'ف'),
          Map.entry((int) 'پ', (int) 'ب'),
          Map.entry((int) 'ژ', (int) 'ز'),
          Map.entry((int) '×', (int) 'x'),
          Map.entry((int) '⁄', (int) '/'),
          Map.entry((int) '٫', (int) '.'));

  private static final Pattern SHORT_WITH_PREFIX =
      Pattern.compile("[وف]?(?:ال|بال|لل|هال|ب|ل)?(?:ماء|شيء)");
  private static final String COMMAS = ",،+&";
  private static final String LINES = "\n\r.!؛;…\u2028\u2029";
  private static final String QUESTIONS = "?؟";

  private final String original;
  private final String text;
  private final int[] origins;

  private NormalText(String original, String text, int[] origins) {
    this.original = original;
    this.text = text;
    this.origins = origins;
  }

  static NormalText of(String original) {
    Draft letters = unfolded(original);
    Draft plain = letters.withoutInnerHamza().withoutElongation();
    Draft separated = plain.separated();
    return new NormalText(original, separated.text(), separated.origins());
  }

  String text() {
    return text;
  }

  /// The place in the original of the character at `index` of the normal form.
  int origin(int index) {
    return index < origins.length ? origins[index] : original.length();
  }

  private static Draft unfolded(String original) {
    Draft out = new Draft(original.length());
    for (int at = 0; at < original.length(); ) {
      int point = original.codePointAt(at);
      String parts = decomposed(point);
      int place = at;
      parts
          .codePoints()
          .map(NormalText::folded)
          .filter(letter -> letter >= 0)
          .forEach(letter -> out.add(letter, place));
      at += Character.charCount(point);
    }
    return out;
  }

  private static String decomposed(int point) {
    if (point < 0x80) {
      return Character.toString(point).toLowerCase(Locale.ROOT);
    }
    return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT);
  }

  /// The letter this one counts as; negative if it counts as nothing.
  private static int folded(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_SYMBOL ->
          -1;
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(point, 10);
      default ->
          point == 'ـ' || point == '٬' || point == '\'' || point == '’' || point == '`'
              ? -1
              : LETTERS.getOrDefault(point, point);
    };
  }

  /// Whether a character is part of a word.
  static boolean inWord(int point) {
    return Character.isLetterOrDigit(point);
  }

  private static boolean isSign(int point) {
    return Character.getType(point) == Character.OTHER_SYMBOL;
  }

  /// A normal form while it is being made.
  private static final class Draft {
    private final StringBuilder text;
    private int[] origins;

    Draft(int size) {
      text = new StringBuilder(size);
      origins = new int[Math.max(8, size)];
    }

    void add(int point, int origin) {
      int before = text.length();
      text.appendCodePoint(point);
      if (text.length() > origins.length) {
        origins = Arrays.copyOf(origins, Math.max(text.length(), origins.length * 2));
      }
      Arrays.fill(origins, before, text.length(), origin);
    }

    String text() {
      return text.toString();
    }

    int[] origins() {
      return Arrays.copyOf(origins, text.length());
    }

    private int wordEnd(int from) {
      int end = from;
      while (end < text.length() && inWord(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      return end;
    }

    /// The lone hamza goes, except in words so short that they would become others (ماء, شيء), with
    /// what is written together with them.
    Draft withoutInnerHamza() {
      Draft out = new Draft(text.length());
      for (int at = 0; at < text.length(); ) {
        int end = wordEnd(at);
        boolean drop =
            end - at > 3 && !SHORT_WITH_PREFIX.matcher(text.substring(at, end)).matches();
        for (int i = at; i < end; i++) {
          if (!drop || text.charAt(i) != 'ء') {
            out.text.append(text.charAt(i));
            out.keepOrigin(origins[i]);
          }
        }
        if (end == at) {
          end += Character.charCount(text.codePointAt(at));
          out.add(text.codePointAt(at), origins[at]);
        }
        at = end;
      }
      return out;
    }

    private void keepOrigin(int origin) {
      if (text.length() > origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2);
      }
      origins[text.length() - 1] = origin;
    }

    /// Three or more equal letters are a drawn-out one.
    Draft withoutElongation() {
      Draft out = new Draft(text.length());
      for (int at = 0; at < text.length(); ) {
        int point = text.codePointAt(at);
        int step = Character.charCount(point);
        int end = at + step;
        while (end < text.length() && text.codePointAt(end) == point) {
          end += step;
        }
        int times = (end - at) / step;
        int kept = Character.isLetter(point) && times >= 3 ? 1 : times;
        for (int i = 0; i < kept; i++) {
          out.add(point, origins[at + i * step]);
        }
        at = end;
      }
      return out;
    }

    /// Words with exactly one separator between them.
    Draft separated() {
      Draft out = new Draft(text.length());
      int separator = -1;
      int separatorOrigin = 0;
      for (int at = 0; at < text.length(); ) {
        int point = text.codePointAt(at);
        boolean word = inWord(point) || betweenDigits(at, point);
        if (!word) {
          int weight = weight(point);
          if (weight > separator) {
            separator = weight;
            separatorOrigin = origins[at];
          }
        }
        if (word || isSign(point)) {
          if (separator >= 0) {
            out.separate(separator, separatorOrigin);
          }
          separator = word ? -1 : 0;
          separatorOrigin = origins[at];
          out.add(point, origins[at]);
        }
        at += Character.charCount(point);
      }
      if (separator == 3) {
        out.add('?', separatorOrigin);
      }
      return out;
    }

    private void separate(int weight, int origin) {
      if (text.length() > 0 || weight == 3) {
        add(" ,\n?".charAt(weight), origin);
      }
    }

    private boolean betweenDigits(int at, int point) {
      return (point == '.' || point == '/')
          && at > 0
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1));
    }

    private static int weight(int point) {
      if (QUESTIONS.indexOf(point) >= 0) {
        return 3;
      }
      if (LINES.indexOf(point) >= 0) {
        return 2;
      }
      return COMMAS.indexOf(point) >= 0 ? 1 : 0;
    }
  }
}
