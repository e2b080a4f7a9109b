package com.crmres.server.whatsapp.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.webhook.NoorIntake;
import com.crmres.server.whatsapp.webhook.Sample;
import com.crmres.server.whatsapp.webhook.SetAside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deliveries and units that were set aside, and what an operator can do with them.
class InboxReplayTest {

  private static final String OTHER_NUMBER = "209876543210987";

  private final NoorIntake noor = new NoorIntake();
  private final Desk desk =
      new Desk(
          noor.database,
          new SetAside(noor.database, noor.numbers, () -> {}),
          new StuckSends(noor.database, noor.conversations, Clock.systemUTC(), () -> {}),
          Clock.systemUTC());

  @AfterEach
  void stop() throws InterruptedException {
    desk.close();
    noor.stop();
  }

  @Test
  void listsWhatIsSetAsideWithItsReasonAndWithoutAWordOfTheCustomer() throws Exception {
    ofOtherNumber("wamid.1", 1, "أول");

    String body = desk.get("/inbox").response().body();

    assertThat(body)
        .contains("a number of no restaurant here", OTHER_NUMBER, "\"field\":\"messages\"")
        .doesNotContain("أول", "966500000001");
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndChangesNothing() throws Exception {
    ofOtherNumber("wamid.1", 1, "أول");

    JsonNode answer =
        desk.post(
                "/inbox/replay",
                "{\"ids\":[\"" + idOf(0) + "\"],\"dryRun\":true,\"operator\":\"nasser\"}")
            .as(JsonNode.class);
    noor.work();

    assertThat(answer.path("dryRun").asBoolean()).isTrue();
    assertThat(answer.path("items").path(0).path("verdict").asText())
        .isEqualTo("number_of_no_restaurant");
    assertThat(noor.setAside()).hasSize(1);
    assertThat(desk.actions()).isEmpty();
  }

  @Test
  void aUnitWhoseNumberWasAssignedLaterGetsThroughInItsOldOrder() throws Exception {
    ofOtherNumber("wamid.1", 1, "أول");
    ofOtherNumber("wamid.2", 2, "ثاني");
    noor.numbers.assign(noor.restaurantId, NoorIntake.ACCOUNT, OTHER_NUMBER, 60);

    List<String> read = desk.type("inbox", "replay", "--since", "1h");
    noor.work();

    assertThat(read)
        .hasSize(4)
        .endsWith("2 in all.", "exit 0")
        .allSatisfy(line -> assertThat(line).doesNotContain("no restaurant"));
    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.thread()).hasSize(2);
    assertThat(noor.thread().getFirst()).contains("أول");
    assertThat(desk.actions())
        .singleElement()
        .asString()
        .startsWith("nasser inbox_replay")
        .contains("tried_again");
  }

  @Test
  void aPoisonedUnitIsSetAsideAgainWithItsReason() throws Exception {
    ObjectNode bad = Sample.text("966500000001", "wamid.bad", 1, "x");
    ((ObjectNode) bad.path("messages").path(0)).put("timestamp", "yesterday");
    noor.deliver(Sample.delivery(List.of(bad)));
    noor.work();
    noor.database.changeSystem(transaction ->
        transaction
            .sql("update webhook_unit set set_aside = 'its workers die', attempts = 10")
            .update());

    List<String> read = desk.type("inbox", "replay", idOf(0));
    assertThat(noor.waitingUnits()).isEqualTo(1);
    noor.work();

    assertThat(read).last().isEqualTo("exit 0");
    assertThat(noor.setAside()).containsExactly("a message whose time is no number");
  }

  @Test
  void aDeliveryThatNobodyCanReadStaysSetAside() throws Exception {
    noor.database.changeSystem(transaction ->
        transaction
            .sql(
                "insert into webhook_delivery (body, set_aside) values (:body, 'JsonParseException')")
            .with("body", "{\"entry\":".getBytes(StandardCharsets.UTF_8))
            .update());
    String id = idOf(0);

    List<String> dry = desk.type("inbox", "replay", id, "--dry-run");
    List<String> read = desk.type("inbox", "replay", id);
    noor.work();

    assertThat(dry)
        .containsExactly(
            "A dry run: nothing is changed.",
            id + "  is tried again, but this version cannot read it either",
            "1 in all.",
            "exit 0");
    assertThat(read).contains("1 in all.");
    assertThat(desk.get("/inbox").as(JsonNode.class).path("items")).hasSize(1);
  }

  @Test
  void onlyTheFieldAskedForIsListedAndReplayed() throws Exception {
    ofOtherNumber("wamid.1", 1, "أول");
    ObjectNode status = Sample.status("00000000-0000-7000-8000-000000000001", "wamid.x", "sent", 1);
    ((ObjectNode) status.path("metadata")).put("phone_number_id", OTHER_NUMBER);
    noor.deliver(Sample.delivery(List.of(status)));
    noor.work();

    assertThat(desk.get("/inbox?field=statuses").as(JsonNode.class).path("items")).hasSize(1);
    assertThat(desk.get("/inbox?until=2020-01-01T00:00:00Z").as(JsonNode.class).path("items"))
        .isEmpty();
    assertThat(desk.type("inbox", "replay", "--since", "1h", "--field", "statuses"))
        .contains("1 in all.");
    assertThat(noor.setAside()).hasSize(1);
  }

  @Test
  void whatIsNotSetAsideIsNamedAndLeftAlone() throws Exception {
    assertThat(desk.type("inbox", "replay", "7/99/0"))
        .containsExactly("7/99/0  nothing is set aside under this id", "1 in all.", "exit 0");
  }

  @Test
  void somebodyMustSayWhichAndInWordsThatAreUnderstood() throws Exception {
    assertThat(desk.post("/inbox/replay", "{\"operator\":\"nasser\"}").status()).isEqualTo(400);
    assertThat(desk.type("inbox", "replay")).last().isEqualTo("exit 2");
    assertThat(desk.type("inbox", "list", "--since", "yesterday")).last().isEqualTo("exit 2");
    assertThat(desk.type("inbox", "burn")).last().isEqualTo("exit 2");
  }

  @Test
  void speaksArabicOnAnArabicMachine() throws Exception {
    assertThat(desk.type("ar_SA.UTF-8", new String[] {"inbox", "list"}))
        .containsExactly("لا شيء.", "exit 0");
  }

  @Test
  void aPageInTheAdministratorsBrowserIsRefused() throws Exception {
    assertThat(desk.fromABrowser("/inbox", null).status()).isEqualTo(403);
    assertThat(desk.fromABrowser("/inbox/replay", "{\"ids\":[\"1\"],\"operator\":\"x\"}").status())
        .isEqualTo(403);
  }

  private void ofOtherNumber(String wamid, long second, String text) throws InterruptedException {
    ObjectNode value = Sample.text("966500000001", wamid, second, text);
    ((ObjectNode) value.path("metadata")).put("phone_number_id", OTHER_NUMBER);
    noor.deliver(Sample.delivery(List.of(value)));
    noor.work();
  }

  private String idOf(int place) throws Exception {
    return desk.get("/inbox").as(JsonNode.class).path("items").path(place).path("id").asText();
  }
}
