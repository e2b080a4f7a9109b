package com.crmres.desktop.queue;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.KitchenApi;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The kitchen, whose hands do not wait for the network.
record KeepingKitchen(
    KitchenApi server, CommandQueue queue, UUID branchId, String device, InstantSource clock)
    implements KitchenApi {

  @Override
  public KitchenAnswer command(UUID ticketId, KitchenCommandRequest request) {
    return SafeDeeds.isSafe(request)
        ? queue.ask(
            request.commandId(),
            () ->
                new Deed.TicketMove(
                    branchId, ticketId, SafeDeeds.kept(request, device, clock.instant())),
            () -> server.command(ticketId, request))
        : server.command(ticketId, request);
  }

  @Override
  public StationPlan stations(UUID branch) {
    return server.stations(branch);
  }

  @Override
  public Page<KitchenTicket> tickets(UUID branch, @Nullable UUID stationId) {
    return server.tickets(branch, stationId);
  }

  @Override
  public Page<KitchenTicket> scheduled(UUID branch, @Nullable UUID stationId) {
    return server.scheduled(branch, stationId);
  }

  @Override
  public Page<KitchenTicket> recall(UUID branch, @Nullable UUID stationId) {
    return server.recall(branch, stationId);
  }

  @Override
  public Page<ExpediterOrder> orders(UUID branch) {
    return server.orders(branch);
  }

  @Override
  public Page<AllDayCount> allDay(UUID branch, @Nullable UUID stationId) {
    return server.allDay(branch, stationId);
  }

  @Override
  public KitchenStats stats(UUID branch) {
    return server.stats(branch);
  }

  @Override
  public void help(HelpRequest request) {
    server.help(request);
  }

  @Override
  public int print(UUID ticketId, ReprintRequest request) {
    return server.print(ticketId, request);
  }

  @Override
  public Page<PrinterDetails> printers(UUID branch) {
    return server.printers(branch);
  }
}
