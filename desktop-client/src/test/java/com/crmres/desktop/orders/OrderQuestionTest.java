package com.crmres.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderQuestionTest {

  private static final OrderSummary ORDER =
      World.order("A-1", World.NOURA, OrderStatus.PENDING, World.NOW);

  @ParameterizedTest
  @EnumSource(OrderAction.class)
  void offersAnAnswerToEveryMoveThatAsks(OrderAction action) {
    OrderQuestion question =
        OrderQuestion.about(
            ORDER, action, World.NOW, List.of("سعيد", "ماجد"), List.of(World.MALAZ));

    assertThat(question.choices()).isNotEmpty();
    assertThat(question.choices())
        .allSatisfy(choice -> assertThat(question.wish(choice).action()).isEqualTo(action));
  }

  @Test
  void takesReasonsFromTheServersListAndLeavesTheLastToWords() {
    OrderQuestion question =
        OrderQuestion.about(ORDER, OrderAction.CANCEL, World.NOW, List.of(), List.of());

    assertThat(question.choices())
        .contains(new OrderQuestion.Because(OrderReason.CUSTOMER_CHANGED_MIND))
        .doesNotContain(new OrderQuestion.Because(OrderReason.OTHER));
    assertThat(question.field()).isEqualTo(OrderQuestion.Field.REASON);
  }

  @Test
  void offersTheComingHalfHoursForAnotherTime() {
    OrderQuestion question =
        OrderQuestion.about(ORDER, OrderAction.RESCHEDULE, World.NOW, List.of(), List.of());

    assertThat(question.choices().getFirst())
        .isEqualTo(new OrderQuestion.At(Instant.parse("2026-11-23T18:30:00Z")));
  }

  @Test
  void anotherBranchIsChosenFirstAndTheReasonAfterIt() {
    OrderQuestion where =
        OrderQuestion.about(ORDER, OrderAction.MOVE, World.NOW, List.of(), List.of(World.MALAZ));
    assertThat(where.choices()).containsExactly(new OrderQuestion.To(World.MALAZ));

    OrderQuestion why = where.towards(World.MALAZ);
    ChangeOrderRequest moved =
        why.wish(new OrderQuestion.Because(OrderReason.KITCHEN_TOO_BUSY))
            .request(World.id("command"), 4);
    assertThat(moved.action()).isEqualTo(OrderAction.MOVE);
    assertThat(moved.branchId()).isEqualTo(World.MALAZ.id());
    assertThat(moved.reasonCode()).isEqualTo(OrderReason.KITCHEN_TOO_BUSY);
    assertThat(
            why.asked(Wish.because(OrderAction.MOVE, OrderReason.OTHER, "قريب منه", List.of()))
                .branchId())
        .isEqualTo(World.MALAZ.id());
  }

  @Test
  void sendsEachMoveOnlyWhatTheServerTakes() {
    ChangeOrderRequest rejected =
        Wish.because(
                OrderAction.REJECT,
                OrderReason.ITEM_UNAVAILABLE,
                null,
                List.of(World.id("item Fries")))
            .request(World.id("command"), 3);
    ChangeOrderRequest brought =
        Wish.by(OrderAction.ASSIGN_DRIVER, "سعيد").request(World.id("c"), 1);

    assertThat(rejected.itemIds()).containsExactly(World.id("item Fries"));
    assertThat(rejected.reason()).isNull();
    assertThat(brought.driver()).isEqualTo("سعيد");
    assertThat(brought.itemIds()).isNull();
  }

  @Test
  void knowsHowLongReadyCanBeTakenBack() {
    OrderSummary ready = World.order("A-2", World.NOURA, OrderStatus.READY, World.NOW);

    assertThat(UndoTime.left(ready, OrderAction.UNDO_READY, World.NOW.plusSeconds(60)))
        .contains(Duration.ofMinutes(9));
    assertThat(UndoTime.isOver(ready, OrderAction.UNDO_READY, World.NOW.plusSeconds(600))).isTrue();
    assertThat(UndoTime.left(ready, OrderAction.CANCEL, World.NOW)).isEmpty();
  }

  @Test
  void hearsLettersOfBothKeyboards() {
    for (BoardKey key : BoardKey.values()) {
      assertThat(BoardKey.actionOf(key.letter())).contains(key.action());
      assertThat(BoardKey.actionOf(key.letter().toLowerCase(Locale.ROOT))).contains(key.action());
    }
    assertThat(BoardKey.actionOf("ق")).contains(OrderAction.REJECT);
    assertThat(BoardKey.actionOf("")).isEmpty();
  }

  @Test
  void filtersByWayMoneyAndWords() {
    OrderSummary delivery =
        World.order("A-27", World.AHMED, OrderStatus.OUT_FOR_DELIVERY, World.NOW);

    assertThat(BoardFilter.ALL.shows(delivery)).isTrue();
    assertThat(BoardFilter.ALL.withWay(BoardFilter.Way.PICKUP).shows(delivery)).isFalse();
    assertThat(BoardFilter.ALL.withUnpaid(true).shows(delivery)).isTrue();
    assertThat(BoardFilter.ALL.withWords("a-27").shows(delivery)).isTrue();
    assertThat(BoardFilter.ALL.withWords("4567").shows(delivery)).isTrue();
    assertThat(BoardFilter.ALL.withWords("9999").shows(delivery)).isFalse();
    BoardFilter kept = BoardFilter.ALL.withWay(BoardFilter.Way.DELIVERY).withUnpaid(true);
    assertThat(BoardFilter.of(kept.withWords("x").kept())).isEqualTo(kept);
    assertThat(BoardFilter.of("nonsense")).isEqualTo(BoardFilter.ALL);
    assertThat(Objects.requireNonNull(delivery.standing().driver())).isEqualTo("سعيد");
  }
}
