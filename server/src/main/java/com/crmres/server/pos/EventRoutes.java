package com.crmres.server.pos;

import com.crmres.common.pos.PosKind;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The tills' door: what they tell is checked, noted once, answered at once, and looked after by
/// the worker.
public final class EventRoutes implements HttpService {

  private static final int MOST_BYTES = 1024 * 1024;

  private final Database database;
  private final Tills tills;
  private final Map<PosKind, Connector> connectors;
  private final Clock clock;
  private final Runnable wakeWorker;
  private final HandedStore store = new HandedStore();
  private final Steps steps = new Steps();

  EventRoutes(
      Database database,
      Tills tills,
      Map<PosKind, Connector> connectors,
      Clock clock,
      Runnable wakeWorker) {
    this.database = database;
    this.tills = tills;
    this.connectors = Map.copyOf(connectors);
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/pos/{branch}/events", (request, response) -> take(request, response, ""))
        .post(
            "/pos/{branch}/events/{secret}",
            (request, response) ->
                take(request, response, request.path().pathParameters().get("secret")));
  }

  private void take(ServerRequest request, ServerResponse response, String pathSecret) {
    Exchange exchange = new Exchange(request, response);
    UUID branchId = exchange.pathId("branch");
    Tills.Till till =
        database
            .inSystem(transaction -> tills.atDoor(transaction, branchId))
            .orElseThrow(() -> new ApiException(ErrorCode.BAD_SIGNATURE));
    Connector.Delivery delivery =
        new Connector.Delivery(
            name -> request.headers().first(HeaderNames.create(name)), pathSecret);
    Connector.Hint hint =
        StepWorker.of(connectors, till.kind())
            .read(delivery, body(request), tills.secret(till), tills.hook(till), clock.instant());
    switch (hint) {
      case Connector.Hint.Forged _ -> throw new ApiException(ErrorCode.BAD_SIGNATURE);
      case Connector.Hint.Unreadable _ -> throw new ApiException(ErrorCode.INVALID_INPUT);
      case Connector.Hint.Nothing _ -> {}
      case Connector.Hint.Heard heard -> hear(till, heard);
    }
    exchange.noContent();
  }

  private void hear(Tills.Till till, Connector.Hint.Heard heard) {
    database.changeRestaurant(
        till.restaurantId(),
        transaction -> {
          if (!store.hear(
              transaction, till.restaurantId(), till.branchId(), heard, clock.instant())) {
            return;
          }
          Optional<Handed> handed =
              store.ofReference(
                  transaction, till.restaurantId(), till.branchId(), heard.reference());
          handed.ifPresent(order ->
              steps.ask(
                  transaction,
                  till.restaurantId(),
                  till.branchId(),
                  order.orderId(),
                  StepKind.FETCH));
          transaction.afterCommit(wakeWorker);
        });
  }

  private static byte[] body(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      throw new ApiException(ErrorCode.TOO_LARGE);
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream content = request.content().inputStream()) {
      byte[] body = content.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new ApiException(ErrorCode.TOO_LARGE);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the body of a till's event broke off", e);
    }
  }
}
