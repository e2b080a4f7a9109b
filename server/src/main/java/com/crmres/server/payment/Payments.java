package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The payments of orders: at most one waits for money, and what the provider says counts.
public final class Payments {

  private final Ledger ledger;
  private final Returned returned;
  private final Accounts accounts;
  private final Clock clock;
  private final Ids ids;
  private final SettingsStore settings = new SettingsStore();

  Payments(Ledger ledger, Returned returned, Accounts accounts, Clock clock, Ids ids) {
    this.ledger = ledger;
    this.returned = returned;
    this.accounts = accounts;
    this.clock = clock;
    this.ids = ids;
  }

  /// How an order may be paid: what its branch takes, as far as the amount and a payment provider
  /// allow; the usual one first.
  public List<PaymentMethod> methods(
      Transaction transaction, UUID restaurantId, UUID branchId, Money total) {
    PaymentSettings wanted = settings.of(transaction, restaurantId, branchId);
    boolean linked = accounts.provider(transaction, restaurantId).isPresent();
    Money limit = wanted.doorLimit();
    return wanted.methods().stream()
        .filter(method ->
            method == PaymentMethod.LINK ? linked : limit == null || total.compareTo(limit) <= 0)
        .toList();
  }

  /// How an order is paid from now on. What waited for money until now waits no more. The order is
  /// held meanwhile, so it neither ends nor is paid in another way at the same moment.
  ///
  /// @param commandId the same again is the same payment; null for one without a command
  public PayResult begin(
      Transaction transaction,
      UUID restaurantId,
      Orders orders,
      UUID orderId,
      PaymentMethod method,
      @Nullable UUID commandId) {
    OrderSummary order = orders.hold(transaction, restaurantId, orderId).orElseThrow();
    PayResult result = begin(transaction, restaurantId, order, method, commandId);
    orders.count(transaction, restaurantId, orderId);
    return result;
  }

  /// The same for an order that this transaction holds, and that will be counted in it.
  PayResult begin(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      PaymentMethod method,
      @Nullable UUID commandId) {
    if (commandId != null) {
      Optional<Payment> before = ledger.payments.ofCommand(transaction, restaurantId, commandId);
      if (before.isPresent()) {
        return again(before.get(), order, method);
      }
    }
    if (isOver(order.status()) || order.total().halalas() == 0) {
      return new PayResult.OrderOver();
    }
    long due = due(transaction, restaurantId, order);
    if (due <= 0) {
      return new PayResult.AlreadyPaid();
    }
    if (!methods(transaction, restaurantId, order.branchId(), order.total()).contains(method)) {
      return new PayResult.NotOffered();
    }
    return new PayResult.Begun(
        add(transaction, restaurantId, order, new Money(due), method, commandId).summary());
  }

  /// The usual way. A link is only sent to whoever wants one, or where there is no other.
  static Optional<PaymentMethod> usual(List<PaymentMethod> offered) {
    return offered.stream()
        .filter(method -> method != PaymentMethod.LINK || offered.size() == 1)
        .findFirst();
  }

  /// What an order costs more than was paid for it, in halalas; less than nothing if more was paid.
  long due(Transaction transaction, UUID restaurantId, OrderSummary order) {
    return OrderPurse.due(
        ledger.payments.ofOrder(transaction, restaurantId, order.id()),
        ledger.tasks.ofOrder(transaction, restaurantId, order.id()),
        order.total());
  }

  private static PayResult again(Payment before, OrderSummary order, PaymentMethod method) {
    return before.orderId().equals(order.id()) && before.method() == method
        ? new PayResult.Begun(before.summary())
        : new PayResult.CommandReused();
  }

  /// Asks for an amount of an order in one way; what waited in another waits no more.
  Payment add(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Money amount,
      PaymentMethod method,
      @Nullable UUID commandId) {
    Optional<Payment> open = open(transaction, restaurantId, order.id());
    if (open.isPresent() && open.get().method() == method) {
      return open.get();
    }
    open.ifPresent(payment -> giveUp(transaction, restaurantId, payment));
    Payment payment = payment(transaction, restaurantId, order, amount, method);
    ledger.payments.add(transaction, restaurantId, payment, commandId);
    ledger.tell(transaction, restaurantId, payment.id());
    if (method == PaymentMethod.LINK) {
      ledger.call(transaction, restaurantId, payment.id(), CallKind.CREATE);
    }
    return payment;
  }

  private Payment payment(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Money amount,
      PaymentMethod method) {
    boolean link = method == PaymentMethod.LINK;
    Instant now = clock.instant();
    int minutes = settings.of(transaction, restaurantId, order.branchId()).linkMinutes();
    return new Payment(
        ids.next(),
        order.id(),
        order.branchId(),
        order.conversationId(),
        method,
        PaymentState.CREATED,
        amount,
        null,
        Money.ZERO,
        Money.ZERO,
        link ? accounts.provider(transaction, restaurantId).orElseThrow() : null,
        null,
        null,
        link ? now.plus(Duration.ofMinutes(minutes)) : null,
        now,
        now);
  }

  /// A link that waits for money waits no more; the provider closes it.
  void giveUp(Transaction transaction, UUID restaurantId, Payment payment) {
    ledger.move(transaction, restaurantId, payment, PaymentState.CANCELLED);
    if (payment.providerId() != null) {
      ledger.call(transaction, restaurantId, payment.id(), CallKind.CANCEL);
    }
  }

