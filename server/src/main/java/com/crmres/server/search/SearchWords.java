package com.crmres.server.search;

import com.crmres.common.search.SearchHit.Mark;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The form in which words are compared, as the function `search_form` of the database has it:
/// letters that people mix up are one, marks are gone, digits are Western.
final class SearchWords {

  /// Longer words are cut, here and in the index.
  private static final int LONGEST_WORD = 60;

  private static final Pattern DECORATION =
      Pattern.compile(
          "[\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final String SEPARATORS =
      "\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00BF\\u00D7\\u00F7\\u060C\\u061B\\u061F"
          + "\\u066A-\\u066D\\u06D4\\u2000-\\u2BFF\\u3000-\\u303F\\uFE00-\\uFE0F\\x{1F000}-\\x{1FFFF}";
  private static final Pattern SEPARATED = Pattern.compile("[" + SEPARATORS + "]+");

  /// What is written together; marks and invisible signs belong to the word they stand in.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:[^\\u0000" + SEPARATORS + "]|[\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069])+");

  private static final Pattern WITH_ARTICLE = Pattern.compile("[وفبلك]?ال(.{2,})");
  private static final Pattern WITH_TO_THE = Pattern.compile("لل(.{2,})");
  private static final Pattern WITH_AND = Pattern.compile("و(.{4,})");
  private static final Pattern WANTED_WITH_ARTICLE = Pattern.compile("ال(.{3,})");
  private static final String MIXED_UP = "أإآٱىئیؤةک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
  private static final String ONE_LETTER = "ااااييويهك01234567890123456789";

  private SearchWords() {}

  /// One word that is searched for, in all the forms that count as it.
  record Wanted(Set<String> beginnings) {
    Wanted {
      beginnings = Set.copyOf(beginnings);
    }

    boolean fits(String word) {
      return forms(word).stream().anyMatch(form -> beginnings.stream().anyMatch(form::startsWith));
    }
  }

  /// What somebody who typed `text` searches for; the same word twice counts once.
  static List<Wanted> wanted(String text) {
    Set<Wanted> wanted = new LinkedHashSet<>();
    for (String word : words(text)) {
      Matcher article = WANTED_WITH_ARTICLE.matcher(word);
      wanted.add(new Wanted(article.matches() ? Set.of(word, article.group(1)) : Set.of(word)));
    }
    return List.copyOf(wanted);
  }

  /// The parts of a text that were searched for, in their order.
  static List<Mark> marks(String text, List<Wanted> wanted) {
    List<Mark> marks = new ArrayList<>();
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      List<String> words = words(written.group());
      if (words.stream().anyMatch(word -> wanted.stream().anyMatch(some -> some.fits(word)))) {
        marks.add(new Mark(written.start(), written.end() - written.start()));
      }
    }
    marks.sort(Comparator.comparingInt(Mark::start));
    return marks;
  }

  /// The words of a text in the form that is compared.
  static List<String> words(String text) {
    return SEPARATED
        .splitAsStream(form(text))
        .filter(word -> !word.isEmpty())
        .map(SearchWords::cut)
        .toList();
  }

  /// A text in the form that is compared.
  static String form(String text) {
    StringBuilder form = new StringBuilder();
    DECORATION
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("")
        .codePoints()
        .map(SearchWords::letter)
        .forEach(form::appendCodePoint);
    return form.toString();
  }

  /// A word and what it is found by besides.
  static Set<String> forms(String word) {
    Set<String> forms = new LinkedHashSet<>(Set.of(word));
    for (Pattern pattern : List.of(WITH_ARTICLE, WITH_TO_THE, WITH_AND)) {
      Matcher matcher = pattern.matcher(word);
      if (matcher.matches()) {
        forms.add(matcher.group(1));
      }
    }
    return forms;
  }

  private static int letter(int point) {
    if (point >= 'A' && point <= 'Z') {
      return point + ('a' - 'A');
    }
    int at = MIXED_UP.indexOf(point);
    return at < 0 ? point : ONE_LETTER.charAt(at);
  }

  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
  }
}
