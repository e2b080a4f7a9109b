package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// What is answered when something is made is what is read of it later.
class StoredTimeTest {

  private static final Instant FINE = Instant.parse("2026-11-23T17:45:00.123456789Z");

  @Test
  void aMomentComesBackFromTheDatabaseAsItWasTold() {
    Clock clock = StoredTime.of(Clock.fixed(FINE, ZoneOffset.UTC));

    assertThat(keptAndRead(clock.instant())).isEqualTo(clock.instant());
    assertThat(keptAndRead(FINE)).isNotEqualTo(FINE);
  }

  private static Instant keptAndRead(Instant moment) {
    try (TestDatabase database = TestDatabase.fresh()) {
      return database
          .database()
          .inSystem(transaction ->
              transaction
                  .sql("select cast(:moment as timestamptz) as moment")
                  .with("moment", moment)
                  .one(row -> row.instant("moment")));
    }
  }
}
