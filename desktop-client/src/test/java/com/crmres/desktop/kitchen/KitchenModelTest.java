package com.crmres.desktop.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeKitchen;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.alert.Sound;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KitchenModelTest {

  private final Restaurant restaurant = new Restaurant(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeKitchen kitchen = restaurant.kitchen();
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final List<Sound> played = new ArrayList<>();
  private final KitchenModel model = model(Role.KITCHEN);

  private KitchenModel model(Role role) {
    return new KitchenModel(
        api.kitchen(),
        PatientCalls.immediate(),
        World.OLAYA.id(),
        World.staff(role),
        UUID::randomUUID,
        new AlertsModel(
            (sound, strength) -> played.add(sound), PatientCalls.immediate(), () -> false),
        () -> true);
  }

  private static KitchenTicket grill(String number, int minutesAgo) {
    return FakeKitchen.ticket(
        number,
        FakeKitchen.GRILL,
        World.NOW.minus(Duration.ofMinutes(minutesAgo)),
        World.NOW.plus(Duration.ofMinutes(10)));
  }

  private KitchenTicket fryer(String number) {
    return FakeKitchen.ticket(
        number, FakeKitchen.FRYER, World.NOW, World.NOW.plus(Duration.ofMinutes(10)));
  }

  private void atTheGrill() {
    model.reload();
    model.station().set(FakeKitchen.GRILL.id());
  }

  private List<String> numbers() {
    return model.shown().stream().map(Card::number).toList();
  }

  private Card card(String number) {
    return model.shown().stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsAStationItsOwnTicketsOldestFirst() {
    kitchen.has(grill("A-2", 3)).has(grill("A-1", 9)).has(fryer("A-1"));

    atTheGrill();

    assertThat(numbers()).containsExactly("A-1", "A-2");
    assertThat(card("A-1").dishes()).hasSize(2);
  }

  @Test
  void showsTheExpediterWholeOrdersWithATickOfEachStation() {
    kitchen.has(grill("A-1", 9)).has(fryer("A-1"));
    model.reload();

    assertThat(numbers()).containsExactly("A-1");
    assertThat(card("A-1").dishes()).hasSize(3);
    assertThat(card("A-1").done()).isFalse();
  }

  @Test
  void bumpsAndTakesTheBumpBackToTheOldPlace() {
    kitchen.has(grill("A-1", 9)).has(grill("A-2", 3));
    atTheGrill();

    model.bump(card("A-1"));
    assertThat(numbers()).containsExactly("A-2");

    model.undo();
    assertThat(numbers()).containsExactly("A-1", "A-2");
    assertThat(card("A-1").has(TicketMark.RECALLED)).isTrue();
  }

  @Test
  void finishesALineAndTakesItBackByTheSamePress() {
    kitchen.has(grill("A-1", 9));
    atTheGrill();

    model.toggle(card("A-1").dishes().getFirst());
    assertThat(card("A-1").dishes().getFirst().isDone()).isTrue();
    model.toggle(card("A-1").dishes().getFirst());

    assertThat(card("A-1").dishes().getFirst().isDone()).isFalse();
    assertThat(kitchen.asked())
        .extracting(KitchenCommandRequest::action)
        .containsOnly(KitchenAction.LINE_DONE);
  }

  @Test
  void acknowledgesWhatIsNotWantedBeforeItBumps() {
    KitchenTicket ticket = grill("A-1", 2);
    kitchen.has(FakeKitchen.changed(ticket, ticket.lines(), Set.of(TicketMark.VOIDED), null, true));
    atTheGrill();

    model.bump(card("A-1"));

    assertThat(kitchen.asked())
        .extracting(KitchenCommandRequest::action)
        .containsExactly(KitchenAction.ACKNOWLEDGE_VOID);
  }

  @Test
  void putsWhatIsWantedFirstBeforeAllOthers() {
    kitchen.has(grill("A-1", 9)).has(grill("A-2", 3));
    atTheGrill();

    model.prioritise(card("A-2"));
    assertThat(numbers()).containsExactly("A-2", "A-1");

    model.prioritise(card("A-2"));
    assertThat(numbers()).containsExactly("A-1", "A-2");
  }

  @Test
  void asksTheSameCommandAgainWhenItsAnswerWasLost() {
    kitchen.has(grill("A-1", 9));
    atTheGrill();
    api.answersLost(true);
    model.bump(card("A-1"));
    assertThat(model.failure().get()).isNotNull();

    api.answersLost(false);
    model.bump(card("A-1"));

    assertThat(kitchen.asked())
        .extracting(KitchenCommandRequest::commandId)
        .hasSize(2)
        .containsOnly(kitchen.asked().getFirst().commandId());
  }

  @Test
  void hearsNewTicketsAndChangesWithSoundsOfTheirOwn() {
    atTheGrill();
    KitchenTicket ticket = grill("A-1", 0);
    model.happened(List.of(new LiveEvent.TicketChanged(ticket)));
    KitchenTicket rush =
        FakeKitchen.changed(ticket, ticket.lines(), Set.of(TicketMark.PRIORITY), null, true);
    model.happened(List.of(new LiveEvent.TicketChanged(rush)));
    KitchenTicket off =
        FakeKitchen.changed(rush, rush.lines(), Set.of(TicketMark.VOIDED), null, true);
    model.happened(List.of(new LiveEvent.TicketChanged(off)));

    assertThat(played).containsExactly(Sound.TICKET, Sound.RUSH, Sound.VOIDED);
    assertThat(numbers()).containsExactly("A-1");
  }

  @Test
  void isHeardOnceWhenATicketBecomesLateAndNotForWhatWasLateBefore() {
    kitchen.has(grill("A-1", 3));
    atTheGrill();
    model.tick(World.NOW);
    model.tick(World.NOW.plus(Duration.ofMinutes(9)));
    assertThat(played).isEmpty();

    model.tick(World.NOW.plus(Duration.ofMinutes(11)));
    model.tick(World.NOW.plus(Duration.ofMinutes(12)));
    assertThat(played).containsExactly(Sound.LATE);
  }

  @Test
  void isNotSetBackByAnOlderVersion() {
    atTheGrill();
    KitchenTicket old = grill("A-1", 0);
    KitchenTicket done = FakeKitchen.changed(old, old.lines(), Set.of(), World.NOW, false);

    model.happened(List.of(new LiveEvent.TicketChanged(done), new LiveEvent.TicketChanged(old)));

    assertThat(numbers()).isEmpty();
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void keepsWhatWaitsForItsTimeInItsDrawerUntilItIsFired() {
    KitchenTicket later = FakeKitchen.scheduled(grill("A-9", 0), World.NOW.plusSeconds(1800));
    kitchen.has(later);
    atTheGrill();
    assertThat(numbers()).isEmpty();

    model.panels().toggle(KitchenPanels.Panel.SCHEDULED);
    assertThat(model.panels().tickets()).containsExactly(later);
    model.fire(later);

    assertThat(numbers()).containsExactly("A-9");
  }

  @Test
  void countsAllDishesAndRecallsWhatWasDone() {
    kitchen.has(grill("A-1", 9)).has(grill("A-2", 3));
    atTheGrill();

    model.panels().toggle(KitchenPanels.Panel.ALL_DAY);
    assertThat(model.panels().counts().getFirst().quantity()).isEqualTo(4);

    model.bump(card("A-1"));
    model.panels().toggle(KitchenPanels.Panel.RECALL);
    model.recall(model.panels().tickets().getFirst());
    assertThat(numbers()).containsExactly("A-1", "A-2");
  }

  @Test
  void turnsPagesAndChoosesByPlace() {
    for (int i = 0; i < 13; i++) {
      kitchen.has(grill("A-" + (10 + i), 30 - i));
    }
    atTheGrill();

    model.selection().turn(1);
    model.selection().choose(2);

    assertThat(model.selection().pages()).isEqualTo(2);
    assertThat(model.selection().card().map(Card::number)).contains("A-22");
    model.bump(model.selection().card().orElseThrow());
    model.bump(card("A-21"));
    model.bump(card("A-20"));
    assertThat(model.selection().page().get()).isZero();
  }

  @Test
  void callsForHelpFromAStationOnly() {
    kitchen.has(grill("A-1", 9));
    model.reload();
    model.help(null);
    assertThat(kitchen.helps()).isEmpty();

    model.station().set(FakeKitchen.GRILL.id());
    model.help(card("A-1"));
    assertThat(Objects.requireNonNull(kitchen.helps().getFirst()).stationId())
        .isEqualTo(FakeKitchen.GRILL.id());
  }

  @Test
  void letsAnAuditorOnlyLook() {
    kitchen.has(grill("A-1", 9));
    KitchenModel auditor = model(Role.AUDITOR);
    auditor.reload();

    auditor.bump(auditor.shown().getFirst());

    assertThat(kitchen.asked()).isEmpty();
  }

  @Test
  void agesByWhatWasPromised() {
    Card card = Card.of(grill("A-1", 10));

    assertThat(TicketAge.of(card, World.NOW).level()).isEqualTo(TicketAge.Level.GOOD);
    assertThat(TicketAge.of(card, World.NOW.plusSeconds(180)).level())
        .isEqualTo(TicketAge.Level.DUE);
    assertThat(TicketAge.of(card, World.NOW.plusSeconds(660)).level())
        .isEqualTo(TicketAge.Level.LATE);
    assertThat(TicketAge.of(card, World.NOW.plusSeconds(1300)).level())
        .isEqualTo(TicketAge.Level.VERY_LATE);
  }
}
