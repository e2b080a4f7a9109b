package com.crmres.server;

import com.crmres.server.database.Bell;
import com.crmres.server.database.Database;
import com.crmres.server.database.EmbeddedPostgres;
import com.crmres.server.job.Loop;
import com.crmres.server.kitchen.print.Spool;
import com.crmres.server.live.LiveRoutes;
import com.crmres.server.whatsapp.media.MediaFetcher;
import com.crmres.server.whatsapp.outbox.Outbox;
import com.crmres.server.whatsapp.webhook.Inbox;
import io.helidon.webserver.WebServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has been started and must be stopped in order.
record Running(
    WebServer web,
    LiveRoutes live,
    Inbox inbox,
    List<Loop> loops,
    Outbox outbox,
    MediaFetcher mediaFetcher,
    Spool printing,
    Bell bell,
    Database database,
    @Nullable EmbeddedPostgres postgres) {

  private static final Logger LOG = System.getLogger(Running.class.getName());
  private static final Duration DRAIN = Duration.ofSeconds(12);

  /// A file that takes longer is fetched anew after its lease.
  private static final Duration FETCHES = Duration.ofSeconds(5);

  /// A paper that takes longer is printed anew after its lease, with the mark of a doubt.
  private static final Duration PRINTS = Duration.ofSeconds(10);

  /// Whether both ports could be had.
  boolean isListening() {
    return web.isRunning() && port() > 0 && adminPort() > 0;
  }

  int port() {
    return web.port();
  }

  int adminPort() {
    return web.port(Listening.ADMIN);
  }

  /// Stops taking in, finishes what is under way, then lets go of the database.
  void stop() {
    try {
      live.goAway();
      web.stop();
      inbox.stop();
      loops.forEach(Loop::stopSoon);
      for (Loop loop : loops) {
        loop.stop();
      }
      outbox.drain(DRAIN);
      mediaFetcher.drain(FETCHES);
      printing.drain(PRINTS);
    } catch (InterruptedException e) {
      LOG.log(Level.WARNING, "stopped in a hurry", e);
    } finally {
      bell.stop();
      database.close();
      if (postgres != null) {
        postgres.close();
      }
    }
  }
}
