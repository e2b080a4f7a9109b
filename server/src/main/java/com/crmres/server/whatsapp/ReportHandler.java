package com.crmres.server.whatsapp;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Hears every status of a message of ours, in the transaction that takes it from the lanes.
///
/// A status comes at least once and in any order: handling it again must change nothing more.
public interface ReportHandler {

  void handle(Transaction transaction, UUID restaurantId, MessageReport report);
}
