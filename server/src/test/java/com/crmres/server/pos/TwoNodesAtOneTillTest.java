package com.crmres.server.pos;

import static com.crmres.server.NoorHouse.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two servers on one database take orders to one till.
class TwoNodesAtOneTillTest {

  private final TillHouse house = new TillHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void eachOrderIsPushedOnceHoweverManyNodesWork() {
    List<UUID> placed = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      placed.add(house.placed().id());
    }

    Thread other = Thread.ofVirtual().start(() -> workUntilEmpty(house.second));
    workUntilEmpty(house.first);
    await("the other node is done", () -> !other.isAlive());

    assertThat(house.till.pushed)
        .extracting(PosOrder::id)
        .containsExactlyInAnyOrderElementsOf(placed);
  }

  @Test
  void aNodeThatWasTakenForDeadAndItsHeirPushOnceTogether() {
    house.till.gate = new Semaphore(0);
    OrderSummary order = house.placed();
    house.worker(house.first).work();
    await("the till has it", () -> house.till.pushed.size() == 1);
    house.house.system("update pos_step set leased_until = now() - interval '1 second'");

    StepWorker heir = house.worker(house.second);
    await(
        "the heir has settled it",
        () -> {
          heir.work();
          return house.stepsLeft() == 0;
        });
    house.till.gate.release(2);

    assertThat(house.till.pushed).hasSize(1);
    assertThat(house.<String>in(tx -> reference(tx, order.id()))).isEqualTo("T-1");
    assertThat(house.stepsLeft()).isZero();
  }

  private String reference(com.crmres.server.database.Transaction transaction, UUID orderId) {
    return String.valueOf(
        new HandedStore().reference(transaction, house.house.restaurantId, orderId));
  }

  private void workUntilEmpty(PointOfSale node) {
    StepWorker worker = house.worker(node);
    await(
        "nothing is left",
        () -> {
          worker.work();
          return house.stepsLeft() == 0;
        });
  }
}
