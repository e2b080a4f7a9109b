package com.crmres.server.ordering;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.AlterOrderRequest;
import com.crmres.common.ordering.OrderLineDetails;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
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
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of what an order holds, under `/v1`.
public final class OrderLineRoutes implements HttpService {

  private static final Role[] READERS = {
    Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR
  };
  private static final Role[] CHANGERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int MOST_CHANGES = 40;
  private static final int MOST_OF_ONE = 50;
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_DEVICE = 64;

  private final Database database;
  private final Orders orders;
  private final Access access;

  public OrderLineRoutes(Database database, Orders orders, Access access) {
    this.database = database;
    this.orders = orders;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/orders/{id}/lines", this::lines).post("/orders/{id}/lines", this::change);
  }

  private void lines(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<OrderLineDetails> lines =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              refuseHidden(transaction, principal, id);
              return orders.lines(transaction, principal.restaurantId(), id).stream()
                  .map(OrderLineRoutes::details)
                  .toList();
            });
    exchange.ok(new Page<>(lines, null));
  }

  private static OrderLineDetails details(OrderLine line) {
    return new OrderLineDetails(
        line.id(), line.itemId(), line.optionIds(), line.person(), line.sold());
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, CHANGERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    AlterOrderRequest wish = exchange.read(AlterOrderRequest.class);
    refuseFaults(wish);
    OrderCommand.Revise command = new OrderCommand.Revise(wish.changes(), why(wish));
    Once once = new Once(wish.commandId(), wish.expectedVersion());
    Actor actor = Actor.staff(principal.staffId(), device(wish));
    exchange.ok(
        database.<OrderSummary>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              refuseHidden(transaction, principal, id);
              return RevisedAnswer.of(
                  orders.revise(transaction, principal.restaurantId(), id, command, actor, once));
            }));
  }

  private void refuseHidden(Transaction transaction, Principal principal, UUID id) {
    if (orders
        .find(transaction, principal.restaurantId(), id)
        .filter(order -> principal.sees(order.branchId()))
        .isEmpty()) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
  }

  private static Why why(AlterOrderRequest wish) {
    String words = wish.reason() == null ? "" : wish.reason().strip();
    OrderReason code = wish.reasonCode();
    return code == null ? Why.said(words) : new Why(code, words.isEmpty() ? null : words);
  }

  private static Actor.@Nullable Device device(AlterOrderRequest wish) {
    return wish.deviceId() == null
        ? null
        : new Actor.Device(wish.deviceId().strip(), wish.deviceTime());
  }

  private static void refuseFaults(AlterOrderRequest wish) {
    Faults faults = new Faults();
    boolean wordless = wish.reasonCode() != null && wish.reasonCode() != OrderReason.OTHER;
    faults.length("reason", wish.reason(), wordless ? 0 : 1, LONGEST_REASON);
    if (wish.deviceId() != null) {
      faults.length("deviceId", wish.deviceId(), 1, LONGEST_DEVICE);
    } else if (wish.deviceTime() != null) {
      faults.add("deviceId", Rule.REQUIRED);
    }
    int count = wish.changes().size();
    if (count < 1 || count > MOST_CHANGES) {
      faults.add("changes", Rule.COUNT, 1, MOST_CHANGES);
    }
    for (int i = 0; i < count; i++) {
      change(faults, "changes[" + i + "].", wish.changes().get(i));
    }
    faults.throwIfAny();
  }

  private static void change(Faults faults, String at, AlterOrderRequest.Change change) {
    boolean more = change.lineId() == null;
    if (more && change.itemId() == null) {
      faults.add(at + "itemId", Rule.REQUIRED);
    } else if (!more && change.itemId() != null) {
      faults.add(at + "itemId", Rule.UNEXPECTED);
    }
    faults.range(at + "quantity", change.quantity(), more ? 1 : 0, MOST_OF_ONE);
    if (!more && change.note() != null) {
      faults.add(at + "note", Rule.UNEXPECTED);
    } else {
      faults.length(at + "note", change.note(), 0, LONGEST_NOTE);
    }
  }
}
