package com.crmres.bench.orders;

import java.util.UUID;

/// The ids of what is made by thousands, as `bench_id` makes them in the database.
final class Names {

  private Names() {}

  static UUID conversation(long count) {
    return of(3, count);
  }

  static UUID customer(long count) {
    return of(2, count);
  }

  static UUID branch(long count) {
    return of(1, count);
  }

  static UUID order(long count) {
    return of(10, count);
  }

  static UUID task(long count) {
    return of(18, count);
  }

  static UUID feedback(long count) {
    return of(20, count);
  }

  static UUID turn(long count) {
    return of(22, count);
  }

  /// Twelve digits of the count, `7000`, `8000`, twelve digits of the kind.
  private static UUID of(int kind, long count) {
    long high = count << 16 | 0x7000L;
    long low = 0x8000L << 48 | kind;
    return new UUID(high, low);
  }
}
