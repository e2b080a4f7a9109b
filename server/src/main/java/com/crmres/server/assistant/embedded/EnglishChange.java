package com.crmres.server.assistant.embedded;

import org.jspecify.annotations.Nullable;

/// The change that is being told: what shall become of which dish.
final class EnglishChange {

  private final EnglishNotepad pad;

  Mode mode = Mode.NONE;

  /// The dish that is changed.
  @Nullable Draft subject;

  /// The option that another one is to replace.
  @Nullable EnglishPiece leaving;

  /// The dish in whose place the next one comes.
  @Nullable Draft replaced;

  /// How many are to be taken off.
  @Nullable Integer fewer;

  /// Whether what it becomes is being told.
  boolean to;

  /// Whether what was said before is being taken back.
  boolean correcting;

  /// What the verb said.
  enum Mode {
    NONE,
    REMOVE,
    CHANGE,
    CHANGED
  }

  EnglishChange(EnglishNotepad pad) {
    this.pad = pad;
  }

  /// The dish that is changed is known.
  void about(Draft draft) {
    subject = draft;
    pad.current = draft;
    mode = Mode.CHANGED;
  }

  /// Whether the dish that is named next is being spoken of and nothing is added.
  boolean expectsItem() {
    return mode == Mode.CHANGE || mode == Mode.REMOVE;
  }

  /// "Make the oat one large": the option tells which is meant.
  void meansOne() {
    leaving = null;
  }

  void endClause() {
    fewer = null;
  }

  void endSentence() {
    mode = Mode.NONE;
    subject = null;
    leaving = null;
    replaced = null;
    fewer = null;
    to = false;
    correcting = false;
  }
}
