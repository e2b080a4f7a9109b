package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.EveryKind;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingModelTest {

  @TempDir private Path folder;

  private final Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
  private final Restaurant restaurant = EveryKind.restaurant(clock);
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final InboxModel inbox =
      new InboxModel(
          api,
          PatientCalls.immediate(),
          World.OLAYA.id(),
          World.SARAH,
          FXCollections.observableArrayList(),
          UUID::randomUUID,
          clock);
  private final ThreadModel thread = inbox.thread();
  private final WritingModel writing = thread.writing();

  @BeforeEach
  void openNoura() {
    inbox.reload();
    inbox.open(restaurant.conversation(World.id("conversation " + World.NOURA.name())));
  }

  @Test
  void sendsAFileWithItsWordsAndKeepsNothing() throws Exception {
    writing.attach(file("burger.png"));
    thread.reply().set("تفضلي");

    thread.send();

    assertThat(restaurant.sendsAsked())
        .extracting(SendRequest::content)
        .singleElement()
        .isInstanceOfSatisfying(
            MessageContent.Media.class, media -> assertThat(media.caption()).isEqualTo("تفضلي"));
    assertThat(writing.isEmpty()).isTrue();
    assertThat(writing.file().get()).isNull();
  }

  @Test
  void handsAFileOverOnceHoweverOftenTheMessageIsTried() throws Exception {
    writing.attach(file("burger.png"));
    api.answersLost(true);
    thread.send();
    assertThat(writing.failure().get()).isNotNull();
    assertThat(writing.file().get()).isNotNull();

    api.answersLost(false);
    thread.send();
    thread.send();

    assertThat(restaurant.sendsAsked()).hasSize(1);
    assertThat(writing.failure().get()).isNull();
  }

  @Test
  void sendsTheSameCommandAgainAfterALostAnswer() {
    MessageDetails first = thread.messages().getFirst();
    writing.answer(first);
    thread.reply().set("أبشري");
    thread.takeOver();
    api.answersLost(true);
    thread.send();
    api.answersLost(false);
    thread.send();

    assertThat(restaurant.sendsAsked()).hasSize(2);
    assertThat(restaurant.sendsAsked())
        .extracting(SendRequest::commandId)
        .containsOnly(restaurant.sendsAsked().getFirst().commandId());
    assertThat(restaurant.sendsAsked().getLast().replyTo()).isEqualTo(first.id());
    assertThat(writing.answered().get()).isNull();
  }

  @Test
  void keepsTheWordsThatWhatsAppShowsWithNoSound() throws Exception {
    writing.attach(file("song.mp3"));
    thread.reply().set("اسمع");

    thread.send();

    assertThat(thread.reply().get()).isEqualTo("اسمع");
    assertThat(writing.file().get()).isNull();
  }

  @Test
  void keepsFileAndAnsweredMessageOfEachConversation() throws Exception {
    Path file = file("burger.png");
    MessageDetails first = thread.messages().getFirst();
    writing.attach(file);
    writing.answer(first);

    inbox.open(restaurant.conversation(World.id("conversation " + World.AHMED.name())));
    assertThat(writing.file().get()).isNull();
    assertThat(writing.answered().get()).isNull();

    openNoura();
    assertThat(writing.file().get()).isEqualTo(file);
    assertThat(writing.answered().get()).isEqualTo(first);
  }

  @Test
  void putsASignOnAMessageAndTakesItBack() {
    MessageDetails first = thread.messages().getFirst();

    writing.react(first, "👍");
    assertThat(stored(first).marks().reactions()).containsExactly(new Reaction(Sender.STAFF, "👍"));

    writing.react(stored(first), "👍");
    assertThat(stored(first).marks().reactions()).isEmpty();
  }

  private MessageDetails stored(MessageDetails one) {
    return restaurant.newestFirst(one.conversationId(), Long.MAX_VALUE).stream()
        .filter(message -> message.id().equals(one.id()))
        .findFirst()
        .orElseThrow();
  }

  private Path file(String name) throws Exception {
    return Files.write(folder.resolve(name), new byte[] {1});
  }
}
