package com.crmres.bench.desktop;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/// What was measured, what of it must hold, as a table and as JSON.
///
/// @param measured by name, in the order of measuring
record DeskFigures(Map<String, Double> measured) {

  private static final double FRAME = 33;
  private static final double INPUT = 100;
  private static final double START = 2_000;
  private static final double RESIDENT = 350;

  /// What may be left more at the end than at the beginning of a rush: caches that fill up.
  private static final double FLAT = 8;

  /// A figure that must hold.
  record Claim(String what, double limit, double measured, boolean holds) {}

  /// Of the parts that were measured.
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    most(claims, "scrolling the list, frame at p95, ms", FRAME, "list.scroll.p95");
    most(claims, "scrolling the thread, frame at p95, ms", FRAME, "thread.scroll.p95");
    most(claims, "a letter under a rush, p95, ms", INPUT, "live.letter.p95");
    most(claims, "a row under a rush, p95, ms", INPUT, "live.row.p95");
    Double settled = measured.get("live.old.1");
    if (settled != null) {
      double grown = lastOf("live.old.") - settled;
      claims.add(new Claim("old generation grown by the rush, MB", FLAT, grown, grown <= FLAT));
    }
    most(claims, "start to sign-in with the AOT cache, ms", START, "start.cached.median");
    most(claims, "resident in a shift, at most, MB", RESIDENT, "shift.resident.most");
    return claims;
  }

  private double lastOf(String prefix) {
    return measured.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith(prefix))
        .flatMapToDouble(figure -> DoubleStream.of(figure.getValue()))
        .reduce(Double.NaN, (one, next) -> next);
  }

  private void most(List<Claim> claims, String what, double limit, String name) {
    Double value = measured.get(name);
    if (value != null) {
      claims.add(new Claim(what, limit, value, value <= limit));
    }
  }

  String table() {
    Formatter text = new Formatter(Locale.ROOT);
    measured.forEach((name, value) -> text.format("%-32s %,12.1f%n", name, value));
    for (Claim claim : claims()) {
      text.format(
          "%s %s: at most %.0f, measured %.1f%n",
          claim.holds() ? "HOLDS " : "FAILS ", claim.what(), claim.limit(), claim.measured());
    }
    return text.toString();
  }
}
