package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.MessageIds;
import com.crmres.simulator.payload.People;
import com.crmres.simulator.payload.Person;
import com.crmres.simulator.weather.SendFault;
import com.crmres.simulator.weather.Weather;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// `POST /{phone-number-id}/messages`: takes messages to customers, in the weather of the moment.
final class SendRoutes {

  private final Sends sends;
  private final SendRules rules;
  private final Templates templates;
  private final Gate gate;
  private final StatusReports reports;
  private final People people;
  private final MessageIds ids;
  private final Supplier<Weather> weather;
  private final Clock clock;
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

  SendRoutes(
      Sends sends,
      SendRules rules,
      Templates templates,
      Gate gate,
      StatusReports reports,
      People people,
      MessageIds ids,
      Supplier<Weather> weather,
      Clock clock) {
    this.sends = sends;
    this.rules = rules;
    this.templates = templates;
    this.gate = gate;
    this.reports = reports;
    this.people = people;
    this.ids = ids;
    this.weather = weather;
    this.clock = clock;
  }

  void take(BusinessNumber number, ServerRequest request, ServerResponse response)
      throws InterruptedException {
    ObjectNode body = Answers.read(request);
    if (body.path("status").asText().equals("read")) {
      sends.markRead(Check.required(body, "message_id").asText());
      Answers.success(response);
    } else {
      send(number, body, response);
    }
  }

  private void send(BusinessNumber number, ObjectNode body, ServerResponse response)
      throws InterruptedException {
    Reading reading = new Reading(body, templates);
    String recipient = reading.recipient();
    String attempt = attempt(recipient);
    Weather now = weather.get();
    SendFault fault = now.faultOf(attempt).orElse(null);
    switch (fault) {
      case SendFault.ConnectionCut _ -> throw new CloseConnectionException("cut by the weather");
      case SendFault.HtmlPage _ -> Answers.html(response);
      case SendFault.Refused refused -> throw new GraphException(GraphError.of(refused.code()));
      case SendFault.AnswerLost _ -> {
        accept(number, reading, body, attempt, now, false);
        throw new CloseConnectionException("answer lost in the weather");
      }
      case SendFault.AnswerLate late -> {
        accept(number, reading, body, attempt, now, false);
        Thread.sleep(late.held());
        throw new CloseConnectionException("answer late in the weather");
      }
      case SendFault.FailedLater failed -> {
        Send send = record(number, reading, body, true);
        reports.fail(send, attempt, failed.code(), now);
        Answers.send(response, 200, accepted(body, send));
      }
      case null -> {
        Send send = accept(number, reading, body, attempt, now, true);
        Answers.send(response, 200, accepted(body, send));
      }
    }
  }

  private Send accept(
      BusinessNumber number,
      Reading reading,
      ObjectNode body,
      String attempt,
      Weather now,
      boolean answered)
      throws InterruptedException {
    Send send = record(number, reading, body, answered);
    if (people.isReachable(send.customer())) {
      reports.schedule(
          send,
          attempt,
          reading.category(),
          gate.freeUntil(number, send.customer()).orElse(null),
          now);
    } else {
      reports.fail(send, attempt, 131026, now);
    }
    return send;
  }

  private Send record(BusinessNumber number, Reading reading, JsonNode body, boolean answered) {
    rules.check(body);
    if (reading.recipient().equals(number.displayPhoneNumber())) {
      throw new GraphException(GraphError.of(131021));
    }
    Person customer = people.find(recipient(reading));
    gate.pass(number, customer, reading.type().equals("template"));
    Send send =
        new Send(
            ids.fromBusiness(customer),
            number,
            customer,
            reading.type(),
            reading.text(),
            reading.options(),
            body.hasNonNull("biz_opaque_callback_data")
                ? body.path("biz_opaque_callback_data").asText()
                : null,
            body,
            clock.instant(),
            answered);
    sends.add(send);
    return send;
  }

  private static String recipient(Reading reading) {
    String recipient = reading.recipient();
    if (!recipient.matches("\\d{7,15}|[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}")) {
      throw GraphException.of(131009, "Recipient is neither a phone number nor a user id.");
    }
    return recipient;
  }

  private String attempt(String recipient) {
    return "send:"
        + recipient
        + ":"
        + attempts.computeIfAbsent(recipient, key -> new AtomicInteger()).incrementAndGet();
  }

  private static ObjectNode accepted(JsonNode request, Send send) {
    ObjectNode answer = Answers.object().put("messaging_product", "whatsapp");
    String to = request.path("to").asText();
    ObjectNode contact = answer.putArray("contacts").addObject();
    if (to.isEmpty()) {
      contact.put("input", send.customer().userId()).put("user_id", send.customer().userId());
    } else {
      contact.put("input", to).put("wa_id", send.customer().key());
    }
    ObjectNode message = answer.putArray("messages").addObject().put("id", send.messageId());
    if (send.type().equals("template")) {
      message.put("message_status", "accepted");
    }
    return answer;
  }
}
