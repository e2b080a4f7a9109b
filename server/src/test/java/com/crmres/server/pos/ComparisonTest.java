package com.crmres.server.pos;

import static com.crmres.common.pos.DriftKind.HERE_BEHIND;
import static com.crmres.common.pos.DriftKind.MISSING_THERE;
import static com.crmres.common.pos.DriftKind.NOT_VOIDED_THERE;
import static com.crmres.common.pos.DriftKind.RETURNED_THERE;
import static com.crmres.common.pos.DriftKind.TILL_BEHIND;
import static com.crmres.common.pos.DriftKind.TOTAL_DIFFERS;
import static com.crmres.common.pos.DriftKind.VOIDED_THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.DriftKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofMinutes(10));

  @Test
  void equalOrdersDoNotDiffer() {
    assertThat(kinds(OrderStatus.READY, Stage.READY)).isEmpty();
    assertThat(kinds(OrderStatus.DELIVERED, Stage.COMPLETED)).isEmpty();
    assertThat(kinds(OrderStatus.CANCELLED, Stage.VOIDED)).isEmpty();
    assertThat(kinds(OrderStatus.CANCEL_REQUESTED, Stage.PREPARING)).isEmpty();
  }

  @Test
  void whoIsBehindIsNamed() {
    assertThat(kinds(OrderStatus.READY, Stage.PENDING)).containsExactly(TILL_BEHIND);
    assertThat(kinds(OrderStatus.PREPARING, Stage.COMPLETED)).containsExactly(HERE_BEHIND);
  }

  @Test
  void oneSideThatIsOverIsNamed() {
    assertThat(kinds(OrderStatus.CANCELLED, Stage.PREPARING)).containsExactly(NOT_VOIDED_THERE);
    assertThat(kinds(OrderStatus.PREPARING, Stage.VOIDED)).containsExactly(VOIDED_THERE);
    assertThat(kinds(OrderStatus.DELIVERED, Stage.RETURNED)).containsExactly(RETURNED_THERE);
  }

  @Test
  void oneHalalaOfDifferenceIsADifference() {
    assertThat(kinds(order(OrderStatus.READY, Stage.READY, 4801, "r", null)))
        .containsExactly(TOTAL_DIFFERS);
  }

  @Test
  void whatNeverArrivedOrIsGoneIsMissing() {
    assertThat(kinds(order(OrderStatus.PENDING, null, 4800, null, null)))
        .containsExactly(MISSING_THERE);
    assertThat(kinds(order(OrderStatus.PREPARING, Stage.ACCEPTED, 4800, "r", LONG_AGO)))
        .containsExactly(MISSING_THERE);
    assertThat(kinds(order(OrderStatus.DELIVERED, Stage.ACCEPTED, 4800, "r", LONG_AGO))).isEmpty();
  }

  private static List<DriftKind> kinds(OrderStatus status, Stage stage) {
    return kinds(order(status, stage, 4800, "r", null));
  }

  private static List<DriftKind> kinds(Handed order) {
    return Comparison.of(order, NOW).stream().map(Difference::kind).toList();
  }

  private static Handed order(
      OrderStatus status,
      @Nullable Stage stage,
      long theirTotal,
      @Nullable String reference,
      @Nullable Instant missingSince) {
    return new Handed(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "key",
        List.of(),
        "A-1",
        status,
        LONG_AGO,
        Fulfilment.PICKUP,
        new Money(4800),
        null,
        reference,
        stage,
        "raw",
        new Money(theirTotal),
        NOW,
        missingSince,
        false,
        LONG_AGO);
  }
}
