package com.crmres.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every trap and every behaviour of the WhatsApp reference (11.2 and 13) is named above a test
/// that holds it, in whichever module: whoever removes the last one is told.
class AcceptanceTest {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @ParameterizedTest
  @CsvSource({"trap, 56", "behaviour, 30"})
  void everyOneIsNamedAboveATest(String word, int last) throws IOException {
    Pattern mention =
        Pattern.compile("\\b%ss? ([0-9]+(?:(?:,| and|, and) [0-9]+)*)".formatted(word));

    Set<Integer> named =
        comments()
            .flatMap(line -> mention.matcher(line.toLowerCase(Locale.ROOT)).results())
            .map(found -> found.group(1))
            .flatMap(numbers -> NUMBER.matcher(numbers).results())
            .map(MatchResult::group)
            .map(Integer::valueOf)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named).containsAll(IntStream.rangeClosed(1, last).boxed().toList());
  }

  private static Stream<String> comments() throws IOException {
    Path project = Path.of("").toAbsolutePath().getParent();
    try (Stream<Path> modules = Files.list(project)) {
      List<Path> tests =
          modules
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .flatMap(AcceptanceTest::sources)
              .toList();
      return tests.stream()
          .flatMap(AcceptanceTest::lines)
          .filter(line -> line.contains("//"))
          .map(line -> line.substring(line.indexOf("//")));
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file ->
              file.toString().endsWith("Test.java") || file.toString().endsWith("Properties.java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
