package com.crmres.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderBoardModelTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final OrderBoardModel board = board(PatientCalls.immediate(), Role.AGENT);

  private OrderBoardModel board(Calls calls, Role role) {
    return new OrderBoardModel(api, calls, World.OLAYA.id(), World.staff(role), UUID::randomUUID);
  }

  @Test
  void sortsOrdersIntoColumnsOldestFirst() {
    board.reload();

    assertThat(numbers(BoardColumn.NEW)).containsExactly("A-40", "A-41");
    assertThat(numbers(BoardColumn.CONFIRMED)).containsExactly("A-38");
    assertThat(numbers(BoardColumn.PREPARING)).containsExactly("A-30", "A-31");
    assertThat(numbers(BoardColumn.READY)).containsExactly("A-29");
    assertThat(numbers(BoardColumn.OUT_FOR_DELIVERY)).containsExactly("A-27");
    assertThat(board.finished().get()).isEqualTo(3);
    assertThat(board.waiting().get()).isEqualTo(2);
  }

  @Test
  void showsANewOrderAtOnce() {
    board.reload();
    OrderSummary fresh = World.order("A-42", World.REEM, OrderStatus.PENDING, World.NOW);

    board.happened(List.of(new LiveEvent.OrderChanged(fresh)));

    assertThat(numbers(BoardColumn.NEW)).containsExactly("A-40", "A-41", "A-42");
  }

  @Test
  void acceptsWithTheMinutesChosen() {
    board.reload();

    board.accept(order("A-40"), 20);

    ChangeOrderRequest asked = restaurant.changesAsked().getFirst();
    assertThat(asked.action()).isEqualTo(OrderAction.ACCEPT);
    assertThat(asked.minutes()).isEqualTo(20);
    assertThat(numbers(BoardColumn.CONFIRMED)).contains("A-40");
  }

  @Test
  void leadsAnOrderFromNewToDoneWithOneKey() {
    board.reload();
    board.selected().set(order("A-40"));

    for (int step = 0; step < 5; step++) {
      OrderSummary selected = board.selected().get();
      if (selected != null) {
        board.advance(selected);
      }
    }

    assertThat(order("A-40").status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(board.selected().get()).isNull();
  }

  @Test
  void rejectsWithAReason() {
    board.reload();

    board.refuse(order("A-41"), OrderAction.REJECT, OrderReason.CLOSING, null);

    assertThat(restaurant.changesAsked().getFirst().reasonCode()).isEqualTo(OrderReason.CLOSING);
    assertThat(numbers(BoardColumn.NEW)).containsExactly("A-40");
  }

  @Test
  void asksTheSameCommandAgainWhenTheAnswerWasLost() {
    board.reload();
    OrderSummary order = order("A-40");
    api.answersLost(true);
    board.accept(order, 15);
    assertThat(board.failure().get()).isNotNull();

    api.answersLost(false);
    board.accept(order, 15);

    assertThat(restaurant.changesAsked())
        .extracting(ChangeOrderRequest::commandId)
        .hasSize(2)
        .containsOnly(restaurant.changesAsked().getFirst().commandId());
    assertThat(board.failure().get()).isNull();
    assertThat(numbers(BoardColumn.CONFIRMED)).contains("A-40");
  }

  @Test
  void saysThatSomebodyWasFasterAndShowsTheOrderAsItIs() {
    board.reload();
    OrderSummary stale = order("A-40");
    OrderSummary now = World.moved(stale, OrderStatus.CONFIRMED, World.NOW);
    restaurant.place(now);

    board.accept(stale, 15);

    ServerFailure why = board.failure().get();
    assertThat(why == null ? "" : why.code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(numbers(BoardColumn.CONFIRMED)).contains("A-40");
  }

  @Test
  void doesNotAskTwiceWhileAMoveIsUnderWay() {
    var patient = new PatientCalls();
    var slow = board(patient.calls(), Role.AGENT);
    slow.reload();
    patient.answerAll();

    slow.accept(order("A-40"), 15);
    slow.accept(order("A-40"), 15);
    patient.answerAll();

    assertThat(restaurant.changesAsked()).hasSize(1);
  }

  @Test
  void isNotSetBackByAListOlderThanAnEvent() {
    var patient = new PatientCalls();
    var late = board(patient.calls(), Role.AGENT);
    late.reload();
    OrderSummary newer = World.moved(order("A-40"), OrderStatus.CONFIRMED, World.NOW);
    late.happened(List.of(new LiveEvent.OrderChanged(newer)));

    patient.answerAll();

    assertThat(late.column(BoardColumn.CONFIRMED)).contains(newer);
  }

  @Test
  void showsTheNewerOfTwoListsWhicheverArrivesLast() {
    var patient = new PatientCalls();
    var late = board(patient.calls(), Role.AGENT);
    late.reload();
    restaurant.place(World.order("A-50", World.REEM, OrderStatus.PENDING, World.NOW));
    late.reload();

    patient.answerLast();
    patient.answerAll();

    assertThat(late.column(BoardColumn.NEW)).extracting(OrderSummary::number).contains("A-50");
  }

  @Test
  void showsAFailedFaceUntilTheFirstListArrives() {
    api.unreachable(true);
    board.reload();
    assertThat(board.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    board.reload();
    assertThat(board.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void offersTheKitchenOnlyItsOwnMoves() {
    var kitchen = board(PatientCalls.immediate(), Role.KITCHEN);
    kitchen.reload();

    assertThat(kitchen.nextStep(order("A-38"))).contains(OrderAction.START_PREPARING);
    assertThat(kitchen.nextStep(order("A-40"))).isEmpty();
    assertThat(kitchen.otherMoves(order("A-40"))).isEmpty();
  }

  @Test
  void letsAnAuditorOnlyLook() {
    var auditor = board(PatientCalls.immediate(), Role.AUDITOR);
    auditor.reload();

    auditor.accept(order("A-40"), 15);

    assertThat(restaurant.changesAsked()).isEmpty();
  }

  @Test
  void wandersOverTheBoardByArrows() {
    board.reload();

    board.selection().across(1);
    assertThat(selected()).isEqualTo("A-40");
    board.selection().beside(1);
    assertThat(selected()).isEqualTo("A-41");
    board.selection().beside(1);
    assertThat(selected()).isEqualTo("A-41");
    board.selection().across(1);
    assertThat(selected()).isEqualTo("A-38");
    board.selection().across(1);
    assertThat(selected()).isEqualTo("A-30");
    board.selection().across(-1);
    board.selection().across(-1);
    assertThat(selected()).isEqualTo("A-40");
  }

  private @Nullable String selected() {
    OrderSummary order = board.selected().get();
    return order == null ? null : order.number();
  }

  private OrderSummary order(String number) {
    return restaurant.orders().stream()
        .filter(order -> order.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private List<String> numbers(BoardColumn column) {
    return board.column(column).stream().map(OrderSummary::number).toList();
  }
}
