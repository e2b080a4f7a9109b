package com.crmres.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every letter that does something does it under a Latin and under an Arabic keyboard: the table
/// of the two against all that the program listens to.
class KeyboardsTest {

  private static final Path SOURCES = Path.of("src/main/java/com/crmres/desktop");

  /// The same keys, row by row.
  private static final String LATIN = "QWERTYUIOPASDFGHJKLZXCVNM/";

  private static final String ARABIC = "ضصثقفغعهخحشسيبلاتنمئءؤرىة" + "ظ";

  private static final Map<Character, Character> KEYS =
      IntStream.range(0, LATIN.length())
          .boxed()
          .collect(Collectors.toMap(LATIN::charAt, ARABIC::charAt));

  private static final Map<String, List<String>> LISTENING =
      Map.of(
          "EVERYWHERE", List.of("shell/DeskKeys.java"),
          "INBOX", List.of("inbox/InboxKeys.java", "inbox/SideView.java"),
          "ORDERS", List.of("orders/BoardKeys.java", "orders/BoardKey.java"),
          "KITCHEN", List.of("kitchen/KitchenKeys.java"));

  /// `"tTف"`, `'T', 'ف'` and `KeyCode.T, "ف"`; for the slash `"/ظ"` and `KeyCode.SLASH, "ظ"`.
  private static final Pattern BOTH =
      Pattern.compile(
          "\"(?:[a-z])?([A-Z/])(\\p{InArabic})\""
              + "|'([A-Z])', '(\\p{InArabic})'"
              + "|KeyCode\\.([A-Z]), \"(\\p{InArabic})\"");

  private static final Pattern ONE = Pattern.compile("getCode\\(\\) == KeyCode\\.[A-Z]\\b");
  private static final Pattern SHOWN = Pattern.compile("Group\\.([A-Z]+), *\"([^\"]+)\"");

  @Test
  void lettersStandOnTheSameKeysOfBothKeyboards() throws IOException {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (String source : sources()) {
      Matcher both = BOTH.matcher(source);
      while (both.find()) {
        String latin = first(both, 1, 3, 5);
        String arabic = first(both, 2, 4, 6);
        seen++;
        if (!arabic.equals(String.valueOf(KEYS.get(latin.charAt(0))))) {
          wrong.add(latin + " and " + arabic);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(30);
  }

  @Test
  void noLetterIsHeardUnderALatinKeyboardAlone() throws IOException {
    assertThat(sources()).noneMatch(source -> ONE.matcher(source).find());
  }

  @Test
  void everyLetterOfTheSheetIsListenedTo() throws IOException {
    String sheet = Files.readString(SOURCES.resolve("shell/Shortcuts.java"));
    assertThat(SHOWN.matcher(sheet).results().count()).isGreaterThan(20);
    List<String> deaf = new ArrayList<>();
    Matcher shown = SHOWN.matcher(sheet);
    while (shown.find()) {
      Set<String> heard = heard(LISTENING.getOrDefault(shown.group(1), List.of()));
      Stream.of(shown.group(2).split("[^A-Za-z0-9]+"))
          .filter(key -> key.matches("[A-Z]") && !heard.contains(key))
          .forEach(key -> deaf.add(shown.group()));
    }
    assertThat(deaf).isEmpty();
  }

  private static Set<String> heard(List<String> files) throws IOException {
    Set<String> letters = new TreeSet<>();
    for (String file : files) {
      Matcher both = BOTH.matcher(Files.readString(SOURCES.resolve(file)));
      while (both.find()) {
        letters.add(first(both, 1, 3, 5));
      }
    }
    return letters;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (List<String> files : LISTENING.values()) {
      for (String file : files) {
        sources.add(Files.readString(SOURCES.resolve(file)));
      }
    }
    return sources;
  }

  private static String first(Matcher matcher, int... groups) {
    return IntStream.of(groups)
        .mapToObj(matcher::group)
        .filter(group -> group != null)
        .findFirst()
        .orElseThrow();
  }
}
