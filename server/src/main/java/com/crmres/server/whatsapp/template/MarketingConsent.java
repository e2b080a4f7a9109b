package com.crmres.server.whatsapp.template;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Whether a customer takes marketing; whoever hears his wishes knows.
@FunctionalInterface
public interface MarketingConsent {

  /// Where nobody's wishes are heard.
  MarketingConsent ASSUMED = (_, _, _) -> false;

  /// Whether the customer of a conversation said that he wants none.
  boolean isRefused(Transaction transaction, UUID restaurantId, UUID conversationId);
}
