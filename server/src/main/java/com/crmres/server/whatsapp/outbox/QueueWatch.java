package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.ChannelMetrics;

/// Measures the queues of all numbers from time to time.
public final class QueueWatch {

  private final Database database;
  private final ChannelMetrics metrics;
  private final OutboxStore store = new OutboxStore();

  public QueueWatch(Database database, ChannelMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  /// One measurement.
  ///
  /// @return false: the next has time
  public boolean measure() {
    database
        .inSystem(store::waiting)
        .forEach(
            queue -> metrics.queue(queue.phoneNumberId(), queue.depth(), queue.oldestSeconds()));
    return false;
  }
}
