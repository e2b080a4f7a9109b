package com.crmres.bench.intake;

import com.crmres.bench.house.House;
import com.crmres.common.wire.Json;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.Envelope;
import com.crmres.simulator.payload.InboundMessages;
import com.crmres.simulator.payload.MessageIds;
import com.crmres.simulator.payload.Person;
import com.crmres.simulator.payload.Statuses;
import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.weather.Dice;
import com.crmres.simulator.webhook.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes whole signed requests before the clock starts: half texts of customers, half statuses,
/// every id new.
final class Mail {

  private static final BusinessNumber NUMBER =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Deera Restaurant");
  private static final int CUSTOMERS = 2_000;
  private static final List<String> TEXTS =
      List.of(
          "السلام عليكم",
          "ابغى ثنتين شاورما دجاج و بطاطس كبير لو سمحت",
          "متى تقفلون اليوم؟",
          "نعم",
          "Hi, can I get one chicken burger without onion please?",
          "وين طلبي؟ صار لي نص ساعة");

  private final Signature signature = new Signature(House.appSecret());
  private final MessageIds ids;
  private int events;

  /// Makes a writer.
  ///
  /// @param run tells its ids apart from those of other runs
  Mail(String run) {
    this.ids = new MessageIds(new Dice(7), run);
  }

  /// Requests that carry `each` events.
  List<byte[]> write(int requests, int each) {
    List<byte[]> written = new ArrayList<>(requests);
    for (int i = 0; i < requests; i++) {
      List<WebhookEvent> carried = new ArrayList<>(each);
      for (int j = 0; j < each; j++) {
        carried.add(event(events++));
      }
      written.add(request(body(carried)));
    }
    return written;
  }

  /// The bytes of one delivery.
  byte[] body(List<WebhookEvent> carried) {
    return Json.write(Envelope.of(carried)).getBytes(StandardCharsets.UTF_8);
  }

  /// The bytes of one delivery with one message.
  byte[] oneBody() {
    return body(List.of(event(0)));
  }

  private byte[] request(byte[] body) {
    byte[] head =
        """
        POST /v1/webhooks/whatsapp HTTP/1.1\r
        Host: 127.0.0.1\r
        User-Agent: facebookexternalua\r
        Accept: */*\r
        Content-Type: application/json\r
        %s: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(Signature.HEADER, signature.of(body), body.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  private WebhookEvent event(int index) {
    int which = index % CUSTOMERS;
    Person person = Person.of(String.format(Locale.ROOT, "96655%07d", which), "Customer " + which);
    Instant now = Instant.now();
    if (index % 2 == 0) {
      String id = ids.fromCustomer(person);
      String text = TEXTS.get(index / 2 % TEXTS.size());
      return new WebhookEvent.CustomerMessage(
          id, id, NUMBER, person, InboundMessages.from(person, id, now).text(text));
    }
    String id = ids.fromBusiness(person);
    var status = new Statuses(id, person, null, "service").delivered(now);
    return new WebhookEvent.MessageStatus(id, id, NUMBER, person, status);
  }
}
