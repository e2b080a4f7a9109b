package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  private static final UUID NOOR = UUID.fromString("01980000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01980000-0000-7000-8000-000000000002");

  private static final TestDatabase FIRST = TestDatabase.fresh();
  private static final TestDatabase SECOND = TestDatabase.fresh();
  private static final TestDatabase THIRD = TestDatabase.fresh();

  @Test
  void whatOneDatabaseHoldsTheOtherDoesNot() {
    FIRST.database().changeRestaurant(NOOR, TestDatabaseTest::addRestaurant);

    assertThat(restaurantsSeenBy(FIRST, NOOR)).isEqualTo(1);
    assertThat(restaurantsSeenBy(SECOND, NOOR)).isZero();
  }

  @Test
  void theApplicationSeesItsOwnRestaurantOnly() {
    THIRD.database().changeRestaurant(NOOR, TestDatabaseTest::addRestaurant);

    assertThat(restaurantsSeenBy(THIRD, OTHER)).isZero();
  }

  private static long restaurantsSeenBy(TestDatabase database, UUID restaurant) {
    return database
        .database()
        .inRestaurant(
            restaurant,
            tx -> tx.sql("select count(*) as n from restaurant").one(row -> row.number("n")));
  }

  private static void addRestaurant(Transaction tx) {
    tx.sql(
            """
            insert into restaurant (restaurant_id, name_ar, name_en, created_at)
            values (:id, 'نور', 'Noor', now())
            """)
        .with("id", NOOR)
        .update();
  }
}
