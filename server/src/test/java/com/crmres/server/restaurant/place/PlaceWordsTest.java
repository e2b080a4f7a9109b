package com.crmres.server.restaurant.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages by which customers say where they are, and others that look like it.
class PlaceWordsTest {

  record Message(String kind, String text, String expected) {}

  @ParameterizedTest
  @MethodSource("messages")
  void endsInAPinOrInAQuestion(Message message) {
    Optional<PlaceWords> found = PlaceWords.in(message.text());

    switch (message.kind()) {
      case "pin" -> {
        Spot spot = Objects.requireNonNull(found.orElseThrow().spot());
        String[] expected = message.expected().split(",", -1);
        assertThat(spot.latitude()).isCloseTo(Double.parseDouble(expected[0]), within(1e-5));
        assertThat(spot.longitude()).isCloseTo(Double.parseDouble(expected[1]), within(1e-5));
      }
      case "link" -> {
        assertThat(found.orElseThrow().spot()).isNull();
        assertThat(found.orElseThrow().words(message.text())).startsWith(message.expected());
      }
      case "short" -> assertThat(found.orElseThrow().shortAddress()).isEqualTo(message.expected());
      default -> assertThat(found).isEmpty();
    }
  }

  @Test
  void theTableHasTwoHundredCases() throws IOException {
    assertThat(messages()).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void whatStandsBesideALinkIsForTheDriver() {
    String message = "https://maps.google.com/?q=24.7,46.6 شقة 4";

    assertThat(PlaceWords.in(message).orElseThrow().words(message)).isEqualTo("شقة 4");
  }

  @Property(tries = 300)
  void everyPinOfTheKingdomComesThroughALink(
      @ForAll @DoubleRange(min = 16, max = 32) double latitude,
      @ForAll @DoubleRange(min = 35, max = 55) double longitude) {
    String text =
        String.format(Locale.ROOT, "https://maps.google.com/?q=%.6f,%.6f", latitude, longitude);

    Spot spot = Objects.requireNonNull(PlaceWords.in(text).orElseThrow().spot());

    assertThat(spot.latitude()).isCloseTo(latitude, within(1e-5));
    assertThat(spot.longitude()).isCloseTo(longitude, within(1e-5));
  }

  @Property(tries = 300)
  void whateverIsWrittenIsReadWithoutFailing(@ForAll String text) {
    PlaceWords.in(text)
        .ifPresent(found -> {
          assertThat(found.from()).isBetween(0, found.to());
          assertThat(found.to()).isLessThanOrEqualTo(text.length());
          found.words(text);
        });
  }

  static List<Message> messages() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PlaceWordsTest.class.getResourceAsStream("/restaurant/place/places.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Message(cells[0], cells[1], cells[2]))
          .toList();
    }
  }
}
