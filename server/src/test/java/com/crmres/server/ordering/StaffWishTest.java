package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffWishTest {

  @Test
  void everyActionIsACommand() {
    for (OrderAction action : OrderAction.values()) {
      assertThat(StaffWish.command(wish(action, "مشغولين", null))).isNotNull();
    }
  }

  @Test
  void acceptingMaySayHowLong() {
    assertThat(StaffWish.command(wish(OrderAction.ACCEPT, null, 25)))
        .isEqualTo(new OrderCommand.Accept(25));
    assertThat(StaffWish.command(wish(OrderAction.ACCEPT, null, null)))
        .isEqualTo(new OrderCommand.Accept(null));
  }

  @Test
  void refusingNeedsAReason() {
    assertThatThrownBy(() -> StaffWish.command(wish(OrderAction.REJECT, " ", null)))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::field, Fault::rule)
                    .containsExactly(tuple("reason", Rule.REQUIRED)));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(() -> StaffWish.command(wish(OrderAction.CANCEL, "ا".repeat(201), 300)))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::field)
                    .containsExactly("reason", "minutes"));
  }

  private static ChangeOrderRequest wish(
      OrderAction action, @Nullable String reason, @Nullable Integer minutes) {
    return new ChangeOrderRequest(UUID.randomUUID(), action, 1, reason, minutes);
  }
}
