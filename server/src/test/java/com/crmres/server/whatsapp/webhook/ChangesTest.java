package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.VersionKind;
import com.crmres.common.live.LiveEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What customers do to messages that were there before, and messages that come late or in another
/// order.
class ChangesTest {

  private static final String NOURA = "966500000123";
  private static final long NOW = 1_795_334_400;

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// Behaviour 25, trap 18.
  @Test
  void aReactionHangsOnItsMessageAndIsNoMessage() throws InterruptedException {
    text("wamid.1", 0, "شكراً");
    long turns = noor.count("turn");

    reaction("wamid.r", 1, "wamid.1", "👍");

    assertThat(noor.messages())
        .singleElement()
        .satisfies(message ->
            assertThat(message.marks().reactions())
                .containsExactly(new Reaction(Sender.CUSTOMER, "👍")));
    assertThat(noor.count("turn")).isEqualTo(turns);
    assertThat(noor.events())
        .last()
        .isInstanceOfSatisfying(
            LiveEvent.MessageChanged.class,
            changed -> assertThat(changed.message().marks().reactions()).hasSize(1));
  }

  /// Trap 18: it does not open a conversation that was closed.
  @Test
  void aReactionLeavesAClosedConversationClosed() throws InterruptedException {
    text("wamid.1", 0, "شكراً");
    noor.resolve();

    reaction("wamid.r", 1, "wamid.1", "👍");

    assertThat(noor.summary().status()).isEqualTo(ConversationStatus.RESOLVED);
    assertThat(noor.summary().unread()).isZero();
  }

  /// Trap 19, behaviour 25.
  @ParameterizedTest
  @ValueSource(strings = {"absent", ""})
  void aReactionIsTakenAwayByAMissingAndByAnEmptySign(String emoji) throws InterruptedException {
    text("wamid.1", 0, "شكراً");
    reaction("wamid.r", 1, "wamid.1", "👍");

    reaction("wamid.r2", 2, "wamid.1", emoji);

    assertThat(noor.messages().getFirst().marks().reactions()).isEmpty();
  }

  @Test
  void anOlderReactionThatComesLateChangesNothing() throws InterruptedException {
    text("wamid.1", 0, "شكراً");
    reaction("wamid.r2", 3, "wamid.1", "absent");

    reaction("wamid.r", 2, "wamid.1", "👍");
    reaction("wamid.r2", 3, "wamid.1", "absent");

    assertThat(noor.messages().getFirst().marks().reactions()).isEmpty();
  }

  /// Trap 54.
  @Test
  void theSameHeartWithAndWithoutItsColourSignIsNoChange() throws InterruptedException {
    text("wamid.1", 0, "شكراً");
    reaction("wamid.r", 1, "wamid.1", "❤️");
    int told = noor.events().size();

    reaction("wamid.r2", 2, "wamid.1", "❤");

    assertThat(noor.events()).hasSize(told);
  }

  /// Trap 22, behaviour 25.
  @Test
  void anEditIsShownAndTheVersionBeforeIsKept() throws InterruptedException {
    text("wamid.1", 0, "أبغى ٢ برجر");

    edit("wamid.e", 5, "wamid.1", "أبغى ٣ برجر");

    MessageDetails message = noor.messages().getFirst();
    assertThat(noor.messages()).hasSize(1);
    assertThat(message.content()).isEqualTo(new MessageContent.Text("أبغى ٣ برجر"));
    assertThat(message.marks().editedAt()).isNotNull();
    assertThat(versions())
        .extracting(MessageVersion::kind, version -> preview(version))
        .containsExactly(
            tuple(VersionKind.ORIGINAL, "أبغى ٢ برجر"), tuple(VersionKind.EDIT, "أبغى ٣ برجر"));
  }

  @Test
  void theSameEditTwiceIsOneVersion() throws InterruptedException {
    text("wamid.1", 0, "one");
    edit("wamid.e", 5, "wamid.1", "two");
    edit("wamid.e", 5, "wamid.1", "two");

    assertThat(versions()).hasSize(2);
    assertThat(noor.summary().unread()).isEqualTo(2);
  }

  @Test
  void theLastEditCountsWhicheverComesFirst() throws InterruptedException {
    text("wamid.1", 0, "one");
    edit("wamid.e3", 9, "wamid.1", "three");
    edit("wamid.e2", 5, "wamid.1", "two");

    assertThat(noor.messages().getFirst().content()).isEqualTo(new MessageContent.Text("three"));
    assertThat(versions()).map(ChangesTest::preview).containsExactly("one", "two", "three");
  }

  @Test
  void anEditThatOvertakesItsMessageIsTheMessage() throws InterruptedException {
    edit("wamid.e", 5, "wamid.1", "three burgers");
    text("wamid.1", 0, "two burgers");

    assertThat(noor.messages())
        .singleElement()
        .satisfies(message ->
            assertThat(message.content()).isEqualTo(new MessageContent.Text("three burgers")));
    assertThat(versions())
        .map(ChangesTest::preview)
        .containsExactly("two burgers", "three burgers");
  }

  @Test
  void anEditOfACaptionKeepsTheFile() throws InterruptedException {
    noor.deliver(Sample.file("in-image.json"));
    noor.work();
    MessageContent.Media before = (MessageContent.Media) noor.messages().getFirst().content();
    String wamid = noor.wamid();

    deliver(
        event(
            "wamid.e",
            5,
            "edit",
            body -> {
              body.put("original_message_id", wamid);
              body.putObject("message")
                  .put("type", "image")
                  .putObject("image")
                  .put("caption", "هذي");
            }));

    assertThat(noor.messages().getFirst().content())
        .isEqualTo(
            new MessageContent.Media(
                before.id(),
                before.kind(),
                before.mimeType(),
                null,
                before.fileName(),
                "هذي",
                false,
                MediaState.FETCHING,
                null));
  }

