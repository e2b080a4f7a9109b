package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// From the first dish in a cart to the refund, on a real database: whatever everybody does, in
/// whatever order, the books stay right.
///
/// `-Dcrm.random.commands=100000` makes as many steps as that, `-Dcrm.random.seed` others.
class RandomHouseTest {

  private static final int STEPS = Integer.getInteger("crm.random.commands", 2_500);
  private static final long SEED = Long.getLong("crm.random.seed", 29);
  private static final int BETWEEN_LOOKS = 500;

  /// In a long run whole days pass in which everybody insists on the same hour.
  private static final int ENOUGH = 500;

  @Test
  void whateverEverybodyDoesTheBooksStayRight() {
    try (RandomHouse house = new RandomHouse(SEED)) {
      Invariants books = new Invariants(house.world);
      for (int i = 1; i <= STEPS; i++) {
        books.portionsAreKept(house.step());
        if (i % BETWEEN_LOOKS == 0) {
          books.hold();
        }
      }
      books.hold();
      assertThat(house.seen)
          .containsKeys("yes Placed", "yes AlreadyPlaced", "yes Changed", "yes SoldOut", "yes Full")
          .containsKeys("cart Changed", "cart Refused", "by the clock")
          .containsKeys("order Moved", "order NotAllowed", "order ChangedMeanwhile");
      assertThat(house.seen.keySet())
          .contains("is confirmed", "is preparing", "is ready", "is delivered", "is rejected")
          .contains("is cancel_requested", "is cancelled")
          .contains("revise Moved", "revise NotMade", "revise Answered")
          .contains("alter Opened", "yes Altered", "moved preparing");
      assertThat(books.orders()).isGreaterThan(Math.min(STEPS / 100, ENOUGH));
    }
  }
}
