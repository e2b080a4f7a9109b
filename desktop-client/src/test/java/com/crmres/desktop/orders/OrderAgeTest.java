package com.crmres.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.World;
import com.crmres.desktop.orders.OrderAge.Level;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderAgeTest {

  @ParameterizedTest
  @CsvSource({"0, FRESH", "59, FRESH", "60, DUE", "119, DUE", "120, LATE", "9000, LATE"})
  void hurriesANewOrderByTheSecondsItWaits(long seconds, Level level) {
    assertThat(after(OrderStatus.PENDING, seconds)).isEqualTo(level);
  }

  /// The promise in the small world is 25 minutes.
  @ParameterizedTest
  @CsvSource({"0, FRESH", "14, FRESH", "15, DUE", "25, DUE", "26, LATE"})
  void hurriesAnAcceptedOrderByTheTimeLeftToItsPromise(long minutes, Level level) {
    assertThat(after(OrderStatus.PREPARING, minutes * 60)).isEqualTo(level);
  }

  private static Level after(OrderStatus status, long seconds) {
    OrderSummary order = World.order("A-1", World.AHMED, status, World.NOW);
    return OrderAge.of(order, World.NOW.plus(Duration.ofSeconds(seconds))).level();
  }
}
