package com.crmres.desktop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.alert.Sound;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmModelTest {

  private final Restaurant restaurant = new Restaurant(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final List<Sound> played = new ArrayList<>();
  private final AlertsModel alerts =
      new AlertsModel(
          (sound, strength) -> played.add(sound), PatientCalls.immediate(), () -> false);
  private final OrderBoardModel board = board(Role.AGENT);
  private final AlarmModel alarm = new AlarmModel(board, alerts);

  private OrderBoardModel board(Role role) {
    return new OrderBoardModel(
        new FakeServerApi(restaurant),
        PatientCalls.immediate(),
        World.OLAYA.id(),
        World.staff(role),
        UUID::randomUUID);
  }

  private void placed(String number, Instant at) {
    restaurant.place(World.order(number, World.NOURA, OrderStatus.PENDING, at));
    board.reload();
  }

  private void secondsPass(int from, int to) {
    for (int second = from; second <= to; second++) {
      alarm.tick(World.NOW.plusSeconds(second));
    }
  }

  @Test
  void chimesAtOnceAndAgainAfterHalfAMinute() {
    placed("A-1", World.NOW);

    secondsPass(0, 59);

    assertThat(played).containsExactly(Sound.NEW_ORDER, Sound.NEW_ORDER);
    assertThat(alarm.toTheFront().get()).isZero();
  }

  @Test
  void getsLouderAndBringsTheWindowToTheFrontAfterAMinute() {
    placed("A-1", World.NOW);

    secondsPass(0, 89);

    assertThat(played).containsExactly(Sound.NEW_ORDER, Sound.NEW_ORDER, Sound.ALARM, Sound.ALARM);
    assertThat(alarm.toTheFront().get()).isEqualTo(1);
    AlarmModel.Ringing ringing = alarm.ringing().get();
    assertThat(ringing == null ? null : ringing.rung()).isEqualTo(AlarmRung.LOUD);
  }

  @Test
  void fallsSilentWhenSomebodyHasSeenThemThoughTheyWaitOn() {
    placed("A-1", World.NOW);
    placed("A-2", World.NOW);
    secondsPass(0, 3);
    played.clear();

    alarm.acknowledge();
    secondsPass(4, 200);

    assertThat(played).isEmpty();
    assertThat(alarm.ringing().get()).isNull();
    assertThat(board.waiting().get()).isEqualTo(2);
  }

  @Test
  void ringsAtOnceForAnotherOrderAfterTheFirstWasSeen() {
    placed("A-1", World.NOW);
    secondsPass(0, 3);
    alarm.acknowledge();
    secondsPass(4, 10);
    played.clear();

    board.happened(
        List.of(
            new LiveEvent.OrderChanged(
                World.order("A-2", World.AHMED, OrderStatus.PENDING, World.NOW.plusSeconds(10)))));
    secondsPass(11, 12);

    assertThat(played).containsExactly(Sound.NEW_ORDER);
  }

  @Test
  void stopsWhenTheOrderIsAccepted() {
    placed("A-1", World.NOW);
    secondsPass(0, 3);

    board.accept(board.all().getFirst(), 15);
    secondsPass(4, 5);

    assertThat(alarm.ringing().get()).isNull();
  }

  @Test
  void doesNotRingForWhoeverMayNotAnswer() {
    placed("A-1", World.NOW);
    var kitchen = board(Role.KITCHEN);
    kitchen.reload();
    var silent = new AlarmModel(kitchen, alerts);

    silent.tick(World.NOW.plusSeconds(200));

    assertThat(played).isEmpty();
  }
}
