package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffWishTest {

  @Test
  void everyActionIsACommand() {
    for (OrderAction action : EnumSet.complementOf(EnumSet.of(OrderAction.ALTER))) {
      assertThat(StaffWish.command(whole(action))).as("%s", action).isNotNull();
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

  @Test
  void aReasonOfTheListNeedsNoWordsButAnyOtherDoes() {
    var busy = explained(OrderReason.KITCHEN_TOO_BUSY, null, null);
    assertThat(StaffWish.command(busy))
        .isEqualTo(new OrderCommand.Reject(Why.of(OrderReason.KITCHEN_TOO_BUSY), List.of()));

    assertThat(faults(explained(OrderReason.OTHER, null, null))).containsExactly("reason");
  }

  @Test
  void whatIsOutIsNamedForThatReasonOnly() {
    UUID item = UUID.randomUUID();

    assertThat(StaffWish.command(explained(OrderReason.ITEM_UNAVAILABLE, null, List.of(item))))
        .isEqualTo(new OrderCommand.Reject(Why.of(OrderReason.ITEM_UNAVAILABLE), List.of(item)));
    assertThat(faults(explained(OrderReason.CLOSING, null, List.of(item))))
        .containsExactly("itemIds");
  }

  @Test
  void whatDoesNotBelongToAMoveIsNamedWhollyAtOnce() {
    var wrong =
        new ChangeOrderRequest(
            UUID.randomUUID(),
            OrderAction.MARK_READY,
            1,
            null,
            5,
            null,
            List.of(UUID.randomUUID()),
            new Money(100),
            Instant.EPOCH,
            "فهد",
            null,
            Instant.EPOCH,
            UUID.randomUUID());

    assertThat(faults(wrong))
        .containsExactly(
            "minutes", "itemIds", "amount", "scheduledFor", "branchId", "driver", "deviceId");
    assertThat(faults(wish(OrderAction.DELAY, null, null))).containsExactly("minutes");
    assertThat(faults(wish(OrderAction.RESCHEDULE, null, null))).containsExactly("scheduledFor");
  }

  @Test
  void whatAnOrderHoldsIsChangedByItsLinesAndNotHere() {
    assertThat(faults(whole(OrderAction.ALTER))).containsExactly("action");
  }

  private static List<String> faults(ChangeOrderRequest wish) {
    return catchThrowableOfType(ApiException.class, () -> StaffWish.command(wish)).faults().stream()
        .map(Fault::field)
        .toList();
  }

  private static ChangeOrderRequest explained(
      OrderReason code, @Nullable String words, @Nullable List<UUID> items) {
    return new ChangeOrderRequest(
        UUID.randomUUID(),
        OrderAction.REJECT,
        1,
        words,
        null,
        code,
        items,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// With all that the action needs.
  private static ChangeOrderRequest whole(OrderAction action) {
    boolean later = action == OrderAction.RESCHEDULE;
    return new ChangeOrderRequest(
        UUID.randomUUID(),
        action,
        1,
        "مشغولين",
        action == OrderAction.DELAY ? 10 : null,
        null,
        null,
        null,
        later ? Instant.EPOCH : null,
        null,
        "counter 1",
        Instant.EPOCH,
        action == OrderAction.MOVE ? UUID.randomUUID() : null);
  }

  private static ChangeOrderRequest wish(
      OrderAction action, @Nullable String reason, @Nullable Integer minutes) {
    return new ChangeOrderRequest(UUID.randomUUID(), action, 1, reason, minutes);
  }
}
