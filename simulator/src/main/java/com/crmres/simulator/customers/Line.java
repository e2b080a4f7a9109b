package com.crmres.simulator.customers;

import com.crmres.simulator.cloudapi.CloudApi;
import com.crmres.simulator.cloudapi.Sends;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.Media;
import com.crmres.simulator.payload.MessageIds;
import com.crmres.simulator.payload.People;
import com.crmres.simulator.payload.Person;
import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.webhook.Webhooks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/// The way of customers' messages to one number of a restaurant.
public final class Line {

  private final BusinessNumber number;
  private final People people;
  private final MessageIds ids;
  private final CloudApi api;
  private final Webhooks webhooks;
  private final Spoken spoken;
  private final Clock clock;

  public Line(
      BusinessNumber number,
      People people,
      MessageIds ids,
      CloudApi api,
      Webhooks webhooks,
      Spoken spoken,
      Clock clock) {
    this.number = number;
    this.people = people;
    this.ids = ids;
    this.api = api;
    this.webhooks = webhooks;
    this.spoken = spoken;
    this.clock = clock;
  }

  public Customer customer(Person person) {
    people.add(person);
    return new Customer(person, this);
  }

  BusinessNumber number() {
    return number;
  }

  Sends sends() {
    return api.sends();
  }

  Instant now() {
    return clock.instant();
  }

  Media upload(byte[] bytes, String mimeType) {
    return api.media().fromCustomer(bytes, mimeType);
  }

  /// Sends what `build` makes of the id of the new message; answers that id.
  String send(Person person, String text, Function<String, ObjectNode> build) {
    String id = ids.fromCustomer(person);
    ObjectNode message = build.apply(id);
    String kind = message.path("type").asText();
    String key = "said:" + person.key() + ":" + spoken.next(person);
    api.gate().customerWrote(number, person);
    if (message.has("referral")) {
      api.gate().cameFromAdvertisement(number, person);
    }
    spoken.add(new Said(id, person, kind, text, clock.instant()));
    Person contact = kind.equals("system") ? null : person;
    webhooks.deliver(new WebhookEvent.CustomerMessage(id, key, number, contact, message));
    return id;
  }
}
