package com.crmres.server.whatsapp.webhook;

import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.ChannelMetrics;

/// Measures from time to time what was delivered and is not done.
public final class UnitWatch {

  private final Database database;
  private final ChannelMetrics metrics;

  public UnitWatch(Database database, ChannelMetrics metrics) {
    this.database = database;
    this.metrics = metrics;
  }

  /// One measurement.
  ///
  /// @return false: the next has time
  public boolean measure() {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                select count(*) filter (where set_aside is null) as waiting,
                       count(*) filter (where set_aside is not null) as set_aside
                  from webhook_unit
                """)
            .list(row -> {
              metrics.units(row.number("waiting"), row.number("set_aside"));
              return true;
            }));
    return false;
  }
}
