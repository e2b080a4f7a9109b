package com.crmres.desktop.shell;

import com.crmres.desktop.alert.Loudspeaker;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.LiveConnection;
import com.crmres.desktop.connection.LiveListener;
import com.crmres.desktop.connection.ServerClock;
import com.crmres.desktop.connection.ServerLink;
import com.crmres.desktop.connection.SignedIn;
import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.queue.LocalStores;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What the program takes from outside: servers, threads, time, chance.
///
/// @param screen runs on the thread of the screen
/// @param ids makes the ids of commands
public record Surroundings(
    Function<URI, ServerLink> servers,
    Calls calls,
    Executor screen,
    ServerClock clock,
    Supplier<UUID> ids,
    RandomGenerator random,
    HabitsModel habits,
    Loudspeaker speaker,
    LocalStores local) {

  LiveConnection liveConnection(SignedIn person, UUID branchId, LiveListener listener) {
    var server = person.server();
    var keeper = local.position(person.staff().id(), server.address(), branchId);
    return new LiveConnection(server.live(), branchId, keeper, screen, listener, clock, random);
  }
}
