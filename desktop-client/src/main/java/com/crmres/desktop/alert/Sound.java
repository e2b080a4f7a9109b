package com.crmres.desktop.alert;

import java.util.List;

/// The sounds of the program; each is told from the others with closed eyes, by its melody and by
/// how often it strikes.
public enum Sound {
  /// Two rising strikes.
  NEW_ORDER(note(660, 160), note(880, 260)),
  /// The same in a hurry: nobody has answered for a minute.
  ALARM(note(880, 110), note(1175, 110), note(880, 110), note(1175, 110), note(1568, 240)),
  MESSAGE(note(1047, 90)),
  /// A colleague calls by name: a high strike between two low ones.
  MENTION(note(622, 90), note(1245, 130), note(622, 160)),
  /// Somebody wants a person.
  ESCALATION(note(784, 140), note(587, 140), note(784, 200)),
  TICKET(note(523, 130), note(659, 130), note(784, 200)),
  CHANGED(note(698, 120), note(698, 120)),
  VOIDED(note(440, 180), note(330, 280)),
  RUSH(note(988, 80), note(988, 80), note(988, 80), note(988, 80)),
  LATE(note(392, 260), note(392, 260)),
  /// A station calls.
  HELP(note(1319, 120), note(1047, 120), note(1319, 120), note(1047, 220));

  @SuppressWarnings("ImmutableEnumChecker") // nobody can reach it to change it
  private final Note[] notes;

  Sound(Note... notes) {
    this.notes = notes.clone();
  }

  public List<Note> notes() {
    return List.of(notes);
  }

  /// One strike.
  public record Note(int hertz, int millis) {}

  private static Note note(int hertz, int millis) {
    return new Note(hertz, millis);
  }
}
