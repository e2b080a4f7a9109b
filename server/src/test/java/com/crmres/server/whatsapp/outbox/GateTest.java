package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Outgoing;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {

  private static final String SARA = "966500000001";
  private static final Duration DAY = Duration.ofHours(24);
  private static final MessageContent OFFER = template(TemplateCategory.MARKETING);
  private static final MessageContent RECEIPT = template(TemplateCategory.UTILITY);

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final Gate gate =
      new Gate(noor.database, noor.conversations, noor.consents, house.notices, noor.clock);

  @AfterEach
  void stop() {
    house.close();
  }

  /// trap 47: WhatsApp says 131049 when it takes a marketing message, or later as a status.
  @ParameterizedTest
  @EnumSource
  void whomWhatsAppSparesMarketingGetsNoneForADayButEverythingElse(Heard heard) throws Exception {
    graphSays(heard);

    assertThat(gate.holdsBack(held(SARA), said(OFFER)))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(DAY.minusMinutes(1), DAY.plusSeconds(1)));
    assertThat(gate.holdsBack(held(SARA), said(RECEIPT))).isEmpty();
    assertThat(gate.holdsBack(held(SARA), said(new MessageContent.Text("hello")))).isEmpty();
    assertThat(gate.holdsBack(held("966500000002"), said(OFFER))).isEmpty();

    noor.in(transaction ->
        transaction
            .sql("update marketing_rest set rests_until = :now")
            .with("now", noor.clock.instant())
            .update());
    assertThat(gate.holdsBack(held(SARA), said(OFFER))).isEmpty();
  }

  /// How 131049 comes.
  enum Heard {
    AS_ANSWER,
    AS_STATUS
  }

  private void graphSays(Heard heard) throws InterruptedException {
    if (heard == Heard.AS_ANSWER) {
      house.graph.script(ScriptedGraph.refuse(131049));
    }
    UUID message = house.say(SARA, "an offer");
    house.sendDue();
    if (heard == Heard.AS_STATUS) {
      noor.database.changeRestaurant(
          noor.restaurantId,
          transaction ->
              house.reports.failed(
                  transaction, noor.restaurantId, message, 131049, noor.clock.instant()));
    }
  }

  /// He may say so while the advertisement waits for its number, its limit or its hour.
  @Test
  void advertisingThatWaitsWhenItsReaderStopsItNeverGoesOut() throws Exception {
    UUID offer = house.say(SARA, OFFER);
    UUID receipt = house.say(SARA, RECEIPT);
    UUID customer = noor.conversation(noor.receive(SARA, "stop")).customer().id();
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.consents.stop(
                transaction,
                noor.restaurantId,
                customer,
                Consents.Source.WORD,
                noor.clock.instant()));

    house.sendDue();

    assertThat(house.graph.heard()).hasSize(1);
    assertThat(house.state(offer)).isEqualTo("failed");
    assertThat(house.state(receipt)).isEqualTo("accepted");
  }

  /// trap 28: order is kept, but not at the price of hours.
  @Test
  void aMessageThatWaitsForADayLetsTheNextOvertakeIt() throws Exception {
    house.graph.script(ScriptedGraph.refuse(131049));
    house.say(SARA, "an offer");
    house.sendDue();

    house.say(SARA, "your order is ready");
    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("an offer", "your order is ready");
  }

  @Test
  void noMorePeopleAreReachedOutsideTheirWindowThanThePortfolioMay() {
    limit(2);
    OutboxStore.Held first = held(SARA);
    OutboxStore.Held second = held("966500000002");
    OutboxStore.Held third = held("966500000003");
    noor.clock.forward(Duration.ofHours(25));

    assertThat(gate.holdsBack(first, said(RECEIPT))).isEmpty();
    assertThat(gate.holdsBack(second, said(RECEIPT))).isEmpty();
    assertThat(gate.holdsBack(first, said(RECEIPT))).as("reached already").isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(gate.holdsBack(third, said(RECEIPT)))
          .hasValueSatisfying(
              wait -> assertThat(wait).isBetween(DAY.minusMinutes(1), DAY.plusSeconds(1)));
    }
    assertThat(house.told()).singleElement().asString().startsWith("limit_reached warning");

    noor.system("update portfolio_reach set reached_at = reached_at - interval '24 hours'");
    assertThat(gate.holdsBack(third, said(RECEIPT))).isEmpty();
  }

  @Test
  void whoWroteInTheLastDayCountsForNoLimit() {
    limit(0);

    assertThat(gate.holdsBack(held(SARA), said(OFFER))).isEmpty();
  }

  @Test
  void numbersOfOneAccountShareItsLimit() {
    noor.numbers.assign(noor.restaurantId, NoorHouse.ACCOUNT, "209876543210987", 60);
    limit(1);
    OutboxStore.Held first = held(SARA);
    OutboxStore.Held second = held("966500000002");
    noor.clock.forward(Duration.ofHours(25));

    assertThat(gate.holdsBack(first, said(RECEIPT))).isEmpty();
    assertThat(gate.holdsBack(from("209876543210987", second), said(RECEIPT))).isPresent();
  }

  @Test
  void anAccountThatMayBeginNothingStillAnswers() {
    OutboxStore.Held message = held(SARA);
    noor.system("update whatsapp_number set initiative_from = now() + interval '2 hours'");

    assertThat(gate.holdsBack(message, said(RECEIPT))).as("his window is open").isEmpty();
    noor.clock.forward(Duration.ofHours(25));
    Optional<Duration> wait = gate.holdsBack(message, said(RECEIPT));

    assertThat(wait)
        .hasValueSatisfying(
            span -> assertThat(span).isBetween(Duration.ofMinutes(119), Duration.ofHours(2)));
  }

  private static Outgoing said(MessageContent content) {
    return new Outgoing.Said(new Customers.Address("966500000001", null), content, null);
  }

  private void limit(int people) {
    noor.system("update whatsapp_number set messaging_limit = " + people);
  }

  private OutboxStore.Held held(String customer) {
    UUID conversation = noor.receive(customer, "hello");
    return new OutboxStore.Held(
        noor.restaurantId, noor.ids.next(), conversation, NoorHouse.NUMBER, 1, 0);
  }

  private static OutboxStore.Held from(String number, OutboxStore.Held held) {
    return new OutboxStore.Held(
        held.restaurantId(), held.messageId(), held.conversationId(), number, 1, 0);
  }

  private static MessageContent template(TemplateCategory category) {
    return new MessageContent.Template(
        "offer", "ar", category, null, List.of(), List.of(), "words");
  }
}
