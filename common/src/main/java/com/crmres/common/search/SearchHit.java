package com.crmres.common.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that a search found.
///
/// @param id of the message, the customer or the order
/// @param conversationId where a screen goes from it
/// @param sequence the message's place in its conversation; absent for others
/// @param customerName absent if he has said none
/// @param text what is shown: the message's words, the customer's phone, the order's number
/// @param marks which parts of `text` were searched for, in their order
/// @param at when it was said, placed, or when the customer was first seen, in UTC
public record SearchHit(
    SearchKind kind,
    UUID id,
    UUID conversationId,
    @Nullable Long sequence,
    @Nullable String customerName,
    String text,
    List<Mark> marks,
    Instant at) {
  public SearchHit {
    marks = List.copyOf(marks);
  }

  /// A part of a text.
  ///
  /// @param start its first character, counted in UTF-16 units from 0
  /// @param length at least 1
  public record Mark(int start, int length) {}
}
