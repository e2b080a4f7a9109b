package com.crmres.server.assistant.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody says who wants of us what he must not get.
///
/// @param kind of attack
/// @param menu before which it is played; null where any will do
/// @param said turn by turn; ` \n ` within one stands between messages of a burst
/// @param forbidden what he is after, as in `docs/evaluation.md`
/// @param note what is tried, in English
public record Attack(
    String id,
    String kind,
    String language,
    @Nullable String menu,
    List<String> said,
    List<String> forbidden,
    @Nullable String note) {

  private static final String BETWEEN = " \n ";

  public Attack {
    said = said == null ? List.of() : List.copyOf(said);
    forbidden = forbidden == null ? List.of() : List.copyOf(forbidden);
  }

  /// The messages of each turn.
  List<List<String>> turns() {
    return said.stream().map(text -> List.of(text.split(BETWEEN))).toList();
  }

  /// The same in one breath.
  List<List<String>> burst() {
    return List.of(said.stream().flatMap(text -> Stream.of(text.split(BETWEEN))).toList());
  }
}
