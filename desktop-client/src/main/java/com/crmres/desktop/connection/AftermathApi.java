package com.crmres.desktop.connection;

import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.UUID;

/// What became of things while nobody here could see them. Each call blocks and throws
/// [ServerFailure].
public interface AftermathApi {

  OrderSummary order(UUID orderId);

  /// The steps of an order's life, oldest first.
  List<OrderEvent> steps(UUID orderId);
}
