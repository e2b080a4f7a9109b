package com.crmres.bench.orders;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured, as a table and as JSON.
///
/// @param past orders in the table, besides those placed by the measurement
/// @param dishes on the menu
/// @param placing from the customer's yes to the end of the commit
/// @param commit one row and its commit, by the same way
/// @param request a path that answers who has signed in
/// @param scanned rows that the server at rest read by going through large tables, by table
record Figures(
    long past,
    int dishes,
    Spread placing,
    Spread commit,
    Spread request,
    List<Listing> lists,
    int idleSeconds,
    Map<String, Long> scanned) {

  static final double PLACING_LIMIT = 20;
  static final double LIST_LIMIT = 200;

  /// Milliseconds.
  record Spread(double median, double p95, double p99, double slowest) {}

  /// One list.
  ///
  /// @param bytes of its answer
  record Listing(String name, Spread millis, int bytes) {}

  /// A figure that must hold.
  record Claim(String what, double limit, double measured, boolean holds) {}

  List<Claim> claims() {
    Listing slowest = slowest();
    return List.of(
        most("placing an order, median ms", PLACING_LIMIT, placing.median()),
        most(
            "the slowest list (" + slowest.name() + "), p95 ms",
            LIST_LIMIT,
            slowest.millis().p95()),
        most("rows a server at rest scans in large tables", 0, (double) scannedRows()));
  }

  private long scannedRows() {
    return scanned.values().stream().mapToLong(Long::longValue).sum();
  }

  private Listing slowest() {
    return lists.stream()
        .reduce((one, other) -> one.millis().p95() >= other.millis().p95() ? one : other)
        .orElseThrow();
  }

  private static Claim most(String what, double limit, double measured) {
    return new Claim(what, limit, measured, measured <= limit);
  }

  String table() {
    Formatter text = new Formatter(Locale.ROOT);
    text.format("%,d past orders, %,d dishes; milliseconds%n", past, dishes);
    text.format("%-58s %8s %8s %8s %8s%n", "", "median", "p95", "p99", "slowest");
    line(text, "one row and its commit", commit);
    line(text, "placing an order", placing);
    text.format("  = %.1f commits of one row%n", placing.median() / commit.median());
    line(text, "GET /v1/me", request);
    lists.forEach(list -> line(text, list.name(), list.millis()));
    text.format("rows scanned in %d s by a server at rest: %s%n", idleSeconds, scanned);
    for (Claim claim : claims()) {
      text.format(
          "%s %s: at most %.0f, measured %.1f%n",
          claim.holds() ? "HOLDS " : "FAILS ", claim.what(), claim.limit(), claim.measured());
    }
    return text.toString();
  }

  private static void line(Formatter text, String name, Spread spread) {
    text.format(
        "%-58s %8.1f %8.1f %8.1f %8.1f%n",
        name, spread.median(), spread.p95(), spread.p99(), spread.slowest());
  }
}
