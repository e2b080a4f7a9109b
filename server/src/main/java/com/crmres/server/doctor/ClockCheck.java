package com.crmres.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Whether this machine's clock goes as WhatsApp's does: windows of 24 hours are counted by it.
record ClockCheck(URI graphUrl, HttpClient http, Clock clock) implements Check {

  private static final String ABOUT = "clock";
  private static final Duration TOLERATED = Duration.ofSeconds(30);

  @Override
  public List<Finding> look() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(graphUrl).timeout(Duration.ofSeconds(10)).build();
    try {
      String date =
          http.send(request, HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Date")
              .orElse("");
      return List.of(compare(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
    } catch (IOException | DateTimeParseException _) {
      return List.of(Finding.note(ABOUT, "clock.unknown"));
    }
  }

  private Finding compare(ZonedDateTime theirs) {
    Duration skew = Duration.between(theirs.toInstant(), clock.instant());
    String seconds = Long.toString(skew.toSeconds());
    return skew.abs().compareTo(TOLERATED) > 0
        ? Finding.fault(ABOUT, "clock.wrong", seconds)
        : Finding.good(ABOUT, "clock.good");
  }
}
