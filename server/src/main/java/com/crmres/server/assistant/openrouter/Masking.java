package com.crmres.server.assistant.openrouter;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a turn's texts what must not leave the house, and puts it back: links, e-mails,
/// cards, phone numbers, national short addresses, places, streets, names. The same words get the
/// same placeholder throughout a turn.
final class Masking {

  private static final String LETTER = "\\p{L}\\p{M}";
  private static final String OPEN = "(?<![" + LETTER + "\\p{N}])";
  private static final String SHUT = "(?![" + LETTER + "\\p{N}])";
  private static final String NAME = "[" + LETTER + "'’-]{2,20}";

  /// Kinds whose words are hidden also where they stand alone.
  private static final Set<String> SPOKEN = Set.of("NAME", "SURNAME", "EMAIL", "ROAD");

  private static final Set<String> NOBODY =
      Set.of(
          "bin", "ibn", "com", "net", "org", "mail", "gmail", "hotmail", "outlook", "icloud",
          "yahoo", "the", "and", "ابن", "بنت");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z]+_\\d+)]");

  /// What a placeholder begins with, and the words it hides. The first group, if there is one, is
  /// what is hidden; the words before it stay.
  private static final Map<String, Pattern> KINDS = kinds();

  private final Map<String, String> hidden = new LinkedHashMap<>();
  private final Map<String, String> placeholders = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<Pattern> names = new LinkedHashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> common;

  /// Masks a turn's texts.
  ///
  /// @param known names of this customer and of people he spoke of
  /// @param common words that are no secret although a name may hold them: those of the menu
  Masking(Collection<String> known, Set<String> common) {
    this.common = common;
    known.stream()
        .flatMap(name -> List.of(name.split("\\s+")).stream())
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(part -> part))
        .forEach(this::know);
  }

  /// From now on this word is hidden wherever it stands.
  private void know(String part) {
    if (part.length() > 2 && !common.contains(part.toLowerCase(Locale.ROOT)) && named.add(part)) {
      names.add(
          Pattern.compile(
              OPEN + "(?:[ولبي]|يا )?(" + Pattern.quote(part) + ")" + SHUT,
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }

  private static Map<String, Pattern> kinds() {
    Map<String, Pattern> kinds = new LinkedHashMap<>();
    kinds.put("LITERAL", PLACEHOLDER);
    kinds.put(
        "LINK", pattern("(?:https?://|www\\.)\\S+|\\b(?:maps\\.app\\.goo\\.gl|goo\\.gl)/\\S+"));
    kinds.put("EMAIL", pattern("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"));
    kinds.put(
        "CARD", pattern("SA\\p{Nd}{2}[\\p{Nd} ]{18,26}\\p{Nd}|\\p{Nd}(?:[ -]?\\p{Nd}){12,18}"));
    kinds.put(
        "PLACE", pattern("-?\\p{Nd}{1,3}\\.\\p{Nd}{3,}\\s*[,،]\\s*-?\\p{Nd}{1,3}\\.\\p{Nd}{3,}"));
    kinds.put("PHONE", pattern("[+(]?\\p{Nd}(?:[ ()./\\-]{0,2}\\p{Nd}){6,15}"));
    kinds.put(
        "SHORT",
        pattern(OPEN + "[A-Za-z]{4}\\p{Nd}{4}" + SHUT + "|" + OPEN + "[A-Z]{4} \\p{Nd}{4}" + SHUT));
    kinds.put(
        "STREET",
        pattern(
            OPEN
                + "(?:حي|شارع|طريق|عمارة|عماره|مبنى|مبني|شقة|شقه|فيلا|بناية|street|road|district|building"
                + "|apartment|apt\\.?|villa|flat)\\s+((?:رقم\\s+)?["
                + LETTER
                + "\\p{Nd}]+(?: (?:بن|ابن|بنت|bin|ibn|al) ["
                + LETTER
                + "]+)?)"));
    kinds.put(
        "NAME",
        pattern(
            OPEN
                + "(?:اسمي|إسمي|الاسم|الإسم|باسم|بإسم|معك|معاك|معاكم|معكم|my name is|name is|name:|this is)"
                + "\\s*:?\\s+("
                + NAME
                + "(?: (?:بن|ابن|بنت|ال|bin|ibn|al) ?"
                + NAME
                + ")?)"));
    kinds.put(
        "SURNAME",
        Pattern.compile(
            "(?:[Mm]y name is|[Nn]ame is|[Nn]ame:|[Tt]his is)\\s+\\[NAME_\\d+]\\s+(\\p{Lu}[\\p{L}'’-]{2,24})"));
    kinds.put(
        "ROAD",
        pattern(
            OPEN
                + "(["
                + LETTER
                + "'’-]{3,24})\\s+(?:street|st\\.|road|rd\\.|district|avenue)"
                + SHUT));
    return kinds;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The text as it may leave the house.
  String mask(String text) {
    String masked = text;
    for (Map.Entry<String, Pattern> kind : KINDS.entrySet()) {
      masked = replaced(masked, kind.getKey(), kind.getValue());
    }
    for (Pattern name : List.copyOf(names)) {
      masked = replaced(masked, "NAME", name);
    }
    return masked;
  }

  private String replaced(String text, String kind, Pattern pattern) {
    Matcher found = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (found.find()) {
      int group = found.groupCount() > 0 && !kind.equals("LITERAL") ? 1 : 0;
      if (insidePlaceholder(text, found.start(group), found.end(group), kind)) {
        continue;
      }
      out.append(text, done, found.start(group)).append(placeholder(kind, found.group(group)));
      done = found.end(group);
    }
    return out.append(text.substring(done)).toString();
  }

  /// What was hidden already is not hidden twice.
  private static boolean insidePlaceholder(String text, int from, int to, String kind) {
    if (kind.equals("LITERAL")) {
      return false;
    }
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      if (placeholder.start() < to && from < placeholder.end()) {
        return true;
      }
    }
    return false;
  }

  private String placeholder(String kind, String words) {
    return placeholders.computeIfAbsent(
        kind + " " + words,
        _ -> {
          String placeholder = "[%s_%d]".formatted(kind, counts.merge(kind, 1, Integer::sum));
          hidden.put(placeholder, words);
          if (SPOKEN.contains(kind)) {
            // We may have said them back since, in pieces.
            List.of(words.split("[^" + LETTER + "]+", -1)).stream()
                .filter(part -> !NOBODY.contains(part.toLowerCase(Locale.ROOT)))
                .forEach(this::know);
          }
          return placeholder;
        });
  }

  /// The text with the names that were hidden; all else stays hidden.
  String unmaskNames(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(one ->
            Matcher.quoteReplacement(
                one.group(1).startsWith("NAME_")
                    ? hidden.getOrDefault(one.group(), one.group())
                    : one.group()));
  }

  /// The text with what was hidden.
  String unmask(String text) {
    Matcher found = PLACEHOLDER.matcher(text);
    return found.replaceAll(
        one -> Matcher.quoteReplacement(hidden.getOrDefault(one.group(), one.group())));
  }
}
