package com.crmres.server.assistant.safety;

import java.util.stream.Stream;

/// No absurd number ever gets into a cart.
final class Quantities implements Check {

  private static final int MOST = 50;
  private static final int MOST_LINES = 40;

  @Override
  public String kind() {
    return "quantity";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    int lines = moment.after().lines().size();
    return Stream.concat(
        moment.after().lines().stream()
            .filter(line -> line.quantity() < 1 || line.quantity() > MOST)
            .map(line -> line.quantity() + " of an item in the cart"),
        lines > MOST_LINES ? Stream.of(lines + " lines in the cart") : Stream.empty());
  }
}
