package com.crmres.server.pos;

import com.crmres.common.task.TaskKind;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what becomes of a step after its call: done, tried again later, or left to people.
final class Settlement {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /// What was begun there may still be under way when it is looked for.
  private static final Duration DOUBT_PAUSE = Duration.ofSeconds(3);

  private final Database database;
  private final Tills tills;
  private final Tasks tasks;
  private final Breaker breaker;
  private final Clock clock;
  private final Runnable wakeWorker;
  private final Steps steps = new Steps();
  private final HandedStore store = new HandedStore();

  Settlement(
      Database database,
      Tills tills,
      Tasks tasks,
      Breaker breaker,
      Clock clock,
      Runnable wakeWorker) {
    this.database = database;
    this.tills = tills;
    this.tasks = tasks;
    this.breaker = breaker;
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  /// The till did it.
  boolean done(Transaction transaction, Steps.Held held) {
    breaker.works(held.branchId());
    heard(transaction, held, null);
    transaction.afterCommit(wakeWorker);
    return steps.done(transaction, held);
  }

  /// The till does not know the order any more; people see it in the comparison.
  void missing(Transaction transaction, Steps.Held held) {
    store.missing(transaction, held.restaurantId(), held.orderId(), clock.instant());
  }

  /// The till did not do it.
  ///
  /// @param doubt whether an earlier attempt may have come through
  void trouble(Steps.Held held, PosAnswer<?> answer, boolean doubt) {
    switch (answer) {
      case PosAnswer.Done<?> _ -> throw new IllegalArgumentException("that is no trouble");
      case PosAnswer.Refused<?>(String reason, boolean passing, Duration after) -> {
        if (passing) {
          fails(held, reason, after == null ? pause(held) : after, doubt);
        } else {
          forPeople(held, TaskKind.POS_REFUSED, Map.of("answer", reason));
        }
      }
      case PosAnswer.NotSent<?>(String reason) -> fails(held, reason, pause(held), doubt);
      case PosAnswer.InDoubt<?>(String reason) -> fails(held, reason, longer(pause(held)), true);
    }
  }

  /// Only a person can help.
  void forPeople(Steps.Held held, TaskKind kind, Map<String, String> facts) {
    database.changeRestaurant(
        held.restaurantId(),
        transaction -> {
          tasks.ask(transaction, held.restaurantId(), held.branchId(), kind, held.orderId(), facts);
          steps.block(transaction, held);
        });
  }

  private void fails(Steps.Held held, String reason, Duration pause, boolean doubt) {
    breaker.fails(held.branchId());
    database.changeRestaurant(
        held.restaurantId(),
        transaction -> {
          heard(transaction, held, reason);
          steps.again(transaction, held, pause, doubt);
        });
  }

  private void heard(Transaction transaction, Steps.Held held, @Nullable String trouble) {
    tills.heard(transaction, held.restaurantId(), held.branchId(), trouble, clock.instant());
  }

  private static Duration pause(Steps.Held held) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(held.failures(), 7));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static Duration longer(Duration pause) {
    return pause.compareTo(DOUBT_PAUSE) > 0 ? pause : DOUBT_PAUSE;
  }
}
