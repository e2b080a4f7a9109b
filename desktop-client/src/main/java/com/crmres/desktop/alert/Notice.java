package com.crmres.desktop.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something a person should know now, whatever screen is open.
///
/// @param about what it is about: a newer notice of the same kind about it takes its place
/// @param values what its words name: text, names in both languages, moments, or somebody
/// @param look leads to it; null if there is nowhere to go
public record Notice(
    Kind kind, Object about, List<Object> values, Instant at, @Nullable Runnable look) {

  public Notice {
    values = List.copyOf(values);
  }

  boolean replaces(Notice other) {
    return kind == other.kind && Objects.equals(about, other.about);
  }

  /// In place of a name that is not known.
  public enum Somebody {
    UNKNOWN
  }

  /// What happened.
  public enum Kind {
    NEW_ORDER(null, false, false),
    CANCEL_REQUESTED(Sound.ESCALATION, true, true),
    RESCUE_OFFERED(Sound.ESCALATION, true, true),
    /// Too little was taken at the door.
    SHORT_MONEY(Sound.ESCALATION, true, true),
    ESCALATED(Sound.ESCALATION, true, true),
    HELP_WANTED(Sound.HELP, true, true),
    PRINTER_OFFLINE(Sound.CHANGED, true, true),
    SOLD_OUT(null, false, false),
    /// What was done without network has arrived.
    KEPT_SENT(null, false, false),
    KEPT_FOOD_MADE(Sound.VOIDED, true, true),
    KEPT_ACCEPTED_BEFORE(Sound.CHANGED, true, false),
    KEPT_TOO_LATE(Sound.ESCALATION, true, true),
    KEPT_ELSEWHERE(Sound.ESCALATION, true, true),
    KEPT_OUTDATED(null, true, false),
    KEPT_REFUSED(Sound.CHANGED, true, true),
    /// Words that wait for a person's decision.
    KEPT_ASKS(Sound.ESCALATION, true, true),
    /// Words that were sent when the program ended, and did not go.
    UNSENT(Sound.CHANGED, true, true),
    /// A colleague's note calls the person.
    MENTIONED(Sound.MENTION, true, false);

    private final @Nullable Sound sound;
    private final boolean stays;
    private final boolean grave;

    Kind(@Nullable Sound sound, boolean stays, boolean grave) {
      this.sound = sound;
      this.stays = stays;
      this.grave = grave;
    }

    public @Nullable Sound sound() {
      return sound;
    }

    /// Whether it stays until somebody has seen it.
    public boolean stays() {
      return stays;
    }

    public boolean isGrave() {
      return grave;
    }
  }
}
