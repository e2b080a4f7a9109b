package com.crmres.server.whatsapp;

import com.crmres.server.database.Transaction;
import java.util.Set;
import java.util.UUID;

/// Takes in the events of some fields of the webhook.
///
/// An event comes at least once: handling it again must change nothing more.
public interface EventHandler {

  /// Stands in [#fields] for every field that nobody else handles.
  String ANY_OTHER = "*";

  /// The fields it handles, as WhatsApp calls them.
  Set<String> fields();

  /// Handles one event in the transaction that takes it from the lanes.
  ///
  /// @param restaurantId a restaurant that the event concerns
  /// @throws UnreadableUnit if it cannot be read; it is set aside then
  void handle(Transaction transaction, UUID restaurantId, ChannelEvent event);
}
