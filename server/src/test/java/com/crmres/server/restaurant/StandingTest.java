package com.crmres.server.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  @Test
  void aBranchAsUsualTakesOrdersUntilItCloses() {
    assertThat(branch(Serving.ONLINE).standing(at("2026-11-24T20:00")))
        .isEqualTo(new Standing.Open(at("2026-11-25T02:00")));
  }

  @Test
  void aPauseEndsByItself() {
    Branch paused = branch(new Serving(BranchMode.PAUSED, at("2026-11-24T20:30"), 0, false));

    assertThat(paused.standing(at("2026-11-24T20:29")))
        .isEqualTo(new Standing.Paused(at("2026-11-24T20:30")));
    assertThat(paused.isOpen(at("2026-11-24T20:30"))).isTrue();
  }

  @Test
  void aPauseUntilTheEndOfTheDayIsOverWhenItOpensAgain() {
    Branch paused = branch(new Serving(BranchMode.PAUSED, at("2026-11-25T02:00"), 0, false));

    assertThat(paused.standing(at("2026-11-24T20:00")))
        .isEqualTo(new Standing.Paused(at("2026-11-25T11:00")));
  }

  @Test
  void aPauseOfTodayDoesNotCountAgainstTomorrow() {
    Branch paused = branch(new Serving(BranchMode.PAUSED, at("2026-11-25T02:00"), 0, false));

    assertThat(paused.isOpenFor(at("2026-11-24T21:00"))).isFalse();
    assertThat(paused.isOpenFor(at("2026-11-25T13:00"))).isTrue();
  }

  @Test
  void aBusyBranchMayTakeOrdersForLaterOnly() {
    Instant until = at("2026-11-24T21:00");
    Branch busy = branch(new Serving(BranchMode.BUSY, until, 15, true));
    Branch laterOnly = branch(new Serving(BranchMode.BUSY, until, 15, false));

    assertThat(busy.isOpen(at("2026-11-24T20:00"))).isTrue();
    assertThat(laterOnly.isOpen(at("2026-11-24T20:00"))).isFalse();
    assertThat(laterOnly.isOpenFor(at("2026-11-24T20:45"))).isTrue();
    assertThat(laterOnly.isOpen(until)).isTrue();
  }

  @Test
  void outsideItsHoursABranchIsClosedWhateverPeopleSet() {
    Branch paused = branch(new Serving(BranchMode.PAUSED, at("2026-11-24T10:00"), 0, false));

    assertThat(paused.standing(at("2026-11-24T09:00")))
        .isEqualTo(new Standing.Closed(at("2026-11-24T11:00"), null));
  }

  private static Branch branch(Serving serving) {
    OpeningHours hours =
        OpeningHours.daily(new OpeningHours.Span(LocalTime.of(11, 0), LocalTime.of(2, 0)));
    LocalizedText name = new LocalizedText("العليا", "Olaya");
    return new Branch(
        new UUID(0, 1),
        "A",
        name,
        name,
        RIYADH,
        24.7,
        46.7,
        Timetable.weekly(hours),
        true,
        20,
        serving);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(RIYADH).toInstant();
  }
}
