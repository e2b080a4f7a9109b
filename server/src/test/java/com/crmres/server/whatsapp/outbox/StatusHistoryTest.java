package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel;
import com.crmres.server.whatsapp.webhook.DeliverySplitter;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.Sample;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusHistoryTest {

  private static final long SECOND = 1_795_370_400;

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final UUID thread = noor.receive("966500000001", "hello");
  private final UUID message = noor.say(thread, "welcome", Channel.WhenInDoubt.SEND_AGAIN).id();

  @AfterEach
  void stop() {
    house.close();
  }

  /// behaviour 12, trap 5
  @Test
  void aLateSentLowersNothingAndStandsInTheHistory() {
    heard("delivered", 2);
    heard("sent", 1);
    heard("read", 3);
    heard("sent", 4);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.READ);
    assertThat(words()).containsExactly("delivered", "sent", "read", "sent");
  }

  /// behaviour 12, trap 9
  @Test
  void whatWasReadWasDelivered() {
    heard("sent", 1);
    heard("read", 2);
    heard("delivered", 3);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.READ);
  }

  @Test
  void aVoiceNoteThatWasPlayedWasRead() {
    heard("played", 1);
    heard("delivered", 2);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.READ);
    assertThat(words()).containsExactly("played", "delivered");
  }

  /// behaviour 14, trap 6
  @Test
  void aLateSentRevivesNoFailure() {
    failed(131026, 1);
    heard("sent", 2);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(shown().failure()).isEqualTo("131026 not delivered");
  }

  /// behaviour 14
  @Test
  void aDeliveryAfterAFailureCountsAndTheErrorIsKept() {
    heard("sent", 1);
    failed(131026, 2);
    heard("delivered", 3);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(shown().failure()).isNull();
    assertThat(history())
        .extracting(StatusEntry::status, StatusEntry::failure)
        .contains(tuple("failed", "131026 not delivered"));
  }

  /// behaviour 16
  @Test
  void aLaterWordThatTheWindowIsClosedClosesIt() {
    heard("sent", 1);
    failed(131047, 2);

    assertThat(shown().status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(noor.conversation(thread).channel().window(noor.clock.instant()))
        .isEqualTo(ServiceWindow.CLOSED);
  }

  private void heard(String status, int after) {
    work(Sample.status(message.toString(), "wamid.out.1", status, SECOND + after));
  }

  private void failed(int code, int after) {
    ObjectNode value = Sample.status(message.toString(), "wamid.out.1", "failed", SECOND + after);
    ((ObjectNode) value.path("statuses").path(0))
        .putArray("errors")
        .addObject()
        .put("code", code)
        .put("title", "not delivered");
    work(value);
  }

  private void work(ObjectNode value) {
    noor.database.changeSystem(transaction ->
        transaction
            .sql("insert into webhook_delivery (body) values (:body)")
            .with("body", Sample.delivery(List.of(value)))
            .update());
    DeliverySplitter splitter = new DeliverySplitter(noor.database, () -> {});
    UnitWorker worker =
        new UnitWorker(
            noor.database,
            new Inbox(noor.testDatabase.application(), () -> {}),
            "node",
            noor.numbers,
            noor.conversations,
            noor.changes,
            house.reports,
            List.of(),
            List.of(),
            (_, _, _, _) -> {},
            noor.ids,
            new MarketingWishes(noor.conversations, noor.customers, noor.consents, noor.notices));
    boolean more = true;
    while (more) {
      more = splitter.split();
      more |= worker.work();
    }
  }

  private MessageDetails shown() {
    return noor.in(transaction ->
            noor.conversations.transcript().message(transaction, noor.restaurantId, message))
        .orElseThrow();
  }

  private List<StatusEntry> history() {
    return noor.in(transaction ->
        noor.conversations.transcript().statuses(transaction, noor.restaurantId, message));
  }

  private List<String> words() {
    return history().stream().map(StatusEntry::status).toList();
  }
}
