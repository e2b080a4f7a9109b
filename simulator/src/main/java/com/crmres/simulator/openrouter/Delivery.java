package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings one reply to the client, in the manner and at the pace that the reply asks for.
final class Delivery {

  private static final byte[] PADDING = "\n         \n".getBytes(StandardCharsets.US_ASCII);

  /// Long enough for a client to read what came before a reset.
  private static final Duration BREATH = Duration.ofMillis(60);

  private final Exchange exchange;
  private final JsonNode request;
  private final ModelCard card;
  private final Conditions conditions;
  private final Signatures signatures;
  private final Clock clock;
  private final String id;
  private final boolean streamed;
  private Duration delay;
  private boolean done = true;
  private int cached;
  private Reply.@Nullable Priced priced;

  Delivery(
      Exchange exchange,
      JsonNode request,
      ModelCard card,
      Conditions conditions,
      Signatures signatures,
      Clock clock,
      String id,
      Duration delay) {
    this.exchange = exchange;
    this.request = request;
    this.card = card;
    this.conditions = conditions;
    this.signatures = signatures;
    this.clock = clock;
    this.id = id;
    this.delay = delay;
    this.streamed = request.path("stream").asBoolean();
  }

  void bring(Reply reply) throws IOException, InterruptedException {
    switch (reply) {
      case Reply.Late late -> {
        delay = delay.plus(late.delay());
        bring(late.reply());
      }
      case Reply.Priced dear -> {
        priced = dear;
        cached = dear.cachedTokens();
        bring(dear.reply());
      }
      case Reply.Undone undone -> {
        done = false;
        bring(undone.reply());
      }
      case Reply.Said said -> say(said);
      case Reply.NoChoices _ -> finish(completion(Bill.NOTHING).withoutChoices());
      case Reply.ErrorInside inside -> {
        String message = "Provider returned error";
        finish(Errors.wrapped(Errors.error(inside.code(), message, inside.errorType())));
      }
      case Reply.ErrorInChoice broken ->
          breakOff(broken.partial(), Integer.toString(broken.code()), broken.errorType());
      case Reply.ErrorInStream broken ->
          breakOff(broken.partial(), broken.code(), broken.errorType());
      case Reply.Failure failure -> refuse(failure);
      case Reply.Unavailable missing -> refuse(missing);
      case Reply.Raw raw -> {
        Thread.sleep(delay);
        exchange.answer(raw.status(), raw.contentType(), raw.body(), Map.of());
      }
      case Reply.Reset reset -> reset(reset.moment());
      case Reply.Stall stall -> {
        begin();
        exchange.piece(PADDING, 0, 1);
        Thread.sleep(stall.held());
      }
    }
  }

  private void say(Reply.Said said) throws IOException, InterruptedException {
    Bill bill = Bill.of(request, said, card, cached).at(priced == null ? null : priced.cost());
    ObjectNode answer = completion(bill).said(said);
    signatures.remember(answer.at("/choices/0/message"));
    // Also an answer that nobody waits for any more is paid.
    conditions.account.charge(request, answer, bill, delay.toMillis());
    finish(answer);
  }

  private void breakOff(String partial, String code, String errorType)
      throws IOException, InterruptedException {
    int number = code.chars().allMatch(Character::isDigit) ? Integer.parseInt(code) : 502;
    ObjectNode answer = completion(Bill.NOTHING).brokenOff(partial, number, errorType);
    if (!streamed) {
      finish(answer);
      return;
    }
    ObjectNode error = Errors.error(number, "Provider disconnected mid-stream", errorType);
    if (!code.equals(Integer.toString(number))) {
      error.put("code", code);
    }
    begin();
    drip();
    new EventStream(exchange, answer).breakOff(partial, error);
  }

  private void refuse(Reply.Failure failure) throws IOException, InterruptedException {
    Thread.sleep(delay);
    ObjectNode error = Errors.error(failure.status(), failure.message(), failure.errorType());
    exchange.answer(
        failure.status(), Errors.wrapped(error), Errors.headers(failure, clock.instant()));
  }

  private void refuse(Reply.Unavailable missing) throws IOException, InterruptedException {
    Thread.sleep(delay);
    List<String> wished = Catalogue.wished(request);
    Integer seconds = missing.retryAfter();
    exchange.answer(
        missing.status(),
        Errors.unavailable(missing, wished),
        seconds == null ? Map.of() : Map.of("Retry-After", Integer.toString(seconds)));
  }

  private void reset(Reply.Moment moment) throws IOException, InterruptedException {
    Thread.sleep(delay);
    switch (moment) {
      case BEFORE_HEADERS -> {}
      case AFTER_HEADERS -> begin();
      case IN_BODY -> {
        begin();
        byte[] answer = bytes(completion(Bill.NOTHING).said(Reply.text("تم")));
        exchange.piece(answer, 0, answer.length / 2);
      }
    }
    Thread.sleep(BREATH);
    exchange.reset();
  }

  private void finish(ObjectNode answer) throws IOException, InterruptedException {
    begin();
    drip();
    if (streamed && answer.has("id")) {
      new EventStream(exchange, answer).tell(conditions.usageWithChoice, done);
    } else {
      exchange.piece(streamed ? bytes("data: ", answer, "\n\n") : bytes(answer));
      exchange.end();
    }
  }

  /// Sends 200 at once, as the real gateway does: it says nothing about success.
  private void begin() throws IOException {
    exchange.begin(
        streamed ? EventStream.CONTENT_TYPE : Exchange.JSON, Map.of("X-Generation-Id", id));
  }

  /// White space until the answer is due; comments if it is a stream.
  private void drip() throws IOException, InterruptedException {
    byte[] drop = streamed ? EventStream.COMMENT : PADDING;
    Duration pause = conditions.drip;
    exchange.piece(drop);
    for (Duration left = delay; left.isPositive(); left = left.minus(pause)) {
      Thread.sleep(left.compareTo(pause) < 0 ? left : pause);
      exchange.piece(drop);
    }
  }

  private Completion completion(Bill bill) {
    boolean thinks = conditions.family(card) == Family.GEMINI_3;
    return new Completion(id, clock.instant(), card, thinks, bill);
  }

  private static byte[] bytes(JsonNode json) {
    return bytes("", json, "");
  }

  private static byte[] bytes(String before, JsonNode json, String after) {
    return (before + json + after).getBytes(StandardCharsets.UTF_8);
  }
}
