package com.crmres.simulator.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/// Foodics on loopback: start it, connect a branch to [#baseUrl()], tell it where its webhooks go,
/// and move orders as the people at the till would.
public final class FoodicsSimulator implements AutoCloseable {

  private final Faults faults = new Faults();
  private final TillEvents events = new TillEvents(faults);
  private final FoodicsTill till;
  private final FoodicsRoutes routes;
  private final WebServer web;

  private FoodicsSimulator(String token, Clock clock) {
    till = new FoodicsTill(clock, faults, events::tell);
    routes = new FoodicsRoutes(till, faults, token);
    web =
        WebServer.builder()
            .featuresDiscoverServices(false)
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .routing(routing -> routing.register("/v5", routes))
            .build()
            .start();
  }

  /// Starts it.
  ///
  /// @param token what an integration must have to ask
  public static FoodicsSimulator start(String token) {
    return new FoodicsSimulator(token, Clock.systemUTC());
  }

  /// The address of a branch's till.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + web.port() + "/v5");
  }

  /// Where webhooks go from now on.
  public void target(URI address) {
    events.target(address);
  }

  /// These go wrong, each once, as soon as they can.
  public void happen(Fault... coming) {
    faults.add(coming);
  }

  /// What has not gone wrong yet.
  public List<Fault> left() {
    return faults.left();
  }

  public void sell(String id, String name, String nameLocalized, long halalas) {
    till.sell(id, name, nameLocalized, halalas);
  }

  /// A choice that every product offers.
  public void offer(String id, String name, String nameLocalized, long halalas) {
    till.offer(id, name, nameLocalized, halalas);
  }

  public void setActive(String productId, boolean active) {
    till.setActive(productId, active);
  }

  /// Every order as the integration would be shown it, the oldest first.
  public List<JsonNode> orders() {
    return till.orders();
  }

  /// Somebody at the till moves an order.
  ///
  /// @param delivery 0 leaves the delivery status as it is
  public void move(String id, int status, int delivery) {
    till.move(id, status, delivery);
  }

  /// The till loses an order.
  public void lose(String id) {
    till.lose(id);
  }

  /// How many webhooks were taken.
  public int toldEvents() {
    return events.taken();
  }

  @Override
  public void close() {
    routes.close();
    events.close();
    web.stop();
  }
}
