package com.crmres.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {

  private static final Path SOURCES = Path.of("src", "main");

  /// A whole key in quotes, or after `%` in FXML.
  private static final Pattern KEY = Pattern.compile("[\"%]([a-zA-Z]+(?:\\.[a-zA-Z_]+)*)\"");

  private static final Pattern PLACE = Pattern.compile("\\{\\d+\\}");

  private final Texts arabic = Texts.in(ScreenLanguage.ARABIC);
  private final Texts english = Texts.in(ScreenLanguage.ENGLISH);

  @Test
  void haveTheSameKeys() {
    assertThat(arabic.bundle().keySet()).isEqualTo(english.bundle().keySet());
  }

  @Test
  void haveTheSamePlacesToFill() {
    for (String key : arabic.bundle().keySet()) {
      assertThat(places(arabic, key)).as(key).isEqualTo(places(english, key));
    }
  }

  private static Set<String> places(Texts texts, String key) {
    Matcher matcher = PLACE.matcher(texts.bundle().getString(key));
    return matcher.results().map(found -> found.group()).collect(Collectors.toSet());
  }

  @Test
  void haveNoKeyThatNobodyUses() {
    Set<String> quoted = quoted();
    List<String> unused =
        arabic.bundle().keySet().stream()
            .filter(key -> !quoted.contains(key) && !quoted.contains(prefix(key)))
            .sorted()
            .toList();

    assertThat(unused).isEmpty();
  }

  /// Keys of constants are made of a quoted prefix and the constant's name.
  private static String prefix(String key) {
    return key.substring(0, key.lastIndexOf('.'));
  }

  @Test
  void haveEveryKeyThatFxmlNames() {
    Set<String> missing = new TreeSet<>();
    Pattern named = Pattern.compile("\"%([^\"]+)\"");
    for (Path file : files(".fxml")) {
      named
          .matcher(read(file))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !arabic.bundle().containsKey(key))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void haveEveryKeyThatCodeNames() {
    Set<String> missing = new TreeSet<>();
    Pattern named = Pattern.compile("texts\\.of\\(\\s*\"([^\"]+)\"\\s*(,\\s*[a-z][a-zA-Z.()]*)?");
    for (Path file : files(".java")) {
      named
          .matcher(read(file))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !arabic.bundle().containsKey(key) && !isPrefix(key))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  private boolean isPrefix(String key) {
    return arabic.bundle().keySet().stream().anyMatch(whole -> whole.startsWith(key + "."));
  }

  private static Set<String> quoted() {
    Set<String> quoted = new TreeSet<>();
    Stream.concat(files(".java").stream(), files(".fxml").stream())
        .forEach(file ->
            KEY.matcher(read(file)).results().map(found -> found.group(1)).forEach(quoted::add));
    return quoted;
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
