package com.crmres.server.pos.webhook;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.PosKind;
import com.crmres.common.wire.Json;
import com.crmres.server.pos.Account;
import com.crmres.server.pos.Caller;
import com.crmres.server.pos.Connector;
import com.crmres.server.pos.PosAnswer;
import com.crmres.server.pos.PosMenuItem;
import com.crmres.server.pos.PosOrder;
import com.crmres.server.pos.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Speaks to whatever takes our signed webhook: one address, one signature, every question a POST.
public final class WebhookConnector implements Connector {

  private final Caller caller;
  private final Clock clock;

  public WebhookConnector(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  public PosKind kind() {
    return PosKind.WEBHOOK;
  }

  /// The id is the order's key: whoever gets it twice has one order.
  @Override
  public PosAnswer<Seen> push(Account account, PosOrder order) throws InterruptedException {
    return seen(send(account, order.key(), Payload.placed(order), Caller.Effect.CHANGES));
  }

  @Override
  public PosAnswer<Optional<Seen>> find(Account account, UUID orderId) throws InterruptedException {
    return asked(account, Payload.find(orderId)).map(WebhookConnector::order);
  }

  @Override
  public PosAnswer<Optional<Seen>> fetch(Account account, String reference)
      throws InterruptedException {
    return asked(account, Payload.fetch(reference)).map(WebhookConnector::order);
  }

  @Override
  public boolean takesChanges() {
    return true;
  }

  /// The whole order under its new key: told twice it is the same change.
  @Override
  public PosAnswer<Seen> change(Account account, Ours ours, PosOrder order)
      throws InterruptedException {
    return seen(send(account, order.key(), Payload.updated(ours, order), Caller.Effect.ONLY_ASKS));
  }

  @Override
  public PosAnswer<Seen> tell(Account account, Ours order, OrderStatus status)
      throws InterruptedException {
    return seen(send(account, fresh(), Payload.status(order, status), Caller.Effect.ONLY_ASKS));
  }

  @Override
  public PosAnswer<Boolean> cancel(Account account, Ours order) throws InterruptedException {
    return send(account, fresh(), Payload.cancel(order), Caller.Effect.ONLY_ASKS)
        .map(answer -> answer.path("cancelled").asBoolean(false));
  }

  @Override
  public PosAnswer<List<Seen>> changedSince(Account account, Instant since)
      throws InterruptedException {
    return asked(account, Payload.changed(since)).map(PayloadReader::orders);
  }

  @Override
  public PosAnswer<List<PosMenuItem>> menu(Account account) throws InterruptedException {
    return asked(account, Payload.menu()).map(PayloadReader::menu);
  }

  @Override
  public PosAnswer<Boolean> health(Account account) throws InterruptedException {
    return asked(account, Payload.ping()).map(_ -> true);
  }

  @Override
  public Hint read(Delivery delivery, byte[] body, String secret, String hook, Instant now) {
    String id = header(delivery, Signature.ID);
    if (!delivery.pathSecret().isEmpty()
        || id.length() > 200
        || !new Signature(secret)
            .fits(
                id,
                header(delivery, Signature.TIMESTAMP),
                header(delivery, Signature.SIGNATURE),
                body,
                now)) {
      return new Hint.Forged();
    }
    return hint(id, body);
  }

  private static Hint hint(String id, byte[] body) {
    try {
      JsonNode event = Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
      String reference = event.path("reference").asText("");
      boolean ours = event.path("type").asText("").equals("order.changed");
      return ours && !reference.isEmpty() ? new Hint.Heard(id, reference) : new Hint.Nothing();
    } catch (IllegalArgumentException _) {
      return new Hint.Unreadable();
    }
  }

  private static String header(Delivery delivery, String name) {
    return delivery.headers().first(name).orElse("");
  }

  private static Optional<Seen> order(JsonNode answer) {
    return PayloadReader.seen(answer.path("order"));
  }

  /// An answer without a reference says nothing of what happened.
  private static PosAnswer<Seen> seen(PosAnswer<JsonNode> answer) {
    if (!(answer instanceof PosAnswer.Done<JsonNode>(JsonNode body))) {
      return answer.map(_ -> {
        throw new IllegalStateException("only what is done has a body");
      });
    }
    return order(body)
        .<PosAnswer<Seen>>map(PosAnswer.Done::new)
        .orElseGet(() -> new PosAnswer.InDoubt<>("an answer without a reference"));
  }

  private PosAnswer<JsonNode> asked(Account account, JsonNode payload) throws InterruptedException {
    return send(account, fresh(), payload, Caller.Effect.ONLY_ASKS);
  }

  private PosAnswer<JsonNode> send(
      Account account, String id, JsonNode payload, Caller.Effect effect)
      throws InterruptedException {
    byte[] body = Json.write(payload).getBytes(StandardCharsets.UTF_8);
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(account.address())
            .header("Content-Type", "application/json; charset=utf-8")
            .header(Signature.ID, id)
            .header(Signature.TIMESTAMP, Long.toString(timestamp))
            .header(Signature.SIGNATURE, new Signature(account.secret()).of(id, timestamp, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return caller.call(request, effect);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
