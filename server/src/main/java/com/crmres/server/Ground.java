package com.crmres.server;

import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.Ids;
import com.crmres.server.event.EventLog;
import java.time.Clock;

/// What every part of the server stands on.
///
/// @param address of the database, for connections outside the pool
record Ground(
    Settings settings,
    DatabaseAddress address,
    Database database,
    EventLog events,
    Signals signals,
    Clock clock,
    Ids ids) {}
