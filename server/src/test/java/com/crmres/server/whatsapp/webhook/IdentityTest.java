package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who customers are, whatever WhatsApp calls them from one message to the next.
class IdentityTest {

  private static final String OLD = "966500000123";
  private static final String NEW = "966500000789";
  private static final String OLD_ID = "SA.20261122000000012345";
  private static final String NEW_ID = "SA.20261122000000099999";
  private static final long CHANGED = 1795334500;

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// trap 15, behaviour 22: neither `contacts` nor an answer; the history stays with the customer.
  @Test
  void aChangeOfNumberKeepsTheCustomerAndHisHistory() throws InterruptedException {
    deliver("in-text.json", "in-system-user-changed-number.json");
    deliver(text("wamid.later", NEW_ID, NEW, CHANGED + 60, "رقمي الجديد"));

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.count("conversation")).isEqualTo(1);
    assertThat(noor.contents())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("customer ").contains("أبغى أطلب"),
            notice -> assertThat(notice).startsWith("system ").contains("number_changed"),
            later -> assertThat(later).startsWith("customer ").contains("رقمي الجديد"));
    assertThat(identifiers("until is null")).containsExactlyInAnyOrder(NEW, NEW_ID);
    assertThat(identifiers("until is not null")).containsExactlyInAnyOrder(OLD, OLD_ID);
  }

  /// trap 15: the old number belongs to somebody else later, who inherits nothing.
  @Test
  void whoeverGetsTheOldNumberLaterIsANewCustomer() throws InterruptedException {
    deliver("in-text.json", "in-system-user-changed-number.json");
    deliver(text("wamid.stranger", "SA.777", OLD, CHANGED + 5_000_000, "السلام عليكم"));
    deliver(text("wamid.legacy", null, OLD, CHANGED + 5_000_001, "أنا هو"));

    assertThat(noor.count("customer")).isEqualTo(2);
    assertThat(noor.count("merge_proposal")).isZero();
    assertThat(authorsOf("السلام عليكم", "أنا هو")).hasSize(1);
  }

  /// trap 15: delivered late, a message of before the change is still his.
  @Test
  void aLateMessageUnderTheOldIdentifiersFindsItsCustomer() throws InterruptedException {
    deliver("in-text.json", "in-system-user-changed-number.json");
    deliver(text("wamid.late", OLD_ID, OLD, CHANGED - 10, "متأخرة"));
    deliver(text("wamid.late.2", null, OLD, CHANGED - 9, "متأخرة بدون معرف"));

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(identifiers("until is null")).containsExactlyInAnyOrder(NEW, NEW_ID);
  }

  /// behaviour 22: no phone is told, and perhaps no `from`; the chain of ids is kept.
  @Test
  void aChangeOfUserIdIsFoundByThePreviousOne() throws InterruptedException {
    deliver("in-text.json", "in-system-user-changed-user-id.json");
    deliver(text("wamid.later", NEW_ID, null, CHANGED + 60, "أنا نفسي"));

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.contents().get(1)).startsWith("system ").contains("user_id_changed");
    assertThat(identifiers("until is null")).containsExactlyInAnyOrder(OLD, NEW_ID);
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  /// trap 15: the form of older versions names the new number and nothing else.
  @Test
  void theOldFormOfAChangeOfNumberIsUnderstood() throws InterruptedException {
    deliver("in-text-legacy-no-bsuid.json");
    deliver(
        message(
            "{\"from\":\"%s\",\"id\":\"wamid.sys\",\"timestamp\":\"%d\",\"type\":\"system\",\"system\":{\"body\":\"x\",\"type\":\"customer_changed_number\",\"customer\":\"%s\",\"new_wa_id\":\"%s\"}}"
                .formatted(OLD, CHANGED, OLD, NEW)));
    deliver(text("wamid.later", "SA.5", NEW, CHANGED + 60, "جديد"));

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(identifiers("until is null")).containsExactlyInAnyOrder(NEW, "SA.5");
  }

  /// behaviour 22: a new security code is worth a line and changes nobody.
  @Test
  void aNewSecurityCodeIsOnlyNoted() throws InterruptedException {
    deliver("in-text.json");
    deliver(
        message(
            "{\"from\":\"%s\",\"id\":\"wamid.sys\",\"timestamp\":\"%d\",\"type\":\"system\",\"identity\":{\"hash\":\"h\"},\"system\":{\"body\":\"x\",\"type\":\"customer_identity_changed\"}}"
                .formatted(OLD, CHANGED)));

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.contents().get(1)).startsWith("system ").contains("identity_changed");
    assertThat(noor.count("turn")).isEqualTo(1);
    assertThat(noor.number("select unread as n from conversation")).isEqualTo(1);
  }

  /// trap 15: two who both have a history are never made one by themselves; people are asked.
  @Test
  void aNewNumberThatSomebodyElseHasIsAskedAbout() throws InterruptedException {
    deliver("in-text.json");
    deliver(text("wamid.other", null, NEW, CHANGED - 9_000, "عميل آخر"));
    deliver("in-system-user-changed-number.json");

    assertThat(noor.count("customer where merged_into is null")).isEqualTo(2);
    assertThat(noor.count("merge_proposal")).isEqualTo(1);
    assertThat(noor.count("message")).isEqualTo(3);
  }

  /// trap 15: the message under the new id overtook the news; he is still one customer, and is
  /// answered once.
  @Test
  void whoWroteUnderHisNewIdBeforeTheNewsCameIsHimself() throws InterruptedException {
    deliver("in-text.json");
    deliver(text("wamid.overtook", NEW_ID, NEW, CHANGED + 1, "أنا الجديد"));
    assertThat(noor.count("customer")).isEqualTo(2);

    deliver("in-system-user-changed-number.json");

    assertThat(noor.count("customer where merged_into is null")).isEqualTo(1);
    assertThat(noor.count("merge_proposal")).isZero();
    assertThat(noor.number("select count(distinct conversation_id) as n from message"))
        .isEqualTo(1);
    assertThat(noor.count("turn where state = 'open'")).isEqualTo(1);
    deliver(text("wamid.then", NEW_ID, NEW, CHANGED + 100, "وبعدين"));
    assertThat(noor.number("select count(distinct conversation_id) as n from message"))
        .isEqualTo(1);
  }

  /// trap 14, behaviour 21: no phone is made of a user id, and the label says whom we mean.
  @Test
  void whoeverHasNoPhoneIsKnownByHisUserId() throws InterruptedException {
    deliver("in-text-username-only.json");

    assertThat(identifiers("kind <> 'username'")).containsExactly(OLD_ID);
    noor.change("update customer set name = null");
    assertThat(noor.summaries().getFirst().customer().name()).isEqualTo("عميل · 012345");
    assertThat(noor.summaries().getFirst().customer().phone()).isNull();
  }

  /// behaviour 21: the shared number is the same customer's.
  @Test
  void aNumberSharedOnOurRequestBecomesHis() throws InterruptedException {
    deliver("in-text-username-only.json", "in-contacts-phone-share.json");

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.summaries().getFirst().customer().phone()).isEqualTo(OLD);
  }

  /// behaviour 21: a card that was sent by hand says nothing of its sender.
  @Test
  void aCardSentByHandIsOnlyAClaim() throws InterruptedException {
    deliver("in-contacts-card.json");

    assertThat(identifiers("kind = 'phone'")).containsExactly(OLD);
  }

  /// behaviour 21: he wrote by phone before, so people are asked whether the two are one.
  @Test
  void aSharedNumberThatHasAHistoryIsAskedAbout() throws InterruptedException {
    deliver("in-text-legacy-no-bsuid.json");
    deliver(text("wamid.id", OLD_ID, null, 1795334401, "بدون رقم"));
    noor.change("update message set at = at - interval '1 hour'");
    deliver("in-contacts-phone-share.json");

    assertThat(noor.count("customer where merged_into is null")).isEqualTo(2);
    assertThat(noor.texts("select reason as t from merge_proposal"))
        .containsExactly("phone_shared");
  }

  /// behaviour 23: known by phone, then by both.
  @Test
  void anIdThatCameLaterMakesNoSecondCustomer() throws InterruptedException {
    deliver("in-text-legacy-no-bsuid.json", "in-text.json", "in-text-username-only.json");

    assertThat(noor.count("customer")).isEqualTo(1);
  }

  /// trap 51: a username passes from one person to the next and means nothing.
  @Test
  void aUsernameIsNoKey() throws InterruptedException {
    deliver(named("wamid.1", "SA.1", "khalid.eats", CHANGED));
    deliver(named("wamid.2", "SA.2", "khalid.eats", CHANGED + 1));

    assertThat(noor.count("customer")).isEqualTo(2);
    assertThat(
            noor.number(
                "select count(*) as n from customer_identifier where kind = 'username' and until is null"))
        .isEqualTo(1);
  }

  /// trap 14: what does not look like a user id is no key, and the message is not lost.
  @Test
  void anIdThatIsNoneIsNotUsed() throws InterruptedException {
    deliver(text("wamid.1", "not an id!", OLD, CHANGED, "هلا"));
    deliver(text("wamid.2", "not an id!", "966500000456", CHANGED, "هلا"));
    deliver(text("wamid.3", "not an id!", null, CHANGED, "هلا"));

    assertThat(noor.count("customer")).isEqualTo(2);
    assertThat(noor.setAside()).containsExactly("a message without sender");
  }

  /// trap 12: he is known by both writings of his number, and neither is rewritten.
  @Test
  void aSecondWritingOfTheNumberIsKept() throws InterruptedException {
    ObjectNode value =
        Json.read(text("wamid.1", "SA.1", "5511987654321", CHANGED, "oi"), ObjectNode.class);
    value.putArray("contacts").addObject().put("wa_id", "551187654321").put("user_id", "SA.1");
    deliver(value.toString());
    deliver(text("wamid.2", null, "551187654321", CHANGED + 1, "oi"));

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(identifiers("kind = 'phone'"))
        .containsExactlyInAnyOrder("5511987654321", "551187654321");
  }

  /// trap 42: another program sends from the same number; its statuses are counted and forgotten.
  @Test
  void statusesOfSomebodyElsesMessagesAreDroppedAfterTheWait() throws InterruptedException {
    ObjectNode foreign = Sample.status("", "wamid.foreign", "sent", CHANGED);
    ((ObjectNode) foreign.path("statuses").path(0)).remove("biz_opaque_callback_data");
    noor.deliver(
        Sample.delivery(
            List.of(
                foreign,
                Sample.status(
                    "0198f2c4-0000-7000-8000-000000000001", "wamid.ours", "sent", CHANGED))));

    for (int attempt = 0; attempt < 10; attempt++) {
      noor.work();
      noor.passTime();
    }

    assertThat(noor.waitingUnits()).isZero();
    assertThat(noor.setAside()).containsExactly("the status of a message that is not known");
    assertThat(noor.number("select foreign_statuses as n from whatsapp_number")).isEqualTo(1);
  }

  private void deliver(String... files) throws InterruptedException {
    for (String file : files) {
      noor.deliver(
          file.startsWith("{")
              ? Sample.delivery(List.of(Json.read(file, ObjectNode.class)))
              : Sample.file(file));
      noor.work();
    }
  }

  private List<String> identifiers(String which) {
    return noor.texts("select value as t from customer_identifier where " + which);
  }

  private List<String> authorsOf(String... words) {
    return noor.texts(
        "select distinct cast(conversation_id as text) as t from message where content ->> 'text' in ('"
            + String.join("','", words)
            + "')");
  }

  private static String text(
      String wamid, @Nullable String userId, @Nullable String phone, long second, String words) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    if (phone != null) {
      message.put("from", phone);
    }
    if (userId != null) {
      message.put("from_user_id", userId);
    }
    message.put("id", wamid).put("timestamp", Long.toString(second)).put("type", "text");
    message.putObject("text").put("body", words);
    return message(message.toString());
  }

  private static String named(String wamid, String userId, String username, long second) {
    ObjectNode value = Json.read(text(wamid, userId, null, second, "هلا"), ObjectNode.class);
    value
        .putArray("contacts")
        .addObject()
        .put("user_id", userId)
        .putObject("profile")
        .put("username", username);
    return value.toString();
  }

  private static String message(String message) {
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.putObject("metadata").put("phone_number_id", NoorIntake.NUMBER);
    value.putArray("messages").add(Json.read(message, ObjectNode.class));
    return value.toString();
  }
}