  /// Gives money back because staff want it.
  public RefundResult refund(
      Transaction transaction,
      UUID restaurantId,
      Orders orders,
      UUID paymentId,
      UUID commandId,
      Money amount,
      String reason) {
    Payment seen = ledger.payments.find(transaction, restaurantId, paymentId).orElseThrow();
    orders.hold(transaction, restaurantId, seen.orderId());
    RefundResult result = refund(transaction, restaurantId, paymentId, commandId, amount, reason);
    orders.count(transaction, restaurantId, seen.orderId());
    return result;
  }

  private RefundResult refund(
      Transaction transaction,
      UUID restaurantId,
      UUID paymentId,
      UUID commandId,
      Money amount,
      String reason) {
    Payment payment = ledger.payments.lock(transaction, restaurantId, paymentId).orElseThrow();
    Optional<PaymentTask> before = ledger.tasks.ofCommand(transaction, restaurantId, commandId);
    if (before.isPresent()) {
      return before.get().paymentId().equals(paymentId)
          ? new RefundResult.Noted(before.get())
          : new RefundResult.CommandReused();
    }
    Money left = left(transaction, restaurantId, payment);
    if (!PaymentMove.isPaid(payment.state()) || left.halalas() == 0) {
      return new RefundResult.NothingLeft();
    }
    if (amount.halalas() < 1 || amount.compareTo(left) > 0) {
      return new RefundResult.TooMuch(left);
    }
    ledger.giveBack(
        transaction, restaurantId, payment, PaymentTask.Reason.ASKED, amount, reason, commandId);
    return new RefundResult.Noted(
        ledger.tasks.ofCommand(transaction, restaurantId, commandId).orElseThrow());
  }

  /// What of a payment may still go back: what is left of it and promised to nobody.
  Money left(Transaction transaction, UUID restaurantId, Payment payment) {
    Money owed =
        OrderPurse.owed(
            payment, ledger.tasks.ofOrder(transaction, restaurantId, payment.orderId()));
    return new Money(Math.max(0, payment.left().halalas() - owed.halalas()));
  }

  /// A provider's callback spoke of a link: the truth is fetched.
  ///
  /// @return whether the link is ours
  boolean hinted(Transaction transaction, UUID restaurantId, String provider, String providerId) {
    Optional<UUID> payment =
        ledger.payments.ofProvider(transaction, restaurantId, provider, providerId);
    payment.ifPresent(id -> ledger.call(transaction, restaurantId, id, CallKind.FETCH));
    return payment.isPresent();
  }

  public Optional<PaymentSummary> find(Transaction transaction, UUID restaurantId, UUID id) {
    return ledger.payments.find(transaction, restaurantId, id).map(Payment::summary);
  }

  /// All payments of an order, the oldest first.
  public List<PaymentSummary> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
        .map(Payment::summary)
        .toList();
  }

  /// Money of these branches that people must see to, or the provider has not given back yet.
  public List<PaymentTask> openTasks(
      Transaction transaction, UUID restaurantId, Set<UUID> branches) {
    return ledger.tasks.open(transaction, restaurantId, branches);
  }

  /// Staff have done what a task asks for.
  ///
  /// @return empty if there is no such task for people
  Optional<PaymentTask> done(
      Transaction transaction,
      UUID restaurantId,
      Orders orders,
      UUID taskId,
      Set<UUID> branches,
      UUID staffId) {
    Optional<PaymentTask> seen =
        ledger
            .tasks
            .find(transaction, restaurantId, taskId)
            .filter(task -> branches.contains(task.branchId()));
    seen.ifPresent(task -> orders.hold(transaction, restaurantId, task.orderId()));
    Optional<PaymentTask> done =
        seen.flatMap(task -> ledger.tasks.lock(transaction, restaurantId, taskId))
            .filter(task -> task.state() != PaymentTask.State.UNDER_WAY)
            .map(task ->
                task.state() == PaymentTask.State.DONE
                    ? task
                    : returned.byHand(transaction, restaurantId, task, staffId));
    done.ifPresent(task -> orders.count(transaction, restaurantId, task.orderId()));
    return done;
  }

  public PaymentSettings settings(Transaction transaction, UUID restaurantId, UUID branchId) {
    return settings.of(transaction, restaurantId, branchId);
  }

  /// Changes how customers of a branch may pay.
  ///
  /// @return false if somebody was faster
  boolean change(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      PaymentSettings wish,
      UUID staffId) {
    return settings.replace(transaction, restaurantId, branchId, wish, staffId, clock.instant());
  }

  /// What waits for money of an order, held until the transaction ends.
  Optional<Payment> open(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
        .filter(payment -> PaymentMove.isOpen(payment.state()))
        .findFirst()
        .flatMap(payment -> ledger.payments.lock(transaction, restaurantId, payment.id()))
        .filter(payment -> PaymentMove.isOpen(payment.state()));
  }

  /// Whether nothing is owed for it any more.
  static boolean isOver(OrderStatus status) {
    return switch (status) {
      case REJECTED, EXPIRED, CANCELLED -> true;
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          DELIVERED,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          false;
    };
  }
}
