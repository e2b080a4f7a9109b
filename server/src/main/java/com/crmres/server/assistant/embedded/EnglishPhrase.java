package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A portion of which the dish has not been named yet: "two large …", "one with ham …".
final class EnglishPhrase {

  @Nullable Integer number;
  final List<Wish> wishes = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  @Nullable String person;

  /// Whether its toppings are being listed, so that a dish that follows is another one.
  boolean listing;

  /// Whether no more than that many were wanted.
  boolean only;

  /// Whether it is another one like the one before.
  boolean alike;

  /// Whether it is what is left of a portion of which some have been told apart.
  boolean begun;

  int from;

  EnglishPhrase(@Nullable Integer number, int from) {
    this.number = number;
    this.from = from;
  }

  /// An option said of it.
  record Wish(EnglishPiece piece, Way way) {}
}
