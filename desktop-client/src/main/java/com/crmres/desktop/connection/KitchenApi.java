package com.crmres.desktop.connection;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The kitchen of a branch. Each call blocks and throws [ServerFailure].
public interface KitchenApi {

  StationPlan stations(UUID branchId);

  /// What is to be made or acknowledged, the first in the queue first.
  ///
  /// @param stationId null for every station
  Page<KitchenTicket> tickets(UUID branchId, @Nullable UUID stationId);

  /// What waits for its time.
  Page<KitchenTicket> scheduled(UUID branchId, @Nullable UUID stationId);

  /// The last that were done, newest first.
  Page<KitchenTicket> recall(UUID branchId, @Nullable UUID stationId);

  /// Whole orders with a tick of each station.
  Page<ExpediterOrder> orders(UUID branchId);

  Page<AllDayCount> allDay(UUID branchId, @Nullable UUID stationId);

  KitchenStats stats(UUID branchId);

  KitchenAnswer command(UUID ticketId, KitchenCommandRequest request);

  void help(HelpRequest request);

  /// Prints once more; answers with the number of papers.
  int print(UUID ticketId, ReprintRequest request);

  Page<PrinterDetails> printers(UUID branchId);
}
