package com.crmres.server.whatsapp.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.template.StandardTemplate;
import com.crmres.common.template.StandardTemplateState;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Attachments;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.ordering.OrderTrial;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import com.crmres.server.whatsapp.outbox.SendingHouse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a customer is told of his order when his window has closed meanwhile.
class NoticeJourneyTest {

  private static final String SARA = "966500000001";

  private final SendingHouse house = new SendingHouse();
  private final LoopbackTemplates whatsApp = new LoopbackTemplates();
  private final Templates templates =
      new Templates((_, _, _) -> true, house.notices, house.noor.clock);
  private final Conversations conversations =
      new Conversations(
          house.noor.customers,
          new OutboxQueue(() -> {}, new ApprovedTemplates(templates), Attachments.AS_TOLD),
          house.noor.turnQueue,
          house.noor.events,
          house.noor.clock,
          house.noor.ids,
          Duration.ofMinutes(30));
  private final StandardSupply supply =
      new StandardSupply(
          house.noor.database,
          new Submissions(house.noor.database, whatsApp.calls(), house.notices, house.noor.clock));
  private final OrderTrial orders = new OrderTrial(house.noor, conversations);

  @AfterEach
  void stop() {
    whatsApp.close();
    house.close();
  }

  @Test
  void anOrderThatIsReadyAfterTheWindowClosedIsToldByTheApprovedTemplate() throws Exception {
    approveAll();
    UUID sara = house.noor.receive(SARA, "hello");
    UUID order = orders.preparing(sara, Fulfilment.PICKUP);
    house.sendDue();
    house.noor.clock.forward(Duration.ofHours(25));

    MessageDetails told = ready(sara, order, Language.SAUDI);
    house.sendDue();

    assertThat(told.status()).isEqualTo(DeliveryStatus.QUEUED);
    JsonNode sent = house.graph.heard().getLast().body();
    assertThat(sent.path("to").asText()).isEqualTo(SARA);
    assertThat(sent.path("template")).isEqualTo(template("ar", orders.number(order), "العليا"));
  }

  @Test
  void anEnglishCustomerIsToldInEnglish() throws Exception {
    approveAll();
    UUID sara = house.noor.receive(SARA, "hello");
    UUID order = orders.preparing(sara, Fulfilment.PICKUP);
    house.sendDue();
    house.noor.clock.forward(Duration.ofHours(25));

    ready(sara, order, Language.ENGLISH);
    house.sendDue();

    assertThat(house.graph.heard().getLast().body().path("template"))
        .isEqualTo(template("en", orders.number(order), "Olaya"));
  }

  @Test
  void withoutTheApprovalNothingGoesOutAndTheNoticeIsKeptAsFailed() throws Exception {
    supply.submitMissing(house.noor.restaurantId);
    UUID sara = house.noor.receive(SARA, "hello");
    UUID order = orders.preparing(sara, Fulfilment.PICKUP);
    house.sendDue();
    int before = house.graph.heard().size();
    house.noor.clock.forward(Duration.ofHours(25));

    MessageDetails told = ready(sara, order, Language.SAUDI);
    house.sendDue();

    assertThat(told.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(house.graph.heard()).hasSize(before);
  }

  private void approveAll() throws InterruptedException {
    supply.submitMissing(house.noor.restaurantId);
    whatsApp.approveAll();
    house.noor.clock.forward(Duration.ofMinutes(16));
    TemplateSync sync =
        new TemplateSync(house.noor.database, whatsApp.calls(), house.notices, house.noor.clock);
    boolean more = true;
    while (more) {
      more = sync.syncNext();
    }
    assertThat(supply.states(house.noor.restaurantId))
        .extracting(StandardTemplate::state)
        .containsOnly(StandardTemplateState.APPROVED);
  }

  private MessageDetails ready(UUID conversation, UUID order, Language language) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            conversations.speaks(transaction, house.noor.restaurantId, conversation, language));
    orders.ready(order);
    return house.noor.<MessageDetails>in(transaction ->
        conversations
            .transcript()
            .messages(transaction, house.noor.restaurantId, conversation, null, 50)
            .stream()
            .filter(message -> message.sender() == Sender.SYSTEM)
            .findFirst()
            .orElseThrow());
  }

  private static JsonNode template(String language, String number, @Nullable String branch) {
    return Json.read(
        """
        {"name": "order_ready_pickup", "language": {"code": "%s"},
         "components": [{"type": "body", "parameters": [
           {"type": "text", "parameter_name": "order_no", "text": "%s"},
           {"type": "text", "parameter_name": "branch", "text": "%s"}]}]}
        """
            .formatted(language, number, branch),
        JsonNode.class);
  }
}
