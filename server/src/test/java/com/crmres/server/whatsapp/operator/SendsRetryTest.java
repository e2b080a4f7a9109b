package com.crmres.server.whatsapp.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel.WhenInDoubt;
import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.webhook.SetAside;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Messages of ours that are stuck, and what an operator can do with them.
class SendsRetryTest {

  private final NoorHouse noor = new NoorHouse();
  private final Desk desk =
      new Desk(
          noor.database,
          new SetAside(noor.database, noor.numbers, () -> {}),
          new StuckSends(noor.database, noor.conversations, noor.clock, () -> {}),
          noor.clock);

  @AfterEach
  void stop() {
    desk.close();
    noor.close();
  }

  @Test
  void listsWhatIsStuckByStateWithoutAWordOfIt() throws Exception {
    UUID failed = stuck("966500000001", "سر", "failed");
    stuck("966500000002", "سر", "held");
    stuck("966500000003", "سر", "pending");

    String all = desk.get("/sends").response().body();

    assertThat(desk.get("/sends").as(JsonNode.class).path("items")).hasSize(2);
    assertThat(all).doesNotContain("سر", "966500000001");
    assertThat(desk.get("/sends?state=failed").response().body()).contains(failed.toString());
    assertThat(desk.get("/sends?state=failed").as(JsonNode.class).path("items")).hasSize(1);
    assertThat(desk.get("/sends?state=lost").status()).isEqualTo(400);
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    UUID message = stuck("966500000001", "مرحبا", "failed");

    List<String> read = desk.type("sends", "retry", message.toString(), "--dry-run");

    assertThat(read)
        .containsExactly(
            "A dry run: nothing is changed.", message + "  goes out again", "1 in all.", "exit 0");
    assertThat(state(message)).isEqualTo("failed");
    assertThat(desk.actions()).isEmpty();
  }

  @Test
  void aFailedMessageGoesOutAgainAsIfItHadNeverBeenTried() throws Exception {
    UUID message = stuck("966500000001", "مرحبا", "failed");
    noor.in(transaction -> {
      noor.conversations
          .channelNews()
          .report(
              transaction,
              noor.restaurantId,
              message,
              DeliveryStatus.FAILED,
              noor.clock.instant(),
              "131000");
      return true;
    });

    desk.type("sends", "retry", message.toString());

    assertThat(state(message)).isEqualTo("pending");
    assertThat(status(message)).isEqualTo("queued");
    assertThat(desk.actions())
        .singleElement()
        .asString()
        .startsWith("nasser sends_retry")
        .contains("goes_out_again");
  }

  @Test
  void nothingGoesOutWhenTheCustomersWindowIsClosed() throws Exception {
    UUID message = stuck("966500000001", "مرحبا", "failed");
    noor.clock.forward(Duration.ofHours(25));

    assertThat(desk.type("sends", "retry", message.toString()).getFirst())
        .contains("24 hours are over");

    assertThat(state(message)).isEqualTo("failed");
  }

  @Test
  void whatWhatsAppAcceptedOnceIsNeverSentAgain() throws Exception {
    UUID message = stuck("966500000001", "مرحبا", "failed");
    noor.system("update outbox set wamid = 'wamid.out'");

    assertThat(desk.type("sends", "retry", message.toString()).getFirst()).contains("not sent");

    assertThat(state(message)).isEqualTo("failed");
  }

  @Test
  void whatIsInDoubtIsLeftToSettle() throws Exception {
    UUID message = stuck("966500000001", "مرحبا", "in_doubt");

    assertThat(desk.type("sends", "retry", message.toString()).getFirst())
        .contains("will show by itself");

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  @Test
  void byTimeOnlyWhatFailedGoesOutAndWhatMayArriveTwiceOnlyWhenAskedFor() throws Exception {
    UUID failed = stuck("966500000001", "مرحبا", "failed");
    UUID held = stuck("966500000002", "مرحبا", "held");

    desk.type("sends", "retry", "--since", "2020-01-01T00:00:00Z");
    assertThat(List.of(state(failed), state(held))).containsExactly("pending", "held");

    assertThat(desk.type("sends", "retry", "--held", "--since", "2020-01-01T00:00:00Z").getFirst())
        .isEqualTo(held + "  goes out again, and may arrive twice");
    assertThat(state(held)).isEqualTo("pending");
  }

  @Test
  void anIdThatIsNoneIsRefused() throws Exception {
    assertThat(desk.type("sends", "retry", "12")).last().isEqualTo("exit 1");
  }

  private UUID stuck(String phone, String text, String state) {
    UUID conversation = noor.receive(phone, "هلا");
    UUID message = noor.say(conversation, text, WhenInDoubt.SEND_AGAIN).id();
    noor.database.changeSystem(transaction ->
        transaction
            .sql("update outbox set state = :state where message_id = :id")
            .with("state", state)
            .with("id", message)
            .update());
    return message;
  }

  private String state(UUID message) {
    return noor.in(transaction ->
        transaction
            .sql("select state from outbox where message_id = :id")
            .with("id", message)
            .one(row -> row.text("state")));
  }

  private String status(UUID message) {
    return noor.in(transaction ->
        transaction
            .sql("select status from message where id = :id")
            .with("id", message)
            .one(row -> row.text("status")));
  }
}
