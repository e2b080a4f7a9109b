package com.crmres.server;

import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.http.HttpErrors;
import com.crmres.server.live.LiveRoutes;
import com.crmres.server.media.MediaRules;
import com.crmres.server.whatsapp.operator.OperatorRoutes;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.time.Duration;
import java.util.List;

/// The ports of the server: one for everybody, one for its administrator.
final class Listening {

  static final String ADMIN = "admin";

  /// An uploaded file may be as large; every route limits its own body, most of them to much less.
  private static final long MOST_BYTES = MediaRules.MOST_BYTES + 1024 * 1024;

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration READ_LIMIT = Duration.ofSeconds(30);

  private Listening() {}

  /// The listeners, not started yet.
  static WebServer of(
      Settings.Listeners listeners,
      Database database,
      HttpErrors errors,
      LiveRoutes live,
      OperatorRoutes operator,
      HttpService... services) {
    HttpRouting.Builder routing = HttpRouting.builder();
    errors.register(routing);
    routing.register("/v1", services);
    HttpRouting.Builder adminRouting = HttpRouting.builder();
    errors.register(adminRouting);
    adminRouting.register("/operator", operator);
    return WebServer.builder()
        .featuresDiscoverServices(false)
        .host(listeners.host())
        .port(listeners.port())
        .maxPayloadSize(MOST_BYTES)
        .shutdownGracePeriod(GRACE)
        .connectionOptions(options -> options.tcpNoDelay(true).readTimeout(READ_LIMIT))
        .directHandlers(errors.directHandlers())
        .routing(routing)
        .addRouting(live.websocket())
        .putSocket(
            ADMIN,
            socket ->
                socket
                    .host(listeners.adminHost())
                    .port(listeners.adminPort())
                    .maxPayloadSize(MOST_BYTES)
                    .connectionOptions(options -> options.readTimeout(READ_LIMIT))
                    .directHandlers(errors.directHandlers())
                    .routing(adminRouting))
        .addFeature(observe(database))
        .build();
  }

  /// Health and metrics, on the administrator's port only.
  private static ObserveFeature observe(Database database) {
    return ObserveFeature.builder()
        .sockets(List.of(ADMIN))
        .addObserver(
            HealthObserver.builder()
                .addCheck(
                    () -> HealthCheckResponse.builder().status(answers(database)).build(),
                    HealthCheckType.READINESS,
                    "database")
                .build())
        .addObserver(MetricsObserver.create())
        .build();
  }

  private static boolean answers(Database database) {
    try {
      return database.inSystem(
          transaction -> transaction.sql("select true as yes").one(row -> row.flag("yes")));
    } catch (DatabaseException e) {
      return false;
    }
  }
}
