package com.crmres.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.desktop.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBatchTest {

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<List<LiveEvent>> told = new ArrayList<>();
  private final EventBatch batch = new EventBatch(waiting::add, Runnable::run, told::add);

  @Test
  void carriesARushInOnePassAndInItsOrder() {
    List<LiveEvent> rush = IntStream.range(0, 500).mapToObj(EventBatchTest::event).toList();

    rush.forEach(batch::offer);
    waiting.forEach(Runnable::run);

    assertThat(waiting).hasSize(1);
    assertThat(told).containsExactly(rush);
  }

  @Test
  void beginsAnotherPassAfterOne() {
    batch.offer(event(1));
    waiting.removeFirst().run();

    batch.offer(event(2));
    waiting.removeFirst().run();

    assertThat(told).hasSize(2);
  }

  private static LiveEvent event(int n) {
    return new LiveEvent.OrderChanged(
        World.order("A-" + n, World.AHMED, OrderStatus.PENDING, World.NOW));
  }
}
