package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Speaker;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens to threads in other programs, from the delivery to the conversation.
class ElsewhereTest {

  private static final String PHONE = "966500000123";

  /// WhatsApp's id of the message in `wh-smb-message-echoes.json`.
  private static final String ECHO =
      "wamid.HBgMOTY2NTAwMDAwMTIzFQIAERgSNDJCODIyOENBNDJFMENBQ0I2AA==";

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// trap 50, behaviour 29: managers see it, and the assistant keeps out of it.
  @Test
  void aMessageInStandbyIsShownAndNotAnswered() throws InterruptedException {
    deliver("in-text.json", "wh-standby-message.json");

    ConversationSummary thread = thread();
    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.contents().getLast()).startsWith("customer ").contains("وين طلبي");
    assertThat(thread.channel().standby()).isTrue();
    assertThat(noor.count("turn where state = 'open'")).isZero();
    assertThat(noor.texts("select kind as t from channel_notice")).containsExactly("standby");
  }

  /// trap 50: the same delivery again is one message and one notice.
  @Test
  void aRepeatedStandbyDeliveryChangesNothing() throws InterruptedException {
    deliver("wh-standby-message.json", "wh-standby-message.json", "wh-standby-message.json");

    assertThat(noor.count("message")).isEqualTo(1);
    assertThat(noor.count("channel_notice")).isEqualTo(1);
    assertThat(noor.count("customer")).isEqualTo(1);
  }

  /// behaviour 29: the thread is ours again with the next message, and only that is answered.
  @Test
  void theNextMessageToUsEndsTheStandby() throws InterruptedException {
    deliver("wh-standby-message.json", "in-image.json");

    assertThat(thread().channel().standby()).isFalse();
    assertThat(noor.count("turn where state = 'open'")).isEqualTo(1);
    assertThat(noor.number("select answered_through as n from assistant_memory")).isEqualTo(1);
  }

  /// trap 50: a colleague may take the thread on purpose by answering in it.
  @Test
  void aReplyOfStaffTakesTheThread() throws InterruptedException {
    deliver("wh-standby-message.json");
    UUID conversation = thread().id();
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.reply(
                transaction,
                noor.restaurantId,
                conversation,
                new Speaker(UUID.randomUUID(), "Sami"),
                new ReplyRequest(UUID.randomUUID(), "معك سامي")));

    assertThat(thread().channel().standby()).isFalse();
    assertThat(noor.count("outbox")).isEqualTo(1);
  }

  /// trap 20, behaviour 29: the other program's words are ours, and no customer's.
  @Test
  void anEchoOfTheOtherProgramIsAMessageOfOursThatNobodyAnswers() throws InterruptedException {
    deliver("in-text.json", "wh-standby-message.json", "wh-standby-message-echo.json");

    ConversationSummary thread = thread();
    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.contents().getLast()).startsWith("other_agent ").contains("جاري التحقق");
    assertThat(thread.unread()).isZero();
    assertThat(thread.answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(thread.channel().standby()).isTrue();
    assertThat(noor.count("outbox")).isZero();
    assertThat(noor.count("turn where state = 'open'")).isZero();
  }

  /// trap 21, behaviour 29: who answers with the phone app has taken the conversation over.
  @Test
  void anEchoOfThePhoneAppSilencesTheAssistant() throws InterruptedException {
    deliver("in-text.json", "wh-smb-message-echoes.json");

    ConversationSummary thread = thread();
    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.contents().getLast()).startsWith("phone_app ").contains("معك مدير الفرع");
    assertThat(thread.answerer()).isEqualTo(Answerer.STAFF);
    assertThat(thread.unread()).isZero();
    assertThat(noor.count("turn where state = 'open'")).isZero();

    deliver("in-image.json");
    assertThat(noor.count("turn where state = 'open'")).isZero();
    assertThat(thread().waitingSince()).isNotNull();
  }

  /// trap 20: WhatsApp reports how far a message of the app came, as of any other.
  @Test
  void aStatusFindsTheEchoOfThePhoneApp() throws InterruptedException {
    deliver("wh-smb-message-echoes.json");
    ObjectNode status = Sample.status("", ECHO, "read", 1795334700);
    ((ObjectNode) status.path("statuses").path(0)).remove("biz_opaque_callback_data");
    noor.deliver(Sample.delivery(List.of(status)));
    noor.work();

    assertThat(noor.texts("select status as t from message")).containsExactly("read");
  }

  /// trap 21, trap 22: what the colleague corrected or took back is shown so; the old words stay.
  @Test
  void editsAndRevokesOfThePhoneAppChangeItsMessage() throws InterruptedException {
    deliver("wh-smb-message-echoes.json");
    noor.deliver(
        echo(
            """
            {"from":"966115550199","to":"%s","id":"wamid.edit","timestamp":"1795334610","type":"edit",
             "edit":{"original_message_id":"%s","message":{"type":"text","text":{"body":"معك المدير"}}}}
            """
                .formatted(PHONE, ECHO)));
    noor.work();
    assertThat(noor.contents()).singleElement().asString().contains("معك المدير");

    noor.deliver(
        echo(
            """
            {"from":"966115550199","to":"%s","id":"wamid.revoke","timestamp":"1795334620","type":"revoke",
             "revoke":{"original_message_id":"%s"}}
            """
                .formatted(PHONE, ECHO)));
    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.contents()).singleElement().asString().contains("revoke");
    MessageMarks marks = noor.messages().getFirst().marks();
    assertThat(marks.editedAt()).isEqualTo(Instant.ofEpochSecond(1795334610));
    assertThat(marks.revokedAt()).isEqualTo(Instant.ofEpochSecond(1795334620));
    assertThat(noor.texts("select kind as t from message_version order by at"))
        .containsExactly("original", "edit", "revoke");
    assertThat(
            noor.texts("select content ->> 'text' as t from message_version where kind = 'edit'"))
        .containsExactly("معك المدير");
    assertThat(noor.count("turn where state = 'open'")).isZero();
  }

  /// trap 21: what comes twice changes the message once.
  @Test
  void anEditOfThePhoneAppThatComesTwiceIsOneVersion() throws InterruptedException {
    deliver("wh-smb-message-echoes.json");
    for (int copy = 0; copy < 2; copy++) {
      noor.deliver(
          echo(
              """
              {"from":"966115550199","to":"%s","id":"wamid.edit","timestamp":"1795334610","type":"edit",
               "edit":{"original_message_id":"%s","message":{"type":"text","text":{"body":"معك المدير"}}}}
              """
                  .formatted(PHONE, ECHO)));
      noor.work();
    }

    assertThat(noor.count("message_version where kind = 'edit'")).isEqualTo(1);
    assertThat(noor.count("live_event where event ->> 'type' = 'message_changed'")).isEqualTo(1);
  }

  /// trap 21: a colleague's sign with the app is ours, not another message.
  @Test
  void aSignOfThePhoneAppStandsOnTheCustomersMessage() throws InterruptedException {
    deliver("in-text.json");
    noor.deliver(
        echo(
            """
            {"from":"966115550199","to":"%s","id":"wamid.sign","timestamp":"1795334610","type":"reaction",
             "reaction":{"message_id":"%s","emoji":"👍"}}
            """
                .formatted(PHONE, noor.wamid())));
    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.messages()).hasSize(1);
    assertThat(noor.messages().getFirst().marks().reactions())
        .containsExactly(new Reaction(Sender.STAFF, "👍"));
  }

  /// trap 21: what the colleague sent as a file is fetched while WhatsApp has it.
  @Test
  void aFileThatThePhoneAppSentIsFetched() throws InterruptedException {
    deliver("in-text.json");
    noor.deliver(
        echo(
            """
            {"from":"966115550199","to":"%s","id":"wamid.file","timestamp":"1795334610","type":"image",
             "image":{"mime_type":"image/jpeg","sha256":"4f1d","id":"1166846181421424","caption":"القائمة"}}
            """
                .formatted(PHONE)));
    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.wanted).singleElement().extracting("id").isEqualTo("1166846181421424");
    assertThat(noor.messages().getLast().content())
        .isInstanceOfSatisfying(
            MessageContent.Media.class,
            file -> assertThat(file.id()).isEqualTo(noor.wanted.getFirst().mediaId()));
  }

  /// trap 50: the thread is given to us because a person is wanted.
  @Test
  void aHandOverForAPersonEndsTheStandbyAndAsksForOne() throws InterruptedException {
    deliver("wh-standby-message.json", "wh-messaging-handovers.json");

    assertThat(noor.setAside()).isEmpty();
    assertThat(thread().channel().standby()).isFalse();
    assertThat(thread().status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(noor.texts("select kind as t from channel_notice order by kind"))
        .containsExactly("handover", "standby");
  }

  /// trap 50: the nested form says the same, and so does one that gives the thread away.
  @Test
  void aHandOverToTheOtherProgramSilencesTheAssistant() throws InterruptedException {
    deliver("in-text.json");
    String body =
        new String(Sample.file("wh-messaging-handovers.json"), StandardCharsets.UTF_8)
            .replace("\"new_owner_role\":\"escalation\"", "\"new_owner_role\":\"ai_agent\"")
            .replace("\"new_owner_role\": \"escalation\"", "\"new_owner_role\": \"ai_agent\"");
    noor.deliver(nested(body));
    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(thread().channel().standby()).isTrue();
    assertThat(noor.count("turn where state = 'open'")).isZero();
  }

  /// trap 50: a hand-over of somebody who never wrote to us makes nobody a customer.
  @Test
  void aHandOverOfAStrangerIsOnlyToldOf() throws InterruptedException {
    deliver("wh-messaging-handovers.json");

    assertThat(noor.count("customer")).isZero();
    assertThat(noor.count("channel_notice")).isEqualTo(1);
  }

  /// behaviour 29: everything about one customer is done in the order in which it came, on whatever
  /// field.
  @Test
  void everythingAboutACustomerHasOneKeyOfOrder() throws Exception {
    for (String file :
        List.of(
            "in-text.json",
            "wh-standby-message.json",
            "wh-standby-message-echo.json",
            "wh-smb-message-echoes.json",
            "wh-messaging-handovers.json",
            "wh-user-preferences-stop.json",
            "in-system-user-changed-number.json")) {
      assertThat(WebhookReader.units(Sample.file(file)))
          .as(file)
          .singleElement()
          .extracting(WebhookUnit::customerKey)
          .isEqualTo(PHONE);
    }
    assertThat(WebhookReader.units(Sample.file("in-text-username-only.json")))
        .first()
        .extracting(WebhookUnit::customerKey)
        .isEqualTo(
            WebhookReader.units(Sample.file("in-system-user-changed-user-id.json"))
                .getFirst()
                .customerKey());
  }

  private ConversationSummary thread() {
    assertThat(noor.summaries()).hasSize(1);
    return noor.summaries().getFirst();
  }

  private void deliver(String... files) throws InterruptedException {
    for (String file : files) {
      noor.deliver(Sample.file(file));
      noor.work();
    }
  }

  private static byte[] echo(String echo) {
    ObjectNode root =
        Json.read(
            new String(Sample.file("wh-smb-message-echoes.json"), StandardCharsets.UTF_8),
            ObjectNode.class);
    ObjectNode value = (ObjectNode) root.at("/entry/0/changes/0/value");
    ((ArrayNode) value.path("message_echoes")).removeAll().add(Json.read(echo, ObjectNode.class));
    return Json.write(root).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] nested(String body) {
    ObjectNode root = Json.read(body, ObjectNode.class);
    ObjectNode value = (ObjectNode) root.at("/entry/0/changes/0/value");
    ObjectNode inner = value.deepCopy();
    inner.remove(List.of("messaging_product", "recipient"));
    value.remove(List.of("type", "control_passed", "sender", "timestamp"));
    value.set("messaging_handovers", inner);
    return Json.write(root).getBytes(StandardCharsets.UTF_8);
  }
}
