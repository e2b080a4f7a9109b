package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentState;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks providers what waits to be asked: takes a call in one transaction, makes it in none, and
/// keeps the answer in another one. Whoever dies in between leaves a call that is made again.
public final class CallWorker {

  private static final System.Logger LOG = System.getLogger(CallWorker.class.getName());

  private final Database database;
  private final Map<String, PaymentProvider> providers;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Answers answers;
  private final Texts texts;
  private final Clock clock;

  CallWorker(
      Database database,
      Map<String, PaymentProvider> providers,
      Accounts accounts,
      Ledger ledger,
      Answers answers,
      Texts texts,
      Clock clock) {
    this.database = database;
    this.providers = Map.copyOf(providers);
    this.accounts = accounts;
    this.ledger = ledger;
    this.answers = answers;
    this.texts = texts;
    this.clock = clock;
  }

  /// One step of the job: what is due is asked at once, side by side.
  ///
  /// @return how many calls were made
  public int work(int most) throws InterruptedException {
    List<CallQueue.Held> held =
        database.inSystem(transaction -> ledger.calls.hold(transaction, clock.instant(), most));
    try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls =
          held.stream().<Future<?>>map(call -> side.submit(() -> make(call))).toList();
      for (Future<?> call : calls) {
        awaited(call);
      }
    }
    return held.size();
  }

  private static void awaited(Future<?> call) throws InterruptedException {
    try {
      call.get();
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "a call to a payment provider is made again", e.getCause());
    }
  }

  private boolean make(CallQueue.Held call) throws InterruptedException {
    ProviderAnswer answer = ask(call);
    UUID restaurantId = call.restaurantId();
    return database.inRestaurant(
        restaurantId, transaction -> answers.keep(transaction, call, answer));
  }

  private ProviderAnswer ask(CallQueue.Held call) throws InterruptedException {
    Payment payment = payment(call);
    PaymentProvider provider = providers.get(Objects.requireNonNullElse(payment.provider(), ""));
    Optional<Accounts.Account> account = accounts.of(call.restaurantId());
    if (provider == null || account.isEmpty()) {
      return new ProviderAnswer.Refused("the restaurant has no account with the provider", false);
    }
    String key = account.get().secretKey();
    return switch (call.kind()) {
      case CREATE -> create(provider, key, call, payment);
      case FETCH -> provider.fetch(key, made(payment));
      case CANCEL -> provider.cancel(key, made(payment));
      case REFUND -> provider.refund(key, made(payment), inAll(call, payment));
    };
  }

  private Payment payment(CallQueue.Held call) {
    return database
        .inRestaurant(
            call.restaurantId(),
            transaction -> ledger.payments.find(transaction, call.restaurantId(), call.paymentId()))
        .orElseThrow();
  }

  /// A link that is not wanted any more is not made; one that an earlier attempt may have made is
  /// looked for, and closed.
  private ProviderAnswer create(
      PaymentProvider provider, String key, CallQueue.Held call, Payment payment)
      throws InterruptedException {
    if (payment.state() != PaymentState.CREATED && call.attempts() == 1) {
      return new ProviderAnswer.Refused("not wanted any more", false);
    }
    return provider.create(
        key,
        new PaymentProvider.Wish(
            payment.id(),
            payment.orderId(),
            payment.amount(),
            texts.description(number(call, payment)),
            Objects.requireNonNull(payment.expiresAt()),
            call.attempts() > 1));
  }

  private String number(CallQueue.Held call, Payment payment) {
    return database.inRestaurant(
        call.restaurantId(),
        transaction -> answers.orderNumber(transaction, call.restaurantId(), payment));
  }

  private Money inAll(CallQueue.Held call, Payment payment) {
    Money owed =
        database.inRestaurant(
            call.restaurantId(),
            (Transaction transaction) ->
                ledger.tasks.owed(transaction, call.restaurantId(), payment.id()));
    Money left = payment.left();
    return payment.byProvider().plus(owed.compareTo(left) <= 0 ? owed : left);
  }

  private static String made(Payment payment) {
    return Objects.requireNonNull(payment.providerId());
  }
}
