package com.crmres.desktop.connection;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenHelp;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PrintDetails;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The kitchen, over HTTP.
final class HttpKitchen implements KitchenApi {

  private final SignedExchange exchange;

  HttpKitchen(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public StationPlan stations(UUID branchId) {
    return exchange.get(
        "/v1/kitchen/stations?branch=" + branchId, SignedExchange.type(StationPlan.class));
  }

  @Override
  public Page<KitchenTicket> tickets(UUID branchId, @Nullable UUID stationId) {
    return exchange.get(path("tickets", branchId, stationId), new TypeReference<>() {});
  }

  @Override
  public Page<KitchenTicket> scheduled(UUID branchId, @Nullable UUID stationId) {
    return exchange.get(path("scheduled", branchId, stationId), new TypeReference<>() {});
  }

  @Override
  public Page<KitchenTicket> recall(UUID branchId, @Nullable UUID stationId) {
    return exchange.get(path("recall", branchId, stationId), new TypeReference<>() {});
  }

  @Override
  public Page<ExpediterOrder> orders(UUID branchId) {
    return exchange.get(path("orders", branchId, null), new TypeReference<>() {});
  }

  @Override
  public Page<AllDayCount> allDay(UUID branchId, @Nullable UUID stationId) {
    return exchange.get(path("all-day", branchId, stationId), new TypeReference<>() {});
  }

  @Override
  public KitchenStats stats(UUID branchId) {
    return exchange.get(path("stats", branchId, null), SignedExchange.type(KitchenStats.class));
  }

  @Override
  public KitchenAnswer command(UUID ticketId, KitchenCommandRequest request) {
    return exchange.post(
        "/v1/kitchen/tickets/%s/commands".formatted(ticketId), request, KitchenAnswer.class);
  }

  @Override
  public void help(HelpRequest request) {
    var _ = exchange.post("/v1/kitchen/help", request, KitchenHelp.class);
  }

  @Override
  public int print(UUID ticketId, ReprintRequest request) {
    Page<PrintDetails> papers =
        exchange.post(
            "/v1/kitchen/tickets/%s/prints".formatted(ticketId), request, new TypeReference<>() {});
    return papers.items().size();
  }

  @Override
  public Page<PrinterDetails> printers(UUID branchId) {
    return exchange.get(path("printers", branchId, null), new TypeReference<>() {});
  }

  private static String path(String what, UUID branchId, @Nullable UUID stationId) {
    String all = "/v1/kitchen/%s?branch=%s".formatted(what, branchId);
    return stationId == null ? all : all + "&station=" + stationId;
  }
}
