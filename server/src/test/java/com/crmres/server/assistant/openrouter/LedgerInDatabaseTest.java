package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.NoorHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerInDatabaseTest {

  private static final RouterSettings.Budget ENOUGH =
      new RouterSettings.Budget(1_000_000, 1_000_000, 1_000);

  private final NoorHouse noor = new NoorHouse();
  private final Ledger ledger = new LedgerInDatabase(noor.database, noor.ids, _ -> Long.MAX_VALUE);
  private UUID conversation = noor.restaurantId;

  @BeforeEach
  void write() {
    conversation = noor.receive("966500000001", "hello");
  }

  @AfterEach
  void close() {
    noor.close();
  }

  private Ledger.Admission open(long guess, RouterSettings.Budget budget, Instant now) {
    return ledger.open(noor.restaurantId, conversation, guess, budget, now);
  }

  private static Ledger.Bill bill(long microDollars) {
    return new Ledger.Bill(
        "answered",
        "google/gemini-3.1-flash-lite-20260507",
        "gen-1",
        161,
        32,
        100,
        microDollars,
        false);
  }

  private long spent() {
    return noor.in(transaction ->
        transaction
            .sql("select cast(coalesce(sum(micro_dollars), 0) as bigint) as spent from model_spend")
            .one(row -> row.number("spent")));
  }

  private long calls() {
    return noor.in(transaction ->
        transaction
            .sql("select count(*) as calls from model_call")
            .one(row -> row.number("calls")));
  }

  @Test
  void aCallIsBookedWithItsGuessAndSettledWithItsBill() {
    Ledger.Booking booking = (Ledger.Booking) open(7_000, ENOUGH, noor.clock.instant());
    assertThat(spent()).isEqualTo(7_000);

    ledger.settle(booking, bill(89));

    assertThat(spent()).isEqualTo(89);
    String kind =
        noor.in(transaction ->
            transaction
                .sql("select kind, estimated from model_call where not estimated")
                .one(row -> row.text("kind")));
    assertThat(kind).isEqualTo("answered");
  }

  /// What a crash leaves behind counts as spent.
  @Test
  void aCallThatWasNeverSettledStaysABookedGuess() {
    open(7_000, ENOUGH, noor.clock.instant());

    assertThat(
            new LedgerInDatabase(noor.database, noor.ids, _ -> 10_000L)
                .open(noor.restaurantId, conversation, 7_000, ENOUGH, noor.clock.instant()))
        .isEqualTo(new Ledger.Refused("budget_day"));
  }

  @Test
  void manyTurnsAtOnceCannotSpendMoreThanTheDaysBudget() throws Exception {
    RouterSettings.Budget budget = new RouterSettings.Budget(50_000, 1_000_000, 1_000);
    Instant now = noor.clock.instant();
    Callable<Ledger.Admission> call = () -> open(7_000, budget, now);
    List<Future<Ledger.Admission>> all;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all = threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> call).toList());
    }

    long admitted = 0;
    for (Future<Ledger.Admission> one : all) {
      admitted += one.get() instanceof Ledger.Booking ? 1 : 0;
    }
    assertThat(admitted).isEqualTo(7);
    assertThat(spent()).isEqualTo(49_000);
    assertThat(calls()).isEqualTo(7);
  }

  @Test
  void aConversationHasABudgetAndAPaceOfItsOwn() {
    Instant now = noor.clock.instant();
    RouterSettings.Budget little = new RouterSettings.Budget(1_000_000, 10_000, 1_000);
    open(7_000, little, now);
    assertThat(open(7_000, little, now)).isEqualTo(new Ledger.Refused("budget_conversation"));

    RouterSettings.Budget slow = new RouterSettings.Budget(1_000_000, 1_000_000, 1);
    assertThat(open(10, slow, now)).isEqualTo(new Ledger.Refused("rate"));
    assertThat(open(10, slow, now.plus(Duration.ofMinutes(61)))).isInstanceOf(Ledger.Booking.class);
  }

  @Test
  void aNewDayOfUtcIsANewBudget() {
    Instant now = noor.clock.instant();
    RouterSettings.Budget budget = new RouterSettings.Budget(10_000, 10_000, 1_000);
    open(7_000, budget, now);

    assertThat(open(7_000, budget, now)).isInstanceOf(Ledger.Refused.class);
    assertThat(open(7_000, budget, now.plus(Duration.ofDays(1))))
        .isInstanceOf(Ledger.Booking.class);
  }

  @Test
  void restaurantsDoNotSeeEachOthersCalls() {
    open(7_000, ENOUGH, noor.clock.instant());

    long seen =
        noor.database.inRestaurant(
            noor.ids.next(),
            transaction ->
                transaction
                    .sql("select count(*) as calls from model_call")
                    .one(row -> row.number("calls")));

    assertThat(seen).isZero();
  }

  @Test
  void singleCallsAreForgottenAfterNinetyDaysAndTheDaysSumStays() {
    Instant now = noor.clock.instant();
    open(7_000, ENOUGH, now.minus(OldCalls.KEPT).minusSeconds(1));
    open(7_000, ENOUGH, now.minus(OldCalls.KEPT).plusSeconds(1));

    new OldCalls(noor.database, noor.clock).forget();

    assertThat(calls()).isEqualTo(1);
    assertThat(spent()).isEqualTo(14_000);
  }

  @Test
  void noRoomForTheGuessIsNoCall() {
    assertThat(open(7_000, new RouterSettings.Budget(0, 1_000_000, 10), noor.clock.instant()))
        .isEqualTo(new Ledger.Refused("budget_day"));
    assertThat(calls()).isZero();
  }
}
