package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel;
import com.crmres.server.http.RunningServer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final String SARA = "966500000001";
  private static final String TEXT = "{\"type\":\"text\",\"text\":\"still hungry?\"}";
  private static final String TEMPLATE =
      """
      {"type":"template","name":"order_ready","language":"ar","category":"utility",
       "body":[{"text":"4711"}],"buttons":[],"text":"طلبك 4711 جاهز"}
      """;

  private final StaffDesk desk;
  private final NoorHouse noor;
  private final UUID thread;

  WindowTest() throws Exception {
    desk = new StaffDesk();
    noor = desk.noor;
    thread = noor.receive(SARA, "hello");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /// behaviour 16
  @Test
  void freeWordsGoOutUntilTheLastMinuteOfTheDayAndThenTemplatesOnly() throws Exception {
    noor.clock.forward(Duration.ofHours(24).minusMinutes(1));
    assertThat(desk.send(thread, TEXT).status()).isEqualTo(202);

    noor.clock.forward(Duration.ofSeconds(61));
    Answer refused = desk.send(thread, TEXT);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error().code()).isEqualTo("WINDOW_CLOSED");
    assertThat(refused.error().details())
        .extracting(ErrorEnvelope.Fault::message)
        .containsExactly(
            "The time for free answers ended less than an hour ago.",
            "You may send the template order_ready (ar).");
    assertThat(desk.send(thread, TEMPLATE).status()).isEqualTo(202);
    desk.deliver();
    assertThat(desk.lastHeard().at("/template/language/code").asText()).isEqualTo("ar");
  }

  @Test
  void theTemplatesThatFitAreListed() throws Exception {
    JsonNode items =
        desk.as(Role.AGENT, "GET", thread + "/templates", null).as(JsonNode.class).path("items");

    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("name").asText()).isEqualTo("order_ready");
  }

  /// behaviour 16
  @Test
  void whatsAppsWordThatTheWindowIsClosedCountsMoreThanOurClock() throws Exception {
    desk.graph.script(ScriptedGraph.refuse(131047));
    UUID message = desk.send(thread, TEXT).as(MessageDetails.class).id();

    desk.deliver();

    MessageDetails shown = shown(message);
    assertThat(shown.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(shown.failure()).startsWith("131047");
    assertThat(shown.content().preview()).isEqualTo("still hungry?");
    assertThat(noor.conversation(thread).channel().window(noor.clock.instant()))
        .isEqualTo(ServiceWindow.CLOSED);
    assertThat(events("conversation_changed")).isPositive();
    assertThat(desk.send(thread, TEXT).error().code()).isEqualTo("WINDOW_CLOSED");
  }

  @Test
  void aRefusalThatIsOlderThanTheCustomersNextMessageClosesNothing() throws Exception {
    desk.graph.script(ScriptedGraph.refuse(131047));
    desk.send(thread, TEXT);
    noor.receive(SARA, "I am here");

    desk.deliver();

    assertThat(noor.conversation(thread).channel().window(noor.clock.instant()))
        .isEqualTo(ServiceWindow.OPEN);
  }

  @Test
  void whatTheHouseMayNotSayAnyMoreIsKeptAsFailed() throws Exception {
    noor.clock.forward(Duration.ofHours(25));

    MessageDetails kept = say("your order is ready", Sender.SYSTEM);
    desk.deliver();

    assertThat(kept.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(kept.failure()).isEqualTo("window closed");
    assertThat(desk.shown(thread)).contains(kept);
    assertThat(desk.graph.heard()).isEmpty();
  }

  /// behaviour 20
  @Test
  void whatWhatsAppWouldRefuseIsKeptAsFailed() throws Exception {
    MessageDetails kept = say("", Sender.AI);
    desk.deliver();

    assertThat(kept.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(desk.graph.heard()).isEmpty();
  }

  private MessageDetails say(String text, Sender sender) {
    return noor.in(transaction ->
        desk.conversations.say(
            transaction,
            noor.restaurantId,
            thread,
            sender,
            new MessageContent.Text(text),
            Channel.WhenInDoubt.SEND_AGAIN));
  }

  private MessageDetails shown(UUID message) {
    return desk.shown(thread).stream()
        .filter(details -> details.id().equals(message))
        .findFirst()
        .orElseThrow();
  }

  private long events(String type) {
    return noor.in(transaction ->
        transaction
            .sql("select count(*) as n from live_event where event ->> 'type' = :type")
            .with("type", type)
            .one(row -> row.number("n")));
  }
}
