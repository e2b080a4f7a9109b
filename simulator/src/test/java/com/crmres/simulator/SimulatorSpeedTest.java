package com.crmres.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.cloudapi.Limits;
import com.crmres.simulator.customers.Customer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The simulator must not be the slow part of a benchmark.
class SimulatorSpeedTest {

  private static final int MESSAGES = 10_000;

  @Test
  void deliversTenThousandMessagesWithinAMinute() throws Exception {
    try (ListeningBusiness business = new ListeningBusiness();
        Simulator simulator =
            Simulator.builder().webhook(business.webhook()).limits(Limits.NONE).build().start()) {
      long begin = System.nanoTime();
      for (int n = 0; n < MESSAGES; n++) {
        Customer customer = simulator.customer("96650000" + (1000 + n % 500), "نورة");
        customer.says("ابغى " + n);
      }

      assertThat(simulator.awaitQuiet(Duration.ofSeconds(50), Duration.ofMillis(50))).isTrue();

      assertThat(business.texts().stream().distinct()).hasSize(MESSAGES);
      System.getLogger("speed")
          .log(
              System.Logger.Level.INFO,
              "{0} messages in {1} ms",
              MESSAGES,
              (System.nanoTime() - begin) / 1_000_000);
    }
  }
}
