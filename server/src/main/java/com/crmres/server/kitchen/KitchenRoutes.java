package com.crmres.server.kitchen;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.OrderRoutes;
import com.crmres.server.ordering.Refusal;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths by which the kitchen works with its tickets, under `/v1`.
public final class KitchenRoutes implements HttpService {

  private static final Role[] READERS = {
    Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR
  };
  private static final Role[] COOKS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN};
  private static final int LONGEST_DEVICE = 64;
  private static final int LONGEST_REASON = 200;

  private final Database database;
  private final Kitchen kitchen;
  private final HelpBell bell;
  private final Restaurants restaurants;
  private final Access access;

  public KitchenRoutes(
      Database database,
      Kitchen kitchen,
      Restaurants restaurants,
      EventLog events,
      Access access,
      Clock clock) {
    this.database = database;
    this.kitchen = kitchen;
    this.bell = new HelpBell(kitchen, events, clock);
    this.restaurants = restaurants;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/kitchen/tickets/{id}", this::one)
        .post("/kitchen/tickets/{id}/commands", this::command)
        .post("/kitchen/help", this::help);
  }

  private void one(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<KitchenTicket>inRestaurant(
            principal.restaurantId(), transaction -> visible(transaction, principal, id)));
  }

  private void command(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, COOKS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    KitchenCommandRequest wish = exchange.read(KitchenCommandRequest.class);
    refuseFaults(wish);
    KitchenAnswer answer =
        database.<KitchenAnswer>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              KitchenTicket seen = visible(transaction, principal, id);
              KitchenResult result =
                  kitchen.apply(
                      transaction, principal.restaurantId(), id, wish, principal.staffId());
              ZoneId zone =
                  restaurants
                      .branch(transaction, principal.restaurantId(), seen.branchId())
                      .orElseThrow()
                      .zone();
              return worded(answer(result), exchange.language(), zone);
            });
    exchange.ok(answer);
  }

  private void help(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, COOKS);
    Exchange exchange = new Exchange(request, response);
    HelpRequest wish = exchange.read(HelpRequest.class);
    if (!principal.sees(wish.branchId())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    HelpBell.Caller caller = new HelpBell.Caller(principal.staffId(), principal.name());
    exchange.accepted(
        database
            .inRestaurant(
                principal.restaurantId(),
                transaction -> bell.ring(transaction, principal.restaurantId(), wish, caller))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND)));
  }

  /// A ticket of another branch is none to whoever may not see it.
  private KitchenTicket visible(Transaction transaction, Principal principal, UUID id) {
    return kitchen
        .ticket(transaction, principal.restaurantId(), id)
        .filter(ticket -> principal.sees(ticket.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private static void refuseFaults(KitchenCommandRequest wish) {
    Faults faults = new Faults();
    faults.length("deviceId", wish.deviceId(), 0, LONGEST_DEVICE);
    faults.length("reason", wish.reason(), 0, LONGEST_REASON);
    boolean needsLine =
        switch (wish.action()) {
          case START_LINE, LINE_DONE, UNDO_LINE, REMAKE_LINE -> true;
          case BUMP, UNDO_BUMP, FIRE, PRIORITISE, UNPRIORITISE, ACKNOWLEDGE_VOID -> false;
        };
    if (needsLine != isGiven(wish.lineId())) {
      faults.add("lineId", needsLine ? Rule.REQUIRED : Rule.UNEXPECTED);
    }
    faults.throwIfAny();
  }

  private static boolean isGiven(@Nullable UUID id) {
    return id != null;
  }

  private static KitchenAnswer worded(KitchenAnswer answer, String language, ZoneId zone) {
    return new KitchenAnswer(
        answer.outcome(),
        answer.ticket(),
        answer.cancelledAt(),
        KitchenTexts.message(answer, language, zone));
  }

  private static ApiException notAllowed(@Nullable Refusal refusal) {
    return refusal == null
        ? new ApiException(ErrorCode.MOVE_NOT_ALLOWED)
        : new ApiException(
            ErrorCode.MOVE_NOT_ALLOWED,
            new Faults().add("action", OrderRoutes.rule(refusal)).found());
  }

  private static KitchenAnswer answer(KitchenResult result) {
    return switch (result) {
      case KitchenResult.Answered(KitchenAnswer answer) -> answer;
      case KitchenResult.NotAllowed(Refusal refusal) -> throw notAllowed(refusal);
      case KitchenResult.ChangedMeanwhile _ -> throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
      case KitchenResult.CommandReused _ -> throw new ApiException(ErrorCode.COMMAND_REUSED);
      case KitchenResult.NotFound _ -> throw new ApiException(ErrorCode.NOT_FOUND);
    };
  }
}
