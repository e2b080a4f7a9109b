package com.crmres.server.payment;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.AccountDetails;
import com.crmres.common.payment.AccountRequest;
import com.crmres.common.payment.PayRequest;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.common.payment.RefundRequest;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Orders;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The paths of payments, under `/v1`.
public final class PaymentRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] TAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final Role[] GIVERS = {Role.OWNER, Role.MANAGER};
  private static final int LONGEST_REASON = 200;

  private final Database database;
  private final Payments payments;
  private final Accounts accounts;
  private final Orders orders;
  private final Access access;
  private final String provider;

  PaymentRoutes(
      Database database,
      Payments payments,
      Accounts accounts,
      Orders orders,
      Access access,
      String provider) {
    this.database = database;
    this.payments = payments;
    this.accounts = accounts;
    this.orders = orders;
    this.access = access;
    this.provider = provider;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/orders/{id}/payments", this::list)
        .post("/orders/{id}/payments", this::pay)
        .post("/payments/{id}/refunds", this::refund)
        .get("/payment-tasks", this::tasks)
        .post("/payment-tasks/{id}/done", this::done)
        .get("/branches/{branch}/payment-settings", this::settings)
        .put("/branches/{branch}/payment-settings", this::change)
        .get("/payment-account", this::account)
        .put("/payment-account", this::replaceAccount);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<PaymentSummary> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              order(transaction, principal, id);
              return payments.ofOrder(transaction, principal.restaurantId(), id);
            });
    exchange.ok(new Page<>(found, null));
  }

  private void pay(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, TAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    PayRequest wish = exchange.read(PayRequest.class);
    PayResult result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              order(transaction, principal, id);
              return payments.begin(
                  transaction,
                  principal.restaurantId(),
                  orders,
                  id,
                  wish.method(),
                  wish.commandId());
            });
    exchange.ok(begun(result));
  }

  private static PaymentSummary begun(PayResult result) {
    return switch (result) {
      case PayResult.Begun(PaymentSummary payment) -> payment;
      case PayResult.NotOffered _ -> {
        new Faults().add("method", Rule.UNEXPECTED).throwIfAny();
        throw new ApiException(ErrorCode.INVALID_INPUT);
      }
      case PayResult.AlreadyPaid _, PayResult.OrderOver _ ->
          throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
      case PayResult.CommandReused _ -> throw new ApiException(ErrorCode.COMMAND_REUSED);
    };
  }

  private void refund(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, GIVERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    RefundRequest wish = exchange.read(RefundRequest.class);
    new Faults().length("reason", wish.reason(), 1, LONGEST_REASON).throwIfAny();
    RefundResult result =
        database.inRestaurant(
            principal.restaurantId(), transaction -> refund(transaction, principal, id, wish));
    exchange.accepted(noted(result));
  }

  private RefundResult refund(
      Transaction transaction, Principal principal, UUID id, RefundRequest wish) {
    Optional<PaymentSummary> seen =
        payments
            .find(transaction, principal.restaurantId(), id)
            .filter(payment -> principal.sees(payment.branchId()));
    if (seen.isEmpty()) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return payments.refund(
        transaction,
        principal.restaurantId(),
        orders,
        id,
        wish.commandId(),
        wish.amount(),
        wish.reason().strip());
  }

  private static PaymentTask noted(RefundResult result) {
    return switch (result) {
      case RefundResult.Noted(PaymentTask task) -> task;
      case RefundResult.TooMuch(var left) -> {
        new Faults().add("amount", Rule.RANGE, 1, left.halalas()).throwIfAny();
        throw new ApiException(ErrorCode.INVALID_INPUT);
      }
      case RefundResult.NothingLeft _ -> throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
      case RefundResult.CommandReused _ -> throw new ApiException(ErrorCode.COMMAND_REUSED);
    };
  }

  private void tasks(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    List<PaymentTask> open =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                payments.openTasks(transaction, principal.restaurantId(), principal.branchIds()));
    exchange.ok(new Page<>(open, null));
  }

  private void done(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, GIVERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Optional<PaymentTask> task =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                payments.done(
                    transaction,
                    principal.restaurantId(),
                    orders,
                    id,
                    principal.branchIds(),
                    principal.staffId()));
    exchange.ok(task.orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND)));
  }

  private void settings(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(principal, exchange);
    exchange.ok(
        database.<PaymentSettings>inRestaurant(
            principal.restaurantId(),
            transaction -> payments.settings(transaction, principal.restaurantId(), branch)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, GIVERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(principal, exchange);
    PaymentSettings wish = exchange.read(PaymentSettings.class);
    WishRules.refuseFaults(wish);
    exchange.ok(
        database.<PaymentSettings>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              if (!payments.change(
                  transaction, principal.restaurantId(), branch, wish, principal.staffId())) {
                throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
              }
              return payments.settings(transaction, principal.restaurantId(), branch);
            }));
  }

  private void account(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER);
    new Exchange(request, response).ok(details(principal.restaurantId()));
  }

  private void replaceAccount(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER);
    Exchange exchange = new Exchange(request, response);
    AccountRequest wish = exchange.read(AccountRequest.class);
    WishRules.refuseFaults(wish);
    database.changeRestaurant(
        principal.restaurantId(),
        transaction ->
            accounts.replace(
                transaction, principal.restaurantId(), provider, wish, principal.staffId()));
    exchange.ok(details(principal.restaurantId()));
  }

  private AccountDetails details(UUID restaurantId) {
    Optional<String> known =
        database.inRestaurant(
            restaurantId, transaction -> accounts.provider(transaction, restaurantId));
    return new AccountDetails(
        known.orElse(null), "/v1" + WebhookRoutes.path(provider, restaurantId.toString()));
  }

  private static UUID branch(Principal principal, Exchange exchange) {
    UUID branch = exchange.pathId("branch");
    if (!principal.sees(branch)) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return branch;
  }

  private OrderSummary order(Transaction transaction, Principal principal, UUID id) {
    return orders
        .find(transaction, principal.restaurantId(), id)
        .filter(order -> principal.sees(order.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }
}
