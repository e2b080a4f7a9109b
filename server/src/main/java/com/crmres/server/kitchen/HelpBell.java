package com.crmres.server.kitchen;

import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenHelp;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.kitchen.book.TicketView;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// Calls the expediter to a station.
final class HelpBell {

  private static final String ACTION = "help";

  private final Kitchen kitchen;
  private final EventLog events;
  private final Clock clock;
  private final CommandLog commands = new CommandLog();

  HelpBell(Kitchen kitchen, EventLog events, Clock clock) {
    this.kitchen = kitchen;
    this.events = events;
    this.clock = clock;
  }

  /// Who calls.
  record Caller(UUID staffId, String name) {}

  /// Rings; the same call again rings no second time.
  ///
  /// @return nothing if the branch has no such station, or no such ticket
  Optional<KitchenHelp> ring(
      Transaction transaction, UUID restaurantId, HelpRequest request, Caller caller) {
    Optional<CommandLog.Answered> before =
        commands.answered(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return before
          .filter(answered -> answered.asked().startsWith(ACTION))
          .map(answered -> Json.read(answered.answer(), KitchenHelp.class));
    }
    Optional<KitchenHelp> help = help(transaction, restaurantId, request, caller);
    help.ifPresent(call -> tell(transaction, restaurantId, call, caller));
    return help;
  }

  private Optional<KitchenHelp> help(
      Transaction transaction, UUID restaurantId, HelpRequest request, Caller caller) {
    TicketView view = TicketView.of(transaction, restaurantId, request.branchId());
    Optional<KitchenTicket> ticket =
        Optional.ofNullable(request.ticketId())
            .flatMap(id -> kitchen.ticket(transaction, restaurantId, id))
            .filter(found -> found.branchId().equals(request.branchId()));
    if (!view.knows(request.stationId()) || (request.ticketId() != null && ticket.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new KitchenHelp(
            request.commandId(),
            request.branchId(),
            request.stationId(),
            view.station(request.stationId()),
            request.ticketId(),
            ticket.map(KitchenTicket::number).orElse(null),
            caller.name(),
            clock.instant()));
  }

  private void tell(Transaction transaction, UUID restaurantId, KitchenHelp help, Caller caller) {
    CommandLog.Entry entry =
        new CommandLog.Entry(
            help.id(),
            ACTION + " " + help.stationId(),
            Json.write(help),
            null,
            help.ticketId(),
            null,
            ACTION,
            caller.staffId(),
            null,
            null,
            false);
    if (commands.add(transaction, restaurantId, entry, clock.instant())) {
      events.append(transaction, restaurantId, help.branchId(), new LiveEvent.HelpWanted(help));
    }
  }
}
