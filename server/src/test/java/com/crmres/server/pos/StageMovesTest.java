package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageMovesTest {

  @Test
  void aTillThatSkippedStagesIsCaughtUpWithStepByStep() {
    assertThat(moves(Stage.READY, OrderStatus.PENDING, Fulfilment.PICKUP))
        .extracting(move -> move.getClass().getSimpleName())
        .containsExactly("Accept", "StartPreparing", "MarkReady");
    assertThat(moves(Stage.COMPLETED, OrderStatus.READY, Fulfilment.PICKUP))
        .extracting(move -> move.getClass().getSimpleName())
        .containsExactly("HandOver");
    assertThat(moves(Stage.COMPLETED, OrderStatus.READY, Fulfilment.DELIVERY))
        .extracting(move -> move.getClass().getSimpleName())
        .containsExactly("Dispatch", "HandOver");
  }

  @Test
  void nothingGoesBack() {
    for (OrderStatus status : OrderStatus.values()) {
      for (Fulfilment fulfilment : Fulfilment.values()) {
        Set<Stage> behind =
            switch (status) {
              case CONFIRMED -> EnumSet.of(Stage.PENDING, Stage.ACCEPTED);
              case PREPARING -> EnumSet.range(Stage.PENDING, Stage.PREPARING);
              case READY -> EnumSet.range(Stage.PENDING, Stage.READY);
              case DELIVERED -> EnumSet.allOf(Stage.class);
              default -> EnumSet.of(Stage.PENDING);
            };
        behind.forEach(stage -> assertThat(moves(stage, status, fulfilment)).isEmpty());
      }
    }
  }

  @Test
  void whatTheTillDropsIsRejectedBeforeAndCancelledAfterItWasAccepted() {
    assertThat(moves(Stage.DECLINED, OrderStatus.PENDING, Fulfilment.PICKUP))
        .hasExactlyElementsOfTypes(OrderCommand.Reject.class);
    assertThat(moves(Stage.VOIDED, OrderStatus.PREPARING, Fulfilment.PICKUP))
        .hasExactlyElementsOfTypes(OrderCommand.Cancel.class);
    assertThat(moves(Stage.VOIDED, OrderStatus.CANCEL_REQUESTED, Fulfilment.PICKUP))
        .hasExactlyElementsOfTypes(OrderCommand.Cancel.class);
    assertThat(moves(Stage.DECLINED, OrderStatus.PREPARING, Fulfilment.PICKUP)).isEmpty();
  }

  @Test
  void aWordThatIsNotKnownMovesNothing() {
    for (OrderStatus status : OrderStatus.values()) {
      assertThat(moves(Stage.UNKNOWN, status, Fulfilment.DELIVERY)).isEmpty();
      assertThat(moves(Stage.RETURNED, status, Fulfilment.DELIVERY)).isEmpty();
    }
  }

  private static List<OrderCommand> moves(Stage stage, OrderStatus status, Fulfilment fulfilment) {
    return StageMoves.toward(stage, status, fulfilment, Why.said("why"));
  }
}
