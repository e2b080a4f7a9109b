package com.crmres.server.job;

import com.crmres.server.NoorHouse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

  @Test
  void aStepThatFailsInTheWorstWayIsRunAgain() throws Exception {
    AtomicInteger rounds = new AtomicInteger();
    Loop loop =
        new Loop(
            "test",
            Duration.ofMillis(1),
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError("too deep");
              }
              return false;
            });
    loop.start();

    NoorHouse.await("run again", () -> rounds.get() >= 2);
    loop.stop();
  }
}
