package com.crmres.desktop.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.FakeKitchen;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ServerFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each row of the table of conflicts: what was done without network meets what has happened since.
class ConflictTest {

  private static final UUID BRANCH = World.OLAYA.id();
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private Instant now = World.NOW;

  /// Runs as the test says.
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServerApi server = new FakeServerApi(restaurant);
  private final CommandStore store =
      LocalStores.IN_MEMORY.of(World.SARAH.id(), URI.create("http://here"));
  private final List<Outcome> outcomes = new ArrayList<>();
  private final CommandQueue queue =
      new CommandQueue(store, server, Runnable::run, Runnable::run, clock);
  private final KeepingApi api =
      new KeepingApi(server, queue, BRANCH, "desk-1", World.SARAH.name(), UUID::randomUUID, clock);

  ConflictTest() {
    queue.listener((command, outcome) -> outcomes.add(outcome));
    restaurant.place(World.order("A-70", World.REEM, OrderStatus.PENDING, World.NOW));
    restaurant.place(World.order("A-71", World.REEM, OrderStatus.PREPARING, World.NOW));
  }

  private UUID id(String number) {
    return restaurant.orders().stream()
        .filter(order -> order.number().equals(number))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private OrderSummary order(String number) {
    return restaurant.order(id(number));
  }

  private void becomes(String number, OrderStatus status) {
    restaurant.place(World.moved(order(number), status, now));
  }

  private ChangeOrderRequest request(String number, OrderAction action) {
    return new ChangeOrderRequest(
        UUID.randomUUID(),
        action,
        order(number).version(),
        null,
        action == OrderAction.ACCEPT ? 15 : null);
  }

  private void withoutNetwork(Runnable deed) {
    server.unreachable(true);
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ServerFailure.class, why -> assertThat(why.kind()).isEqualTo(ServerFailure.Kind.KEPT));
  }

  private void theNetworkComesBack() {
    server.unreachable(false);
    queue.handOver();
  }

  private Outcome outcome() {
    assertThat(outcomes).hasSize(1);
    assertThat(queue.kept()).isEmpty();
    return outcomes.getFirst();
  }

  @Test
  void readyOfWhatIsStillPreparedIsAppliedWithTheTimeOfTheDevice() {
    withoutNetwork(() -> api.changeOrder(id("A-71"), request("A-71", OrderAction.MARK_READY)));
    Instant then = now;
    now = now.plusSeconds(120);
    restaurant.place(World.moved(order("A-71"), OrderStatus.PREPARING, now));
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(order("A-71").status()).isEqualTo(OrderStatus.READY);
    ChangeOrderRequest last = restaurant.changesAsked().getLast();
    assertThat(last.deviceTime()).isEqualTo(then);
    assertThat(last.deviceId()).isEqualTo("desk-1");
  }

  @Test
  void aBumpOfWhatIsStillPreparedIsAppliedWithTheTimeOfTheDevice() {
    KitchenTicket ticket = ticket();
    withoutNetwork(() -> api.kitchen().command(ticket.id(), bump(ticket)));
    now = now.plusSeconds(120);
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(restaurant.kitchen().open(null))
        .extracting(KitchenTicket::id)
        .doesNotContain(ticket.id());
  }

  @Test
  void readyOfWhatWasCancelledStaysCancelledAndSaysThatTheFoodWasMade() {
    withoutNetwork(() -> api.changeOrder(id("A-71"), request("A-71", OrderAction.MARK_READY)));
    now = now.plusSeconds(300);
    becomes("A-71", OrderStatus.CANCELLED);
    theNetworkComesBack();

    Outcome outcome = outcome();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FOOD_MADE);
    assertThat(outcome.number()).isEqualTo("A-71");
    assertThat(outcome.at()).isEqualTo(now);
    assertThat(order("A-71").status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void aBumpOfWhatWasCancelledIsTheServersWaste() {
    KitchenTicket ticket = ticket();
    withoutNetwork(() -> api.kitchen().command(ticket.id(), bump(ticket)));
    now = now.plusSeconds(300);
    restaurant.kitchen().has(FakeKitchen.voided(ticket));
    theNetworkComesBack();

    Outcome outcome = outcome();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FOOD_MADE);
    assertThat(outcome.number()).isEqualTo(ticket.number());
    assertThat(outcome.at()).isEqualTo(now);
  }

