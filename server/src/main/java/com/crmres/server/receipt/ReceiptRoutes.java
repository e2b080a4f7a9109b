package com.crmres.server.receipt;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.CreditRequest;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The paths of receipts, under `/v1`.
public final class ReceiptRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] ISSUERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int LONGEST_REASON = 200;

  private final Database database;
  private final Receipts receipts;
  private final Orders orders;
  private final Restaurants restaurants;
  private final Access access;
  private final ReceiptFiles files;

  public ReceiptRoutes(
      Database database,
      Receipts receipts,
      Orders orders,
      Restaurants restaurants,
      Access access,
      ReceiptFiles files) {
    this.database = database;
    this.receipts = receipts;
    this.orders = orders;
    this.restaurants = restaurants;
    this.access = access;
    this.files = files;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/orders/{id}/receipt", this::ofOrder)
        .get("/orders/{id}/receipt.png", (request, response) -> file(request, response, Form.PNG))
        .get("/orders/{id}/receipt.pdf", (request, response) -> file(request, response, Form.PDF))
        .get("/orders/{id}/receipts", this::list)
        .post("/orders/{id}/receipt", this::issue)
        .post("/orders/{id}/credit-notes", this::credit)
        .get("/receipts/{receipt}/png", (request, response) -> paper(request, response, Form.PNG))
        .get("/receipts/{receipt}/pdf", (request, response) -> paper(request, response, Form.PDF))
        .get("/branches/{branch}/receipt-settings", this::settings)
        .put("/branches/{branch}/receipt-settings", this::change);
  }

  /// What a paper is drawn as.
  private enum Form {
    PNG("image/png"),
    PDF("application/pdf");

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  /// A paper with the branch whose clock it tells.
  private record Shown(Receipt receipt, Branch branch) {}

  private void ofOrder(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    exchange.ok(main(principal, exchange.pathId("id")).receipt());
  }

  private void file(ServerRequest request, ServerResponse response, Form form) {
    Principal principal = access.require(request, READERS);
    UUID id = new Exchange(request, response).pathId("id");
    send(response, main(principal, id), form);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<Page<Receipt>>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return new Page<>(receipts.ofOrder(transaction, principal.restaurantId(), id), null);
            }));
  }

  private void issue(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, ISSUERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Optional<Receipt> issued =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              OrderSummary order = visible(transaction, principal, id);
              if (ReceiptFollower.isOver(order.status())) {
                throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
              }
              return receipts.issue(transaction, principal.restaurantId(), order);
            });
    exchange.ok(issued.orElseThrow(() -> new ApiException(ErrorCode.MOVE_NOT_ALLOWED)));
  }

  private void credit(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    CreditRequest wish = exchange.read(CreditRequest.class);
    Optional<Receipt> note =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return credit(transaction, principal.restaurantId(), id, wish);
            });
    exchange.ok(note.orElseThrow(() -> new ApiException(ErrorCode.MOVE_NOT_ALLOWED)));
  }

  private Optional<Receipt> credit(
      Transaction transaction, UUID restaurantId, UUID id, CreditRequest wish) {
    Optional<Receipt> before = receipts.ofCommand(transaction, restaurantId, wish.commandId());
    if (before.isPresent()) {
      return before.filter(note -> note.orderId().equals(id));
    }
    long left = receipts.left(transaction, restaurantId, id).halalas();
    Faults faults = new Faults().length("reason", wish.reason(), 1, LONGEST_REASON);
    if (left > 0) {
      faults.range("amount", wish.amount().halalas(), 1, left);
    }
    faults.throwIfAny();
    return receipts.takeBack(
        transaction, restaurantId, id, wish.commandId(), wish.amount(), wish.reason().strip());
  }

  private void paper(ServerRequest request, ServerResponse response, Form form) {
    Principal principal = access.require(request, READERS);
    UUID id = new Exchange(request, response).pathId("receipt");
    Shown shown =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                shown(
                    transaction,
                    principal,
                    receipts.find(transaction, principal.restaurantId(), id)));
    send(response, shown, form);
  }

  private void settings(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(principal, exchange);
    exchange.ok(
        database.<ReceiptSettings>inRestaurant(
            principal.restaurantId(),
            transaction -> receipts.settings(transaction, principal.restaurantId(), branch)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(principal, exchange);
    ReceiptSettings wish = exchange.read(ReceiptSettings.class);
    Seller.refuseFaults(wish);
    exchange.ok(
        database.<ReceiptSettings>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              if (!receipts.change(
                  transaction, principal.restaurantId(), branch, wish, principal.staffId())) {
                throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
              }
              return receipts.settings(transaction, principal.restaurantId(), branch);
            }));
  }

  private static UUID branch(Principal principal, Exchange exchange) {
    UUID branch = exchange.pathId("branch");
    if (!principal.sees(branch)) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return branch;
  }

  private Shown main(Principal principal, UUID orderId) {
    return database.inRestaurant(
        principal.restaurantId(),
        transaction -> {
          visible(transaction, principal, orderId);
          return shown(
              transaction,
              principal,
              receipts.main(transaction, principal.restaurantId(), orderId));
        });
  }

  private Shown shown(Transaction transaction, Principal principal, Optional<Receipt> found) {
    Receipt receipt =
        found
            .filter(paper -> principal.sees(paper.branchId()))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    UUID restaurantId = principal.restaurantId();
    return new Shown(
        receipt, restaurants.branch(transaction, restaurantId, receipt.branchId()).orElseThrow());
  }

  private void send(ServerResponse response, Shown shown, Form form) {
    Receipt receipt = shown.receipt();
    byte[] bytes =
        switch (form) {
          case PNG -> files.png(receipt, shown.branch().zone());
          case PDF -> files.pdf(receipt, shown.branch().zone());
        };
    String name = receipt.number().replaceAll("[^A-Za-z0-9-]", "_");
    response
        .header(HeaderNames.CONTENT_TYPE, form.type)
        .header(HeaderNames.CACHE_CONTROL, "private, no-store")
        .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
        .header(
            HeaderNames.CONTENT_DISPOSITION,
            "inline; filename=\"%s.%s\"".formatted(name, form.name().toLowerCase(Locale.ROOT)))
        .send(bytes);
  }

  private OrderSummary visible(Transaction transaction, Principal principal, UUID id) {
    return orders
        .find(transaction, principal.restaurantId(), id)
        .filter(order -> principal.sees(order.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }
}
