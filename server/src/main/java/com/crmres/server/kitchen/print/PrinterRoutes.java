package com.crmres.server.kitchen.print;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PrintDetails;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.PrinterRequest;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.kitchen.Kitchen;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The paths of a kitchen's printers and of what they print, under `/v1`.
public final class PrinterRoutes implements HttpService {

  private static final Role[] READERS = {
    Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR
  };
  private static final Role[] COOKS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN};
  private static final Role[] KEEPERS = {Role.OWNER, Role.MANAGER};
  private static final int LONGEST_NAME = 60;
  private static final int MOST_COPIES = 5;
  private static final int MOST_SHOWN = 100;

  private final Database database;
  private final Printing printing;
  private final Kitchen kitchen;
  private final AddressRules rules;
  private final Access access;
  private final Clock clock;
  private final Ids ids;
  private final PrinterStore printers = new PrinterStore();
  private final SpoolStore spool = new SpoolStore();

  public PrinterRoutes(
      Database database,
      Printing printing,
      Kitchen kitchen,
      AddressRules rules,
      Access access,
      Clock clock,
      Ids ids) {
    this.database = database;
    this.printing = printing;
    this.kitchen = kitchen;
    this.rules = rules;
    this.access = access;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void routing(HttpRules routes) {
    routes
        .get("/kitchen/printers", this::list)
        .post("/kitchen/printers", this::add)
        .put("/kitchen/printers/{id}", this::change)
        .delete("/kitchen/printers/{id}", this::remove)
        .post("/kitchen/printers/{id}/test", this::test)
        .get("/kitchen/prints", this::prints)
        .delete("/kitchen/prints/{id}", this::drop)
        .post("/kitchen/tickets/{id}/prints", this::reprint);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(exchange, principal);
    exchange.ok(
        database.<Page<PrinterDetails>>inRestaurant(
            principal.restaurantId(),
            transaction ->
                new Page<>(
                    printers.ofBranch(transaction, principal.restaurantId(), branchId).stream()
                        .map(printer -> details(transaction, principal, printer))
                        .toList(),
                    null)));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, KEEPERS);
    Exchange exchange = new Exchange(request, response);
    PrinterRequest wish = exchange.read(PrinterRequest.class);
    refuseFaults(principal, wish);
    UUID id = ids.next();
    exchange.created(
        database.<PrinterDetails>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              printers.put(transaction, principal.restaurantId(), id, wish);
              return details(transaction, principal, visible(transaction, principal, id));
            }));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, KEEPERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    PrinterRequest wish = exchange.read(PrinterRequest.class);
    refuseFaults(principal, wish);
    exchange.ok(
        database.<PrinterDetails>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              Printer before = visible(transaction, principal, id);
              if (!before.branchId().equals(wish.branchId())) {
                throw refused("branchId", Rule.UNEXPECTED);
              }
              printers.put(transaction, principal.restaurantId(), id, wish);
              spool.hurry(transaction, principal.restaurantId(), id);
              return details(transaction, principal, visible(transaction, principal, id));
            }));
  }

  private void remove(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, KEEPERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    database.changeRestaurant(
        principal.restaurantId(),
        transaction -> {
          visible(transaction, principal, id);
          spool.dropAll(transaction, principal.restaurantId(), id);
          printers.retire(transaction, principal.restaurantId(), id);
        });
    exchange.noContent();
  }

  private void test(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, KEEPERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.accepted(
        database.<PrintDetails>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              Printer printer = visible(transaction, principal, id);
              KitchenTicket sample = TestTicket.of(printer, ids, clock.instant());
              return printing.test(transaction, principal.restaurantId(), printer, sample);
            }));
  }

  private void prints(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(exchange, principal);
    exchange.ok(
        database.<Page<PrintDetails>>inRestaurant(
            principal.restaurantId(),
            transaction ->
                new Page<>(
                    spool.ofBranch(transaction, principal.restaurantId(), branchId, MOST_SHOWN),
                    null)));
  }

  private void drop(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, COOKS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    database.changeRestaurant(
        principal.restaurantId(),
        transaction -> {
          PrintDetails print =
              spool
                  .find(transaction, principal.restaurantId(), id)
                  .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
          visible(transaction, principal, print.printerId());
          if (!spool.drop(transaction, principal.restaurantId(), id)) {
            throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
          }
        });
    exchange.noContent();
  }

  private void reprint(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, COOKS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    ReprintRequest wish = exchange.read(ReprintRequest.class);
    List<PrintDetails> papers =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              KitchenTicket ticket =
                  kitchen
                      .ticket(transaction, principal.restaurantId(), id)
                      .filter(found -> principal.sees(found.branchId()))
                      .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
              return printing.again(
                  transaction,
                  principal.restaurantId(),
                  ticket,
                  wish.printerId(),
                  wish.commandId());
            });
    if (papers.isEmpty()) {
      throw refused("printerId", Rule.UNKNOWN);
    }
    exchange.accepted(new Page<>(papers, null));
  }

  private PrinterDetails details(Transaction transaction, Principal principal, Printer printer) {
    return printer.details(spool.waiting(transaction, principal.restaurantId(), printer.id()));
  }

  /// A printer of another branch is none to whoever may not see it.
  private Printer visible(Transaction transaction, Principal principal, UUID id) {
    return printers
        .find(transaction, principal.restaurantId(), id)
        .filter(printer -> principal.sees(printer.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private static UUID branch(Exchange exchange, Principal principal) {
    UUID branchId =
        exchange
            .query(query -> Optional.ofNullable(query.uuid("branch")))
            .orElseThrow(() -> refused("branch", Rule.REQUIRED));
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return branchId;
  }

  private void refuseFaults(Principal principal, PrinterRequest wish) {
    if (!principal.sees(wish.branchId())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Faults faults = new Faults();
    faults.length("name", wish.name(), 1, LONGEST_NAME);
    faults.range("copies", wish.copies(), 1, MOST_COPIES);
    if (rules.read(wish.kind(), wish.address()).isEmpty()) {
      faults.add("address", Rule.PRINTER_ADDRESS);
    }
    faults.throwIfAny();
  }

  private static ApiException refused(String field, Rule rule) {
    return new ApiException(ErrorCode.INVALID_INPUT, List.of(new Fault(field, rule, List.of())));
  }
}
