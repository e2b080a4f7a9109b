package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.Person;
import com.crmres.simulator.payload.Statuses;
import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.weather.StatusPace;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.Webhooks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells the business what became of a message it sent: sent, delivered, read or failed.
final class StatusReports {

  private static final Duration FIRST_STATUS_LIMIT = Duration.ofSeconds(2);
  private static final int UNDELIVERABLE = 131026;

  private final Webhooks webhooks;

  StatusReports(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /// @param attempt names the send in the same way in every run with the same seed
  /// @param freeUntil the end of the customer's free entry point; absent if he has none
  void schedule(
      Send send, String attempt, String category, @Nullable Instant freeUntil, Weather weather)
      throws InterruptedException {
    Statuses statuses =
        new Statuses(send.messageId(), send.customer(), send.callbackData(), category, freeUntil);
    StatusPace pace = weather.pace();
    WebhookEvent sent = event(send, attempt, statuses.sent(send.at().plus(pace.sent())));
    if (weather.tellsStatusFirst(attempt)) {
      webhooks.deliverNow(sent, FIRST_STATUS_LIMIT);
    } else {
      webhooks.deliverAfter(pace.sent(), sent);
    }
    if (!send.type().equals("reaction")) {
      later(send, attempt, pace.delivered(), statuses.delivered(send.at().plus(pace.delivered())));
      later(send, attempt, pace.read(), statuses.read(send.at().plus(pace.read())));
    }
  }

  void fail(Send send, String attempt, int code, Weather weather) {
    GraphError error = GraphError.of(code);
    Instant at = send.at().plus(weather.pace().sent());
    ObjectNode status =
        new Statuses(send.messageId(), send.customer(), send.callbackData(), "service")
            .failed(at, code, error.title(), error.details());
    if (code == UNDELIVERABLE) {
      status.remove("recipient_user_id");
    }
    webhooks.deliverAfter(weather.pace().sent(), failure(send, attempt, status));
  }

  private void later(Send send, String attempt, Duration delay, ObjectNode status) {
    webhooks.deliverAfter(delay, event(send, attempt, status));
  }

  private static WebhookEvent event(Send send, String attempt, ObjectNode status) {
    return status(send, attempt, send.customer(), status);
  }

  /// Failures come without the customer's contact.
  private static WebhookEvent failure(Send send, String attempt, ObjectNode status) {
    return status(send, attempt, null, status);
  }

  private static WebhookEvent status(
      Send send, String attempt, @Nullable Person contact, ObjectNode status) {
    String suffix = ":" + status.path("status").asText();
    return new WebhookEvent.MessageStatus(
        send.messageId() + suffix, attempt + suffix, send.number(), contact, status);
  }
}
