package com.crmres.desktop.connection;

import java.util.UUID;

/// The papers of orders.
@FunctionalInterface
public interface ReceiptApi {

  /// The receipt of an order as PDF, issued now unless it was. Blocks and throws [ServerFailure].
  byte[] pdf(UUID orderId);
}
