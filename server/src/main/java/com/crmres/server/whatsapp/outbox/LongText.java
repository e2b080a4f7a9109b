package com.crmres.server.whatsapp.outbox;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Cuts a text that is too long for one message: where a line or a sentence ends, else between
/// words, else between signs, and never through a sign of several characters. Pure.
final class LongText {

  private final String text;
  private final BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);

  private LongText(String text) {
    this.text = text;
    signs.setText(text);
  }

  /// Parts of at most `most` characters which joined are the text.
  static List<String> parts(String text, int most) {
    return new LongText(text).cut(most);
  }

  /// The last part of at most `most` characters, as long as it can be.
  static String end(String text, int most) {
    return new LongText(text).lastPart(most);
  }

  private List<String> cut(int most) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    while (text.length() - begin > most) {
      int end = best(begin, begin + most);
      parts.add(text.substring(begin, end));
      begin = end;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private String lastPart(int most) {
    int first = text.length() - most;
    for (IntPredicate border : borders()) {
      for (int place = first; place < text.length() - most / 2; place++) {
        if (place > 0 && border.test(place)) {
          return text.substring(place);
        }
      }
    }
    return text.substring(first);
  }

  /// The last good place to cut; one that leaves a part less than half full is worth it only
  /// between words.
  private int best(int begin, int end) {
    int half = begin + (end - begin) / 2;
    List<IntPredicate> borders = borders();
    for (IntPredicate border : borders.subList(0, 3)) {
      int place = last(border, half, end);
      if (place > half) {
        return place;
      }
    }
    int word = last(borders.get(2), begin, end);
    if (word > begin) {
      return word;
    }
    int sign = last(borders.get(3), begin, end);
    return sign > begin ? sign : end;
  }

  private static int last(IntPredicate border, int begin, int end) {
    int place = end;
    while (place > begin && !border.test(place)) {
      place--;
    }
    return place;
  }

  /// From the best kind of place to the worst.
  private List<IntPredicate> borders() {
    return List.of(this::endsLine, this::endsSentence, this::endsWord, signs::isBoundary);
  }

  private boolean endsLine(int place) {
    return before(place) == '\n' && signs.isBoundary(place);
  }

  private boolean endsSentence(int place) {
    return endsWord(place) && endsSaying(lastSaid(place));
  }

  private boolean endsWord(int place) {
    return Character.isWhitespace(before(place)) && signs.isBoundary(place);
  }

  private char before(int place) {
    return place == 0 ? 0 : text.charAt(place - 1);
  }

  private char lastSaid(int place) {
    int at = place;
    while (at > 0 && Character.isWhitespace(before(at))) {
      at--;
    }
    return before(at);
  }

  private static boolean endsSaying(char sign) {
    return ".!?؟…۔。".indexOf(sign) >= 0;
  }
}
