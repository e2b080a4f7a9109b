package com.crmres.server.whatsapp.template;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Whether a customer takes marketing; whoever hears his wishes knows.
@FunctionalInterface
public interface MarketingConsent {

  /// Whether the customer may be sent marketing.
  boolean mayReceiveMarketing(Transaction transaction, UUID restaurantId, UUID customerId);
}
