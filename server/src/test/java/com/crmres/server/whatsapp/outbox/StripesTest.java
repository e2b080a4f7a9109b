package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.NoorHouse;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripesTest {

  private final NoorHouse noor = new NoorHouse();
  private final Stripes stripes = new Stripes();

  @AfterEach
  void stop() {
    noor.close();
  }

  /// behaviour 18: several nodes together keep to the number's rate, and use it.
  @ParameterizedTest
  @CsvSource({"60", "200", "750"})
  void severalNodesTogetherNeverExceedTheRateAndUseIt(double rate) throws Exception {
    Duration span = Duration.ofSeconds(2);
    AtomicLong spent = new AtomicLong();
    List<Database> nodes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      noor.database.changeSystem(transaction -> take(transaction, rate));
      noor.system("update outbox_stripe set tokens = 0, refilled_at = now()");
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Database node = new Database(noor.testDatabase.application(), 2);
        nodes.add(node);
        running.add(threads.submit(() -> spendFor(node, rate, start, span, spent)));
      }
      for (Future<?> node : running) {
        node.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;

      assertThat(spent.get()).isLessThanOrEqualTo((long) Math.ceil(rate * seconds) + 1);
      assertThat(spent.get()).isGreaterThan((long) (rate * span.toMillis() / 1000.0 * 0.7));
    } finally {
      nodes.forEach(Database::close);
    }
  }

  @Test
  void nodesTakeDifferentStripesAndNobodyWaits() throws Exception {
    noor.database.changeSystem(transaction -> take(transaction, 60));
    Set<Integer> taken = new HashSet<>();

    takeNested(taken, Stripes.count(60));

    assertThat(taken).hasSize(Stripes.count(60));
  }

  /// Each transaction holds its stripe while the next one begins; the one that finds none is sent
  /// away at once.
  private void takeNested(Set<Integer> taken, int left) {
    try (Database node = new Database(noor.testDatabase.application(), 2);
        ExecutorService next = Executors.newVirtualThreadPerTaskExecutor()) {
      node.changeSystem(transaction -> {
        Optional<Stripes.Stripe> stripe =
            stripes.take(transaction, noor.restaurantId, NoorHouse.NUMBER, 60);
        assertThat(stripe.isPresent()).isEqualTo(left > 0);
        stripe.ifPresent(found -> taken.add(found.number()));
        if (left > 0) {
          CompletableFuture.runAsync(() -> takeNested(taken, left - 1), next).join();
        }
      });
    }
  }

  @Test
  void aSlowNumberSendsOneAtATime() {
    noor.database.changeSystem(transaction -> {
      take(transaction, 0.5);
      transaction
          .sql("update outbox_stripe set tokens = 0, refilled_at = now() - interval '1 hour'")
          .update();
      assertThat(stripes.take(transaction, noor.restaurantId, NoorHouse.NUMBER, 0.5))
          .hasValueSatisfying(stripe -> assertThat(stripe.tokens()).isEqualTo(1));
    });
  }

  private void take(Transaction transaction, double rate) {
    stripes.take(transaction, noor.restaurantId, NoorHouse.NUMBER, rate);
  }

  private void spendFor(Database node, double rate, long start, Duration span, AtomicLong spent) {
    Stripes own = new Stripes();
    while (System.nanoTime() - start < span.toNanos()) {
      spent.addAndGet(
          node.<Long>inSystem(transaction -> {
            Optional<Stripes.Stripe> stripe =
                own.take(transaction, noor.restaurantId, NoorHouse.NUMBER, rate);
            long share = stripe.map(found -> (long) found.tokens()).orElse(0L);
            if (share > 0) {
              own.spend(transaction, stripe.orElseThrow(), (int) share);
            }
            return share;
          }));
    }
  }
}
