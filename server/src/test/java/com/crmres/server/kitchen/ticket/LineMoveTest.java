package com.crmres.server.kitchen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.KitchenState;
import com.crmres.server.database.Database;
import com.crmres.server.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineMoveTest {

  /// Every state in rows, every command in columns in the order of [LineCommand]; what is held or
  /// done was begun before.
  private static final Map<KitchenState, String> TABLE =
      Map.of(
          KitchenState.PENDING, "fired started done - - held - voided -",
          KitchenState.HELD, "fired - done - - - started voided -",
          KitchenState.FIRED, "- started done - - held - voided -",
          KitchenState.STARTED, "- - done fired remade held - voided -",
          KitchenState.DONE, "- - - started remade - - voided -",
          KitchenState.REMADE, "- started done - - held - voided -",
          KitchenState.VOIDED, "- - - - - - - - pending");

  @Test
  void everyCommandInEveryStateDoesWhatTheTableSays() {
    for (KitchenState state : KitchenState.values()) {
      List<String> row =
          Stream.of(LineCommand.values())
              .map(command ->
                  LineMove.of(state, KitchenState.STARTED, command)
                      .map(move -> move.target().wireName())
                      .orElse("-"))
              .toList();
      assertThat(row).as("%s", state).containsExactly(TABLE.getOrDefault(state, "").split(" "));
    }
  }

  @Test
  void whatGoesBackEndsWhereItStood() {
    Set<KitchenState> held =
        Set.of(KitchenState.PENDING, KitchenState.FIRED, KitchenState.STARTED, KitchenState.REMADE);

    for (KitchenState before : KitchenState.values()) {
      assertThat(LineMove.of(KitchenState.HELD, before, LineCommand.RELEASE).map(LineMove::target))
          .isEqualTo(Stream.of(before).filter(held::contains).findFirst());
      assertThat(LineMove.of(KitchenState.DONE, before, LineCommand.UNDO).map(LineMove::target))
          .isEqualTo(Stream.of(before).filter(held::contains).findFirst());
    }
    assertThat(LineMove.of(KitchenState.HELD, null, LineCommand.RELEASE)).isEmpty();
  }

  @Test
  void theDatabaseKnowsTheSameMoves() {
    Database database = TestDatabase.fresh().database();

    List<String> table =
        database.inSystem(tx ->
            tx.sql("select from_state || ' ' || to_state as move from kitchen_move")
                .list(row -> row.text("move")));

    assertThat(table)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LineMove.values())
                .map(move -> move.source().wireName() + " " + move.target().wireName())
                .collect(Collectors.toSet()));
  }
}
