package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.search.SearchHit;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.search.FoundRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

/// Tabs with their counts, order, narrowing, picking, and the way from a search into a thread.
class TabsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private final Restaurant restaurant =
      Restaurant.evening(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now.get();
            }
          });
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final InboxModel inbox =
      new InboxModel(
          api,
          PatientCalls.immediate(),
          World.OLAYA.id(),
          World.SARAH,
          FXCollections.observableArrayList(),
          UUID::randomUUID,
          (InstantSource) now::get);

  private UUID id(CustomerSummary customer) {
    return World.id("conversation " + customer.name());
  }

  private ConversationSummary of(CustomerSummary customer) {
    return restaurant.conversation(id(customer));
  }

  private List<String> names() {
    return inbox.conversations().stream().map(one -> one.customer().name()).toList();
  }

  private void hearFrom(int position) {
    inbox.happened(restaurant.eventsFrom(position));
  }

  private void after(Duration span) {
    now.set(now.get().plus(span));
    inbox.tick();
  }

  private void loadEverything() {
    inbox.reload();
    inbox.loadMore();
    inbox.loadMore();
  }

  @Test
  void listsUnderEachTabWhatTheServerCountsThere() {
    loadEverything();
    var counts = Objects.requireNonNull(inbox.counts().get());

    for (InboxFilter tab : InboxFilter.values()) {
      inbox.filter().set(tab);
      inbox.loadMore();
      inbox.loadMore();
      tab.count(counts)
          .ifPresent(many -> assertThat(inbox.conversations()).as(tab.name()).hasSize(many));
    }
  }

  @Test
  void countsAnewSomeTimeAfterNewsAndNotAtEachOfThem() {
    loadEverything();
    int before = restaurant.events();
    for (int i = 0; i < 20; i++) {
      var _ = restaurant.handling().prioritise(id(World.NOURA), Priority.HIGH);
    }
    var _ = restaurant.handling().assign(id(World.NOURA), World.SARAH.id());
    hearFrom(before);

    after(Duration.ofSeconds(3));

    assertThat(Objects.requireNonNull(inbox.counts().get()).mine()).isEqualTo(2);
  }

  @Test
  void hidesWhatSleepsAndShowsItAgainWhenItsTimeIsOver() {
    loadEverything();
    int before = restaurant.events();
    var _ = restaurant.handling().snooze(id(World.AHMED), new SnoozeRequest(30));
    hearFrom(before);
    assertThat(names()).doesNotContain(World.AHMED.name());

    inbox.filter().set(InboxFilter.ASLEEP);
    assertThat(names()).containsExactly(World.AHMED.name());

    after(Duration.ofMinutes(31));
    assertThat(names()).isEmpty();
    inbox.filter().set(InboxFilter.ALL);
    assertThat(names()).contains(World.AHMED.name());
  }

  @Test
  void loadsATabThatNobodyHasOpenedYet() {
    restaurant.has(World.withHandling(closed(World.OMAR), Handling.NONE));
    loadEverything();
    assertThat(names()).doesNotContain(World.OMAR.name());

    inbox.filter().set(InboxFilter.CLOSED);

    assertThat(names()).containsExactly(World.OMAR.name());
    assertThat(inbox.state().get()).isEqualTo(ListState.READY);
  }

  private ConversationSummary closed(CustomerSummary customer) {
    ConversationSummary one = of(customer);
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        ConversationStatus.RESOLVED,
        one.type(),
        one.answerer(),
        null,
        null,
        null,
        one.lastMessage(),
        0,
        null,
        one.channel(),
        one.version() + 1);
  }

  @Test
  void putsWhatPeopleMarkedFirstWhereThatIsTheOrder() {
    var _ = restaurant.handling().prioritise(id(World.OMAR), Priority.URGENT);
    var _ = restaurant.handling().prioritise(id(World.REEM), Priority.HIGH);
    loadEverything();

    inbox.order().set(InboxOrder.PRIORITY);

    assertThat(names().subList(0, 3))
        .containsExactly(World.OMAR.name(), World.REEM.name(), World.FAHD.name());
  }

  @Test
  void putsWhoeverWaitsLongestFirstWhereThatIsTheOrder() {
    loadEverything();

    inbox.order().set(InboxOrder.LONGEST_WAITING);

    assertThat(names().subList(0, 3))
        .containsExactly(World.FAHD.name(), World.NOURA.name(), World.AHMED.name());
  }

  @Test
  void narrowsByUnreadPriorityAndLabel() {
    var _ =
        restaurant.handling().label(id(World.NOURA), new LabelRequest(List.of("شكوى"), List.of()));
    loadEverything();

    inbox.narrowing().set(Narrowing.NONE.withUnread(true));
    assertThat(names()).containsExactlyInAnyOrder(World.NOURA.name(), World.FAHD.name());

    inbox.narrowing().set(Narrowing.NONE.withUnread(true).withLabel("شكوى"));
    assertThat(names()).containsExactly(World.NOURA.name());

    inbox.narrowing().set(Narrowing.NONE.withUrgent(true));
    assertThat(inbox.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void picksOneAndAllUpToAnotherAndForgetsWhatIsNoLongerListed() {
    loadEverything();
    inbox.picked().toggle(inbox.conversations().get(1));
    inbox.picked().reach(inbox.conversations().get(3));
    assertThat(inbox.meant()).hasSize(3);

    inbox.narrowing().set(Narrowing.NONE.withUnread(true));
    assertThat(inbox.picked().ids())
        .allMatch(id -> inbox.conversations().stream().anyMatch(one -> one.id().equals(id)));

    inbox.filter().set(InboxFilter.MINE);
    assertThat(inbox.picked().ids()).isEmpty();
  }

  @Test
  void meansWhatIsOpenWhereNothingIsPicked() {
    loadEverything();
    inbox.open(of(World.FAHD));

    assertThat(inbox.meant()).extracting(ConversationSummary::id).containsExactly(id(World.FAHD));
  }

  @Test
  void opensWhatASearchFoundAtItsPlaceInThePast() {
    ConversationSummary omar = of(World.OMAR);
    for (int i = 0; i < 40; i++) {
      now.set(now.get().plusSeconds(1));
      var _ = restaurant.customerWrites(omar.id(), i == 5 ? "the needle" : "hay " + i);
    }
    loadEverything();
    inbox.search().words().set("needle");
    inbox.search().search();
    SearchHit hit = hit();

    inbox.open(hit);

    var thread = inbox.thread();
    assertThat(thread.past().get()).isTrue();
    assertThat(thread.sought().get()).isEqualTo(hit.id());
    assertThat(thread.messages()).extracting(message -> message.id()).contains(hit.id());
    assertThat(thread.messages()).hasSizeLessThan(40);

    for (int i = 0; i < 60 && thread.past().get(); i++) {
      thread.loadNewer();
    }
    assertThat(thread.past().get()).isFalse();
    assertThat(thread.messages().getLast().content().preview()).isEqualTo("hay 39");
    assertThat(thread.messages()).extracting(message -> message.sequence()).isSorted();
    long first = thread.messages().getFirst().sequence();
    assertThat(thread.messages().getLast().sequence() - first + 1)
        .isEqualTo(thread.messages().size());
  }

  @Test
  void takesNoNewMessageIntoThePastAndShowsItAtTheEnd() {
    ConversationSummary omar = of(World.OMAR);
    for (int i = 0; i < 20; i++) {
      now.set(now.get().plusSeconds(1));
      var _ = restaurant.customerWrites(omar.id(), i == 2 ? "the needle" : "hay " + i);
    }
    loadEverything();
    inbox.search().words().set("needle");
    inbox.search().search();
    inbox.open(hit());
    int before = restaurant.events();
    var fresh = restaurant.customerWrites(omar.id(), "just now");

    hearFrom(before);
    assertThat(inbox.thread().messages()).doesNotContain(fresh);

    inbox.thread().toNewest();
    assertThat(inbox.thread().messages().getLast()).isEqualTo(fresh);
  }

  private SearchHit hit() {
    return inbox.search().rows().stream()
        .filter(FoundRow.Found.class::isInstance)
        .map(row -> ((FoundRow.Found) row).hit())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void opensAConversationThatIsNotInTheList() {
    inbox.reload();
    assertThat(names()).doesNotContain(World.OMAR.name());

    inbox.open(id(World.OMAR));

    assertThat(Objects.requireNonNull(inbox.thread().conversation().get()).id())
        .isEqualTo(id(World.OMAR));
  }

  @Test
  void showsNotesAmongTheMessagesOfTheirTime() {
    loadEverything();
    inbox.open(of(World.NOURA));
    int before = restaurant.events();
    var note =
        restaurant.handling().note(id(World.NOURA), World.KHALED, "انتبهوا", List.of(), World.NOW);

    hearFrom(before);

    assertThat(inbox.thread().notesInSight()).containsExactly(note);
  }
}