  @Test
  void whatExpiredIsNotAcceptedAndSaidSo() {
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.ACCEPT)));
    now = now.plusSeconds(600);
    becomes("A-70", OrderStatus.EXPIRED);
    theNetworkComesBack();

    Outcome outcome = outcome();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.TOO_LATE);
    assertThat(outcome.number()).isEqualTo("A-70");
    assertThat(order("A-70").status()).isEqualTo(OrderStatus.EXPIRED);
  }

  @Test
  void whatAnotherBranchRescuedIsNotAcceptedHere() {
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.ACCEPT)));
    restaurant.place(World.elsewhere(order("A-70"), World.MALAZ.id()));
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.ELSEWHERE);
    assertThat(order("A-70").status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void whatAnotherDeviceAcceptedIsAcceptedAndSaysByWhom() {
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.ACCEPT)));
    var khalid = new Colleague(World.id("khalid"), "خالد", Role.AGENT, List.of(BRANCH));
    restaurant.acceptedBy(id("A-70"), khalid);
    theNetworkComesBack();

    Outcome outcome = outcome();
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED_BEFORE);
    assertThat(outcome.who()).isEqualTo("خالد");
    assertThat(order("A-70").status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void whatWasOnlySeenByAnotherDeviceIsAcceptedAllTheSame() {
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.ACCEPT)));
    var _ = restaurant.change(id("A-70"), request("A-70", OrderAction.ACKNOWLEDGE));
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(order("A-70").status()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void soldOutIsAppliedAtOnceForTheTimeThatIsLeft() {
    UUID item = World.id("item Pepsi");
    withoutNetwork(() ->
        api.menu()
            .availability(
                item, new AvailabilityRequest(BRANCH, false, null, AvailabilityPreset.HOUR, null)));
    now = now.plusSeconds(600);
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(restaurant.menu().asked())
        .containsExactly(
            new AvailabilityRequest(
                BRANCH, false, World.NOW.plus(Duration.ofHours(1)), null, null));
  }

  @Test
  void soldOutForATimeThatIsOverIsNotToldAnyMore() {
    UUID item = World.id("item Pepsi");
    withoutNetwork(() ->
        api.menu()
            .availability(
                item,
                new AvailabilityRequest(BRANCH, false, null, AvailabilityPreset.HALF_HOUR, null)));
    now = now.plusSeconds(2_000);
    theNetworkComesBack();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.OUTDATED);
    assertThat(restaurant.menu().asked()).isEmpty();
  }

  @Test
  void wordsForAWindowThatClosedAreNotSentAndWaitForAPerson() {
    var request = new ReplyRequest(UUID.randomUUID(), "طلبك جاهز");
    keep(request);
    restaurant.closeWindow(AHMED);
    theNetworkComesBack();

    assertThat(outcomes).isEmpty();
    assertThat(queue.kept())
        .singleElement()
        .satisfies(one -> assertThat(one.held()).isEqualTo(Hold.WINDOW_CLOSED));
    assertThat(store.read())
        .singleElement()
        .satisfies(one -> assertThat(one.held()).isEqualTo(Hold.WINDOW_CLOSED));
  }

  @Test
  void wordsThatAreTooOldAreAskedAboutAndSentWhenSomebodySaysSo() {
    keep(new ReplyRequest(UUID.randomUUID(), "خمس دقائق"));
    now = now.plus(Duration.ofMinutes(21));
    theNetworkComesBack();
    assertThat(queue.kept().getFirst().held()).isEqualTo(Hold.EXPIRED);
    assertThat(restaurant.repliesAsked()).isEmpty();

    queue.release(queue.kept().getFirst());

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(restaurant.repliesAsked()).hasSize(1);
  }

  @Test
  void oldWordsThatHadArrivedAndOnlyLostTheirAnswerAreNotAskedAbout() {
    server.answersLost(true);
    var _ = api.reply(AHMED, new ReplyRequest(UUID.randomUUID(), "خمس دقائق"));
    assertThat(queue.kept()).hasSize(1);
    now = now.plus(Duration.ofMinutes(21));
    server.answersLost(false);
    queue.handOver();

    assertThat(outcome().kind()).isEqualTo(Outcome.Kind.WAS_SO);
    assertThat(restaurant.messages(AHMED)).filteredOn(said -> text(said, "خمس دقائق")).hasSize(1);
  }

  @Test
  void whatTakesAwayIsNotKeptAndSaysThatItNeedsTheNetwork() {
    server.unreachable(true);
    for (OrderAction action : List.of(OrderAction.REJECT, OrderAction.CANCEL, OrderAction.REFUND)) {
      assertThatThrownBy(() -> api.changeOrder(id("A-70"), request("A-70", action)))
          .isInstanceOfSatisfying(
              ServerFailure.class,
              why -> assertThat(why.kind()).isEqualTo(ServerFailure.Kind.UNREACHABLE));
    }
    assertThatThrownBy(() ->
            api.menu().availability(World.id("item Pepsi"), new AvailabilityRequest(BRANCH, true)))
        .isInstanceOf(ServerFailure.class);

    assertThat(queue.kept()).isEmpty();
  }

  @Test
  void aSettingThatSomebodyElseChangedIsRefusedAsEver() {
    // Prices and menus are not edited here; what may be edited is never kept, so that the server
    // compares versions while the person looks on.
    server.unreachable(true);
    assertThatThrownBy(() -> api.assistant().save(restaurant.assistant().settings()))
        .isInstanceOf(ServerFailure.class);
    assertThat(queue.kept()).isEmpty();
  }

  @Test
  void whatWaitsGoesBeforeWhatComes() {
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.ACCEPT)));
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.START_PREPARING)));
    withoutNetwork(() -> api.changeOrder(id("A-70"), request("A-70", OrderAction.MARK_READY)));
    theNetworkComesBack();

    assertThat(outcomes).extracting(Outcome::kind).containsOnly(Outcome.Kind.DONE).hasSize(3);
    assertThat(order("A-70").status()).isEqualTo(OrderStatus.READY);
  }

  private void keep(ReplyRequest request) {
    server.unreachable(true);
    MessageDetails shown = api.reply(AHMED, request);
    assertThat(shown.id()).isEqualTo(request.commandId());
    assertThat(queue.kept()).hasSize(1);
  }

  private static boolean text(MessageDetails said, String words) {
    return WordRules.text(said.content()).equals(words);
  }

  private KitchenTicket ticket() {
    KitchenTicket ticket =
        FakeKitchen.ticket("A-80", FakeKitchen.GRILL, World.NOW, World.NOW.plusSeconds(600));
    restaurant.kitchen().has(ticket);
    return ticket;
  }

  private static KitchenCommandRequest bump(KitchenTicket ticket) {
    return new KitchenCommandRequest(
        UUID.randomUUID(), KitchenAction.BUMP, ticket.version(), null, null, null);
  }
}
