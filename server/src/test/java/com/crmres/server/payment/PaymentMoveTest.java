package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.payment.PaymentState;
import com.crmres.server.database.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentMoveTest {

  @Test
  void everyPairOfStatesIsAllowedAsTheTableOfTheDatabaseSaysAndNoOther() {
    try (TestDatabase fresh = TestDatabase.fresh()) {
      Set<String> kept =
          Set.copyOf(
              fresh
                  .database()
                  .inSystem(tx ->
                      tx.sql("select from_state || ' ' || to_state as move from payment_move")
                          .list(row -> row.text("move"))));

      assertThat(allowed()).isEqualTo(kept).hasSize(19);
    }
  }

  @Test
  void fromEveryStateThatHasNoMoneyMoneyMayStillArrive() {
    for (PaymentState state : PaymentState.values()) {
      boolean hasOrHadMoney =
          List.of(PaymentState.PAID, PaymentState.PARTLY_REFUNDED, PaymentState.REFUNDED)
              .contains(state);

      assertThat(PaymentMove.isAllowed(state, PaymentState.PAID))
          .as(state.wireName())
          .isEqualTo(!hasOrHadMoney);
    }
  }

  private static Set<String> allowed() {
    return Arrays.stream(PaymentState.values())
        .flatMap(from ->
            Arrays.stream(PaymentState.values())
                .filter(to -> PaymentMove.isAllowed(from, to))
                .map(to -> from.wireName() + " " + to.wireName()))
        .collect(Collectors.toSet());
  }
}
