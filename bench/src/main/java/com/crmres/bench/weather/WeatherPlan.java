package com.crmres.bench.weather;

/// What an evening in the worst weather brings; the same plan brings the same.
///
/// @param messages how many customers write in all
/// @param turns how many of them each customer writes
/// @param atOnce how many customers write side by side
/// @param calmRate messages a second between the bursts; a burst has ten times as many
public record WeatherPlan(long seed, int messages, int turns, int atOnce, int calmRate) {

  /// The evening of the promise: 10,000 messages of 2,000 customers.
  public static WeatherPlan promised(long seed) {
    return new WeatherPlan(seed, 10_000, 5, 100, 30);
  }

  public WeatherPlan of(int howMany) {
    return new WeatherPlan(seed, howMany, turns, atOnce, calmRate);
  }

  int customers() {
    return Math.ceilDiv(messages, turns);
  }
}
