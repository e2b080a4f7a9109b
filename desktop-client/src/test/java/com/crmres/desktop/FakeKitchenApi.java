package com.crmres.desktop;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A kitchen without a network, behind the same bad line as the rest of its server.
final class FakeKitchenApi implements KitchenApi {

  /// How questions are answered, or lost.
  interface Line {
    <T> T answer(Supplier<T> question);
  }

  private final Restaurant restaurant;
  private final Line line;

  FakeKitchenApi(Restaurant restaurant, Line line) {
    this.restaurant = restaurant;
    this.line = line;
  }

  @Override
  public StationPlan stations(UUID branchId) {
    return line.answer(() -> restaurant.kitchen().stations(branchId));
  }

  @Override
  public Page<KitchenTicket> tickets(UUID branchId, @Nullable UUID stationId) {
    return line.answer(() -> new Page<>(restaurant.kitchen().open(stationId), null));
  }

  @Override
  public Page<KitchenTicket> scheduled(UUID branchId, @Nullable UUID stationId) {
    return line.answer(() -> new Page<>(restaurant.kitchen().scheduled(stationId), null));
  }

  @Override
  public Page<KitchenTicket> recall(UUID branchId, @Nullable UUID stationId) {
    return line.answer(() -> new Page<>(restaurant.kitchen().recall(stationId), null));
  }

  @Override
  public Page<ExpediterOrder> orders(UUID branchId) {
    return line.answer(() -> new Page<>(restaurant.kitchen().orders(), null));
  }

  @Override
  public Page<AllDayCount> allDay(UUID branchId, @Nullable UUID stationId) {
    return line.answer(() -> new Page<>(restaurant.kitchen().allDay(stationId), null));
  }

  @Override
  public KitchenStats stats(UUID branchId) {
    return line.answer(() -> restaurant.kitchen().stats());
  }

  @Override
  public KitchenAnswer command(UUID ticketId, KitchenCommandRequest request) {
    return line.answer(() -> restaurant.kitchen().command(ticketId, request));
  }

  @Override
  public void help(HelpRequest request) {
    var _ = line.answer(() -> restaurant.kitchen().help(request));
  }

  @Override
  public int print(UUID ticketId, ReprintRequest request) {
    return line.answer(() -> restaurant.kitchen().print());
  }

  @Override
  public Page<PrinterDetails> printers(UUID branchId) {
    return line.answer(() -> new Page<>(List.of(), null));
  }
}
