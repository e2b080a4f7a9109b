package com.crmres.simulator.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Prints what happens, a line each, so that Arabic and Latin words on one line keep their order.
final class Transcript {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  /// First strong isolate and its end: each part finds its own direction and does not touch others.
  private static final char ISOLATE = '\u2068';

  private static final char END = '\u2069';

  private final PrintStream out;
  private final Clock clock;
  private final Texts texts;

  Transcript(PrintStream out, Clock clock, Texts texts) {
    this.out = out;
    this.clock = clock;
    this.texts = texts;
  }

  /// A plain line of progress.
  void note(String key, Object... arguments) {
    out.println(texts.get(key, arguments));
  }

  void line(String text) {
    out.println(text);
  }

  /// Something said or done by somebody.
  void said(String who, String sign, String text) {
    String time = TIME.format(LocalTime.ofInstant(clock.instant(), RIYADH));
    out.println(time + "  " + isolated(who) + " " + sign + " " + isolated(text));
  }

  String text(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  private static String isolated(String text) {
    return ISOLATE + text.strip().replace("\n", " ⏎ ") + END;
  }
}
