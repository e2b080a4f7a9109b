package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import org.jspecify.annotations.Nullable;

/// What an English order has said so far that bears on the words to come.
final class EnglishNotepad {

  /// The portion whose dish has not been named yet.
  @Nullable EnglishPhrase open;

  /// The dish that is spoken of.
  @Nullable Draft current;

  /// The dish that was asked about last.
  @Nullable EnglishPiece asked;

  /// For whom what is named next is.
  @Nullable String person;

  /// How what is listed of the dish is meant.
  Way way = Way.TAKE;

  /// How the next option alone is meant.
  @Nullable Way once;

  /// Whether options of the dish are being listed.
  boolean listing;

  /// Whether the word that began the list stands right before.
  boolean direct;

  /// Whether something among them is wanted, and nothing left out.
  boolean positive;

  /// Whether what is left out was told by a mere "no".
  boolean shortNegation;

  /// Whether the sentence has a verb of ordering.
  boolean wanted;

  /// Whether that verb adds to something.
  boolean adding;

  /// Whether what is listed is told of all there are of a dish.
  boolean ofEach;

  boolean question;

  /// Whether what is said is said of all dishes.
  boolean everything;

  /// What all those dishes are called; null if they are all there are.
  @Nullable EnglishPiece everyOf;

  /// Whether something new may begin here.
  boolean boundary = true;

  /// The place behind what was last read.
  int lastEnd;

  /// Begins a list of options.
  void list(Way meant) {
    way = meant;
    once = null;
    listing = true;
    direct = true;
  }

  void endList() {
    way = Way.TAKE;
    once = null;
    listing = false;
    direct = false;
  }

  /// Begins a portion whose dish will be named.
  EnglishPhrase open(@Nullable Integer number, int from) {
    EnglishPhrase phrase = new EnglishPhrase(number, from);
    phrase.person = person;
    open = phrase;
    return phrase;
  }

  void endSentence() {
    endList();
    boundary = true;
    wanted = false;
    adding = false;
    question = false;
    everything = false;
    ofEach = false;
    everyOf = null;
    person = null;
  }
}
