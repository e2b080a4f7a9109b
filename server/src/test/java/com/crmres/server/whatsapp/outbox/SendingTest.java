package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.server.NoorHouse;
import com.crmres.server.http.RunningServer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {

  private static final String SARA = "966500000001";
  private static final String BUTTONS =
      """
      {"type":"buttons","text":"Delivery or pickup?","buttons":[
        {"id":"d","title":"Delivery"},{"id":"p","title":"Pickup"}]}
      """;

  private final StaffDesk desk;
  private final NoorHouse noor;
  private final UUID thread;

  SendingTest() throws Exception {
    desk = new StaffDesk();
    noor = desk.noor;
    thread = noor.receive(SARA, "hello");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | {'type':'text','text':'أهلًا'}",
        "interactive | {'type':'options','text':'t','open':'o','rows':[{'id':'1','title':'one'}]}",
        "interactive | {'type':'link','text':'t','label':'l','url':'https://noor.example/t/1'}",
        "interactive | {'type':'location_request','text':'where?'}",
        "interactive | {'type':'contact_request','text':'your number?'}",
        "interactive | {'type':'product','catalogueId':'1','sku':'B-1'}",
        "location | {'type':'place','latitude':24.7,'longitude':46.6}",
        "contacts | {'type':'contacts','contacts':[{'name':'Noor','phones':['+9661'],'emails':[]}]}",
        "image | {'type':'media','id':'0198f2c4-0000-7000-8000-000000000002','kind':'image',"
            + "'mimeType':'image/png','state':'ready'}",
        "template | {'type':'template','name':'order_ready','language':'ar','category':'utility',"
            + "'body':[{'text':'4711'}],'buttons':[],'text':'طلبك 4711 جاهز'}"
      })
  void staffSendEveryKind(String type, String content) throws Exception {
    Answer answer = desk.send(thread, content.replace('\'', '"'));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    desk.deliver();
    assertThat(desk.graph.heard()).hasSize(1);
    assertThat(desk.lastHeard().path("type").asText()).isEqualTo(type);
    assertThat(desk.lastHeard().path("biz_opaque_callback_data").asText())
        .isEqualTo(answer.as(MessageDetails.class).id().toString());
    assertThat(noor.conversation(thread).assigneeName()).isEqualTo("Sami");
  }

  @Test
  void aFileGoesOutUnderTheIdOfItsUpload() throws Exception {
    desk.send(
        thread,
        """
        {"type":"media","id":"0198f2c4-0000-7000-8000-000000000002","kind":"document",
         "mimeType":"application/pdf","fileName":"menu.pdf","state":"ready"}
        """);
    desk.deliver();

    assertThat(desk.lastHeard().at("/document/id").asText())
        .isEqualTo("uploaded-0198f2c4-0000-7000-8000-000000000002");
    assertThat(desk.lastHeard().at("/document/filename").asText()).isEqualTo("menu.pdf");
  }

  /// behaviour 20
  @Test
  void namesEveryFaultBeforeAnythingIsQueued() throws Exception {
    Answer answer =
        desk.send(
            thread,
            """
            {"type":"buttons","text":"t","buttons":[
              {"id":"a","title":"a title of more than twenty"},{"id":"a","title":"b"},
              {"id":"c","title":"c"},{"id":"d","title":"d"}]}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().code()).isEqualTo("INVALID_INPUT");
    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field, ErrorEnvelope.Fault::message)
        .containsExactlyInAnyOrder(
            tuple("content.buttons", "There must be 1 to 3 of them."),
            tuple("content.buttons[0].title", "It must have 1 to 20 characters."),
            tuple(
                "content.buttons[1].id", "It stands there twice; WhatsApp wants different ones."));
    assertThat(count("outbox")).isZero();
    assertThat(noor.conversation(thread).assigneeId()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'choice','id':'1','title':'one'}",
        "{'type':'hologram'}",
        "{'type':'text'}"
      })
  void refusesWhatCannotBeSent(String content) throws Exception {
    assertThat(desk.send(thread, content.replace('\'', '"')).status()).isEqualTo(400);
    assertThat(count("outbox")).isZero();
  }

  /// behaviour 20
  @Test
  void aLongTextGoesOutInPartsInTheirOrder() throws Exception {
    String text = "وصلنا طلبك يا نورة وسنبدأ في تحضيره حالًا. ".repeat(220).strip();
    UUID command = noor.ids.next();

    Answer answer =
        desk.send(thread, "{\"type\":\"text\",\"text\":\"" + text + "\"}", command, null);
    Answer again =
        desk.send(thread, "{\"type\":\"text\",\"text\":\"" + text + "\"}", command, null);
    desk.deliver();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(again.as(MessageDetails.class).id()).isEqualTo(answer.as(MessageDetails.class).id());
    assertThat(desk.graph.texts()).hasSize(3).allMatch(part -> part.length() <= 4_096);
    assertThat(String.join("", desk.graph.texts())).isEqualTo(text);
  }

  @Test
  void theSameCommandTwiceIsOneMessage() throws Exception {
    UUID command = noor.ids.next();
    desk.send(thread, BUTTONS, command, null);
    desk.send(thread, BUTTONS, command, null);
    Answer other = desk.send(thread, "{\"type\":\"text\",\"text\":\"no\"}", command, null);
    desk.deliver();

    assertThat(desk.graph.heard()).hasSize(1);
    assertThat(other.error().code()).isEqualTo("COMMAND_REUSED");
  }

  @Test
  void aReplyQuotesTheCustomersMessage() throws Exception {
    UUID quoted = desk.lastOf(thread);
    desk.send(thread, "{\"type\":\"text\",\"text\":\"yes\"}", noor.ids.next(), quoted);
    desk.deliver();

    assertThat(desk.lastHeard().at("/context/message_id").asText()).startsWith("wamid.in.");
  }

  @Test
  void aReplyQuotesAMessageOfOurs() throws Exception {
    Answer first = desk.send(thread, "{\"type\":\"text\",\"text\":\"welcome\"}");
    desk.deliver();
    UUID ours = first.as(MessageDetails.class).id();
    desk.send(thread, "{\"type\":\"text\",\"text\":\"as I said\"}", noor.ids.next(), ours);
    desk.deliver();

    assertThat(desk.lastHeard().at("/context/message_id").asText()).isEqualTo("wamid.out.1");
    assertThat(desk.shown(thread).getFirst().marks().replyTo())
        .isEqualTo(new Quote(ours, Sender.STAFF, "welcome"));
  }

  @Test
  void aMessageOlderThanThirtyDaysIsAnsweredWithoutQuote() throws Exception {
    UUID quoted = desk.lastOf(thread);
    noor.clock.forward(Duration.ofDays(31));
    noor.receive(SARA, "here again");
    desk.send(thread, "{\"type\":\"text\",\"text\":\"yes\"}", noor.ids.next(), quoted);
    desk.deliver();

    assertThat(desk.lastHeard().path("text").path("body").asText()).isEqualTo("yes");
    assertThat(desk.lastHeard().has("context")).isFalse();
  }

  @Test
  void quotesNothingOfAnotherConversation() throws Exception {
    UUID other = noor.receive("966500000002", "secret");

    Answer answer =
        desk.send(
            thread, "{\"type\":\"text\",\"text\":\"x\"}", noor.ids.next(), desk.lastOf(other));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("replyTo");
  }

  @Test
  void aSignGoesOutOnceAndIsTakenAwayAgain() throws Exception {
    UUID target = desk.lastOf(thread);
    UUID command = noor.ids.next();
    assertThat(react(target, command, "👍").status()).isEqualTo(202);
    assertThat(react(target, command, "👍").status()).isEqualTo(202);
    assertThat(react(target, command, "❤️").error().code()).isEqualTo("COMMAND_REUSED");
    desk.deliver();

    assertThat(desk.graph.heard()).hasSize(1);
    assertThat(desk.lastHeard().at("/reaction/emoji").asText()).isEqualTo("👍");
    assertThat(desk.lastHeard().at("/reaction/message_id").asText()).startsWith("wamid.in.");
    assertThat(signs()).containsExactly(new Reaction(Sender.STAFF, "👍"));

    react(target, noor.ids.next(), "");
    desk.deliver();
    assertThat(desk.lastHeard().at("/reaction/emoji").asText()).isEmpty();
    assertThat(signs()).isEmpty();
    assertThat(desk.shown(thread)).hasSize(1);
    assertThat(noor.conversation(thread).lastMessage()).isNotNull();
  }

  @Test
  void aSignThatWhatsAppRefusesDoesNotStay() throws Exception {
    desk.graph.script(ScriptedGraph.refuse(131009));
    react(desk.lastOf(thread), noor.ids.next(), "👍");
    assertThat(signs()).hasSize(1);

    desk.deliver();

    assertThat(signs()).isEmpty();
  }

  @Test
  void aSignNeedsAnEmojiAndAMessageThatWhatsAppKnows() throws Exception {
    UUID target = desk.lastOf(thread);
    UUID unsent =
        desk.send(thread, "{\"type\":\"text\",\"text\":\"wait\"}").as(MessageDetails.class).id();

    assertThat(fields(react(target, noor.ids.next(), "ok"))).containsExactly("emoji");
    assertThat(fields(react(unsent, noor.ids.next(), "👍"))).containsExactly("messageId");
    assertThat(react(noor.ids.next(), noor.ids.next(), "👍").status()).isEqualTo(404);
  }

  @Test
  void theHistoryOfAMessageIsShownToManagers() throws Exception {
    UUID message =
        desk.send(thread, "{\"type\":\"text\",\"text\":\"hi\"}").as(MessageDetails.class).id();
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            desk.conversations
                .channelNews()
                .report(
                    transaction,
                    noor.restaurantId,
                    message,
                    DeliveryStatus.SENT,
                    noor.clock.instant(),
                    null));
    String path = thread + "/messages/" + message + "/statuses";

    JsonNode items = desk.as(Role.OWNER, "GET", path, null).as(JsonNode.class).path("items");

    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("status").asText()).isEqualTo("sent");
    assertThat(desk.as(Role.AGENT, "GET", path, null).status()).isEqualTo(403);
  }

  @Test
  void opensWhereStaffReadAndShowsThatTheyWriteButNotToAuditors() throws Exception {
    assertThat(desk.as(Role.AGENT, "POST", thread + "/read", null).status()).isEqualTo(204);
    NoorHouse.await("a mark", () -> desk.graph.heard().size() == 1);
    assertThat(desk.lastHeard().path("status").asText()).isEqualTo("read");
    assertThat(desk.lastHeard().has("typing_indicator")).isFalse();

    desk.as(Role.AGENT, "POST", thread + "/typing", null);
    NoorHouse.await("typing", () -> desk.graph.heard().size() == 2);
    assertThat(desk.lastHeard().at("/typing_indicator/type").asText()).isEqualTo("text");

    assertThat(desk.as(Role.AUDITOR, "POST", thread + "/read", null).status()).isEqualTo(403);
    assertThat(desk.as(Role.AUDITOR, "GET", thread + "/messages", null).status()).isEqualTo(200);
    assertThat(desk.graph.heard()).hasSize(2);
  }

  private Answer react(UUID target, UUID command, String emoji) throws Exception {
    return desk.as(
        Role.AGENT,
        "POST",
        thread + "/messages/" + target + "/reaction",
        "{\"commandId\":\"%s\",\"emoji\":\"%s\"}".formatted(command, emoji));
  }

  private List<Reaction> signs() {
    return desk.shown(thread).getLast().marks().reactions();
  }

  private static List<String> fields(Answer answer) {
    return answer.error().details().stream()
        .map(ErrorEnvelope.Fault::field)
        .collect(Collectors.toList());
  }

  private long count(String table) {
    return noor.in(transaction ->
        transaction.sql("select count(*) as n from " + table).one(row -> row.number("n")));
  }
}
