package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.KeptDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

/// What was written outlives the program, and what was sent and did not go is never lost.
class KeptDraftsTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID REEM = World.id("conversation " + World.REEM.name());

  /// The disk of this machine.
  private final Disk disk = new Disk();

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);

  private static final class Disk implements DraftKeeper {

    private List<KeptDraft> drafts = List.of();
    private int writes;

    @Override
    public List<KeptDraft> read() {
      return drafts;
    }

    @Override
    public void write(List<KeptDraft> fresh) {
      drafts = new ArrayList<>(fresh);
      writes++;
    }
  }

  /// A program that has just been started.
  private final class Started {

    private final InboxModel inbox =
        new InboxModel(
            api,
            PatientCalls.immediate(),
            World.OLAYA.id(),
            World.SARAH,
            FXCollections.observableArrayList(),
            UUID::randomUUID,
            (InstantSource) now::get);
    private final ThreadModel thread = inbox.thread();
    private final List<KeptDraft> unsent;

    private Started() {
      thread.writing().canBeTakenBackFor(Duration.ofSeconds(5));
      unsent = thread.writing().keepIn(disk);
      inbox.reload();
    }

    private Started in(UUID conversation) {
      inbox.open(restaurant.conversation(conversation));
      return this;
    }

    private Started writes(String words) {
      thread.reply().set(words);
      return this;
    }

    private void after(int seconds) {
      now.set(now.get().plusSeconds(seconds));
      inbox.tick();
    }

    private String box() {
      return thread.reply().get();
    }
  }

  private List<String> arrived(UUID conversation) {
    return restaurant.newestFirst(conversation, Long.MAX_VALUE).reversed().stream()
        .map(message -> message.content().preview())
        .skip(1)
        .toList();
  }

  @Test
  void whatWasTypedIsThereAfterACrash() {
    Started first = new Started().in(REEM).writes("أبشري، لحظة");
    first.after(1);
    // Nobody closes it.

    Started second = new Started();

    assertThat(second.in(REEM).box()).isEqualTo("أبشري، لحظة");
    assertThat(second.in(NOURA).box()).isEmpty();
    assertThat(second.unsent).isEmpty();
  }

  @Test
  void isWrittenOnlyWhenSomethingChanged() {
    Started first = new Started().in(REEM).writes("أبشري");
    first.after(1);
    first.after(1);
    first.after(1);

    assertThat(disk.writes).isEqualTo(1);
  }

  @Test
  void whatWasSentAndWentIsNotKept() {
    Started first = new Started().in(REEM).writes("أبشري");
    first.thread.send();
    first.after(1);
    assertThat(disk.drafts).singleElement().matches(KeptDraft::sent);
    first.after(5);
    first.inbox.close();

    assertThat(disk.drafts).isEmpty();
    assertThat(arrived(REEM)).containsExactly("أبشري");
  }

  @Test
  void whatCouldStillBeTakenBackInACrashIsOfferedAtTheNextStart() {
    Started first = new Started().in(REEM).writes("أبشري");
    first.thread.send();
    first.after(1);

    Started second = new Started();
    assertThat(second.unsent).extracting(KeptDraft::text).containsExactly("أبشري");
    assertThat(second.in(REEM).box()).isEqualTo("أبشري");
  }

  @Test
  void whatIsRefusedWhileTheProgramClosesIsOfferedAtTheNextStartAndIsOneMessage() {
    Started first = new Started().in(REEM).writes("أبشري");
    first.thread.send();
    api.answersLost(true);
    first.inbox.close();
    api.answersLost(false);

    Started second = new Started().in(REEM);
    assertThat(second.unsent).hasSize(1);
    assertThat(second.box()).isEqualTo("أبشري");
    second.thread.send();
    second.after(6);

    assertThat(arrived(REEM)).containsExactly("أبشري");
    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::commandId)
        .containsOnly(restaurant.repliesAsked().getFirst().commandId());
    second.inbox.close();
    assertThat(disk.drafts).isEmpty();
  }

  @Test
  void itStaysByItselfWhereOtherWordsWereBegun() {
    Started first = new Started().in(REEM).writes("أولى");
    first.thread.send();
    first.writes("ثانية");
    api.unreachable(true);
    first.inbox.close();
    api.unreachable(false);

    Started second = new Started().in(REEM);
    assertThat(second.box()).isEqualTo("ثانية");
    Held stuck = second.thread.writing().held().get();
    assertThat(stuck == null ? "" : stuck.text()).isEqualTo("أولى");
    second.thread.writing().goNow();

    assertThat(arrived(REEM)).containsExactly("أولى");
    assertThat(second.box()).isEqualTo("ثانية");
  }

  @Test
  void afterAWeekItIsForgotten() {
    new Started().in(REEM).writes("أبشري").after(1);
    now.set(now.get().plus(Duration.ofDays(8)));

    assertThat(new Started().in(REEM).box()).isEmpty();
  }
}
