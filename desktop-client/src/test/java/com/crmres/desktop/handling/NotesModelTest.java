package com.crmres.desktop.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Note;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final NotesModel notes =
      new NotesModel(
          api.notes(),
          PatientCalls.immediate(),
          World.SARAH,
          UUID::randomUUID,
          restaurant.handling()::colleagues);

  @BeforeEach
  void openNoura() {
    notes.open(NOURA);
    notes.mentions().begin();
  }

  private void write(String words) {
    notes.text().set(words);
    notes.save();
  }

  @Test
  void keepsANoteAndEmptiesTheBox() {
    write("  زبونة دائمة، عاملوها برفق ");

    assertThat(notes.notes()).extracting(Note::text).containsExactly("زبونة دائمة، عاملوها برفق");
    assertThat(notes.text().get()).isEmpty();
  }

  @Test
  void callsWhoeverIsNamed() {
    write("@خالد الحربي شوف طلبها لو سمحت");

    assertThat(notes.notes().getFirst().mentions()).containsExactly(World.KHALED.id());
  }

  @Test
  void completesTheNameBehindTheSign() {
    notes.mentions().look("شوف @خا", 7);
    assertThat(notes.mentions().offered()).containsExactly(World.KHALED);

    assertThat(notes.mentions().completed("شوف @خا", 7)).isEqualTo("شوف @خالد الحربي ");
    assertThat(notes.mentions().offered()).isEmpty();
  }

  @Test
  void offersNobodyBehindASignWithinAWord() {
    notes.mentions().look("mail@", 5);
    assertThat(notes.mentions().offered()).isEmpty();

    notes.mentions().look("@", 1);
    assertThat(notes.mentions().offered()).hasSize(3);
    notes.mentions().wander(-1);
    assertThat(notes.mentions().chosen().get()).isEqualTo(2);
  }

  @Test
  void isOneNoteHoweverOftenItIsTried() {
    api.answersLost(true);
    write("مرة واحدة");
    assertThat(notes.failure().get()).isNotNull();
    assertThat(notes.text().get()).isEqualTo("مرة واحدة");

    api.answersLost(false);
    notes.save();

    assertThat(restaurant.handling().notes(NOURA)).hasSize(1);
    assertThat(notes.failure().get()).isNull();
  }

  @Test
  void keepsWhatWasTypedForEachConversation() {
    notes.text().set("لم يكتمل");

    notes.open(AHMED);
    assertThat(notes.text().get()).isEmpty();

    notes.open(NOURA);
    assertThat(notes.text().get()).isEqualTo("لم يكتمل");
  }

  @Test
  void hearsOfNotesOfColleaguesAndOfThoseThatWereWithdrawn() {
    int before = restaurant.events();
    Note note = restaurant.handling().note(NOURA, World.KHALED, "اتصلت بها", List.of(), World.NOW);
    hear(before);
    assertThat(notes.notes()).containsExactly(note);

    int then = restaurant.events();
    var _ = restaurant.handling().withdraw(note.id());
    hear(then);
    assertThat(notes.notes()).isEmpty();
  }

  private void hear(int from) {
    restaurant
        .eventsFrom(from)
        .forEach(event -> {
          if (event instanceof LiveEvent.NoteChanged(var note)) {
            notes.heard(note);
          }
        });
  }

  @Test
  void letsItsAuthorWithdrawItAndWhoeverManages() {
    Note mine = restaurant.handling().note(NOURA, sarah(), "لي", List.of(), World.NOW);
    Note his = restaurant.handling().note(NOURA, World.KHALED, "له", List.of(), World.NOW);

    assertThat(notes.mayWithdraw(mine)).isTrue();
    assertThat(notes.mayWithdraw(his)).isFalse();

    notes.reload();
    notes.withdraw(mine);
    assertThat(notes.notes()).containsExactly(his);
  }

  private static Colleague sarah() {
    return new Colleague(World.SARAH.id(), World.SARAH.name(), Role.AGENT, List.of());
  }

  @Test
  void remembersWhatCallsThePersonUntilHeLooked() {
    var calls = new CallsForMe(api.notes(), PatientCalls.immediate(), World.SARAH.id());
    Note note =
        restaurant
            .handling()
            .note(NOURA, World.KHALED, "@سارة", List.of(World.SARAH.id()), World.NOW);
    calls.heard(note);
    calls.heard(restaurant.handling().note(AHMED, World.KHALED, "لا أحد", List.of(), World.NOW));
    assertThat(calls.notes()).containsExactly(note);

    calls.seenIn(NOURA);
    assertThat(calls.notes()).isEmpty();
    calls.reload();
    assertThat(calls.notes()).isEmpty();
  }
}