  /// Trap 22, behaviour 25.
  @Test
  void whatWasTakenBackIsHiddenFromScreensAndKeptForTheAudit() throws InterruptedException {
    text("wamid.1", 0, "my card is 4242");

    revoke("wamid.v", 5, "wamid.1");

    assertThat(noor.messages())
        .singleElement()
        .satisfies(message -> {
          assertThat(message.content().preview()).isEmpty();
          assertThat(message.marks().revokedAt()).isNotNull();
        });
    assertThat(noor.lastShown()).isEmpty();
    assertThat(versions())
        .map(MessageVersion::kind)
        .containsExactly(VersionKind.ORIGINAL, VersionKind.REVOKE);
    assertThat(preview(versions().getFirst())).isEqualTo("my card is 4242");
  }

  @Test
  void whatWasTakenBackBeforeItCameIsNeverShown() throws InterruptedException {
    revoke("wamid.v", 5, "wamid.1");
    text("wamid.1", 0, "oops");

    assertThat(noor.messages())
        .singleElement()
        .satisfies(message -> assertThat(message.content().preview()).isEmpty());
    assertThat(versions()).map(ChangesTest::preview).containsExactly("oops", "");
    assertThat(noor.count("turn")).isZero();
  }

  @Test
  void anEditOfWhatWasTakenBackStaysHidden() throws InterruptedException {
    text("wamid.1", 0, "one");
    revoke("wamid.v", 5, "wamid.1");
    edit("wamid.e", 4, "wamid.1", "two");

    assertThat(noor.messages().getFirst().content().preview()).isEmpty();
  }

  /// Trap 24.
  @Test
  void whatComesLongAfterItWasWrittenIsForStaffToAnswer() throws InterruptedException {
    noor.clock.forward(Duration.ofMinutes(31));

    text("wamid.1", 0, "أبغى ٢ برجر");

    assertThat(noor.summary().status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(noor.summary().reason()).isEqualTo(EscalationReason.LATE_MESSAGE);
    assertThat(noor.count("turn where state = 'open'")).isZero();
  }

  /// Trap 24.
  @Test
  void whatComesSoonAfterItWasWrittenIsTheAssistants() throws InterruptedException {
    noor.clock.forward(Duration.ofMinutes(29));

    text("wamid.1", 0, "أبغى ٢ برجر");

    assertThat(noor.summary().status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(noor.count("turn where state = 'open'")).isEqualTo(1);
  }

  /// Behaviour 10, trap 25.
  @Test
  void messagesStandWhereTheyWereWrittenInWhateverOrderTheyCome() throws InterruptedException {
    text("wamid.3", 3, "3");
    text("wamid.1", 1, "1");
    text("wamid.2", 2, "2");

    assertThat(noor.messages())
        .map(message -> message.content().preview())
        .containsExactly("1", "2", "3");
    assertThat(noor.lastShown()).isEqualTo("3");
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  /// Behaviour 10: page by page nothing is lost or shown twice.
  @Test
  void pagesOfAShuffledThreadMakeTheWholeThread() throws InterruptedException {
    List<Integer> seconds = new ArrayList<>(IntStream.range(0, 23).boxed().toList());
    Collections.shuffle(seconds, new Random(7));
    for (int second : seconds) {
      text("wamid." + second, second / 3, "" + second);
    }

    assertThat(noor.pages(4)).isEqualTo(noor.messages().reversed());
    assertThat(noor.messages())
        .hasSize(23)
        .isSortedAccordingTo(
            Comparator.comparing(MessageDetails::at).thenComparingLong(MessageDetails::sequence));
  }

  private List<MessageVersion> versions() {
    MessageDetails message = noor.messages().getFirst();
    return noor.in(transaction -> noor.changes.versions(transaction, noor.restaurantId, message));
  }

  private static String preview(MessageVersion version) {
    MessageContent content = version.content();
    return content == null ? "" : content.preview();
  }

  private void text(String wamid, long second, String text) throws InterruptedException {
    deliver(Sample.text(NOURA, wamid, NOW + second, text));
  }

  private void reaction(String wamid, long second, String target, String emoji)
      throws InterruptedException {
    deliver(
        event(
            wamid,
            second,
            "reaction",
            body -> {
              body.put("message_id", target);
              if (!emoji.equals("absent")) {
                body.put("emoji", emoji);
              }
            }));
  }

  private void edit(String wamid, long second, String target, String text)
      throws InterruptedException {
    deliver(
        event(
            wamid,
            second,
            "edit",
            body -> {
              body.put("original_message_id", target);
              body.putObject("message").put("type", "text").putObject("text").put("body", text);
            }));
  }

  private void revoke(String wamid, long second, String target) throws InterruptedException {
    deliver(event(wamid, second, "revoke", body -> body.put("original_message_id", target)));
  }

  private static ObjectNode event(
      String wamid, long second, String type, Consumer<ObjectNode> body) {
    ObjectNode value = Sample.text(NOURA, wamid, NOW + second, "");
    ObjectNode message = Sample.message(value);
    message.remove("text");
    body.accept(message.put("type", type).putObject(type));
    return value;
  }

  private void deliver(ObjectNode value) throws InterruptedException {
    noor.deliver(Sample.delivery(List.of(value)));
    noor.work();
    assertThat(noor.setAside()).isEmpty();
  }
}
