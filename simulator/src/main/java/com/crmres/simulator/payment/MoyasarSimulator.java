package com.crmres.simulator.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Moyasar on loopback: start it, point the server at [#baseUrl()], tell it where callbacks go, and
/// let customers pay.
public final class MoyasarSimulator implements AutoCloseable {

  private final Mishaps mishaps = new Mishaps();
  private final Callbacks callbacks;
  private final Till till;
  private final WebServer web;

  private MoyasarSimulator(String secretKey, String secretToken, Clock clock, Duration pause) {
    callbacks = new Callbacks(pause, mishaps);
    till = new Till(callbacks, mishaps, secretToken, clock);
    web =
        WebServer.builder()
            .featuresDiscoverServices(false)
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .routing(
                routing -> routing.register("/v1", new MoyasarRoutes(till, mishaps, secretKey)))
            .build()
            .start();
  }

  /// Starts it.
  ///
  /// @param secretKey what a shop must have to ask
  /// @param secretToken what callbacks carry
  public static MoyasarSimulator start(String secretKey, String secretToken) {
    return new MoyasarSimulator(secretKey, secretToken, Clock.systemUTC(), Duration.ofMillis(200));
  }

  /// The value for `MOYASAR_URL`.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + web.port() + "/v1");
  }

  /// Where callbacks go from now on.
  public void target(URI shop) {
    callbacks.target(shop);
  }

  /// These go wrong, each once, as soon as they can.
  public void happen(Mishap... coming) {
    mishaps.add(coming);
  }

  /// What has not gone wrong yet.
  public List<Mishap> left() {
    return mishaps.left();
  }

  /// All invoices as the shop would be shown them, the oldest first.
  public List<JsonNode> invoices() {
    return till.invoices();
  }

  /// The customer pays.
  ///
  /// @throws IllegalStateException if the page is closed
  public void pay(String invoiceId) {
    till.attempt(invoiceId, true);
  }

  /// The customer's card is refused; the page stays open.
  public void refuseCard(String invoiceId) {
    till.attempt(invoiceId, false);
  }

  /// How many callbacks the shop has taken.
  public int answered() {
    return callbacks.answered();
  }

  /// How often money was given back.
  public int refunds() {
    return till.refunds();
  }

  @Override
  public void close() {
    web.stop();
    callbacks.close();
  }
}
