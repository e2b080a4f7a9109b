package com.crmres.simulator;

import com.crmres.simulator.cloudapi.AccessTokens;
import com.crmres.simulator.cloudapi.Business;
import com.crmres.simulator.cloudapi.CloudApi;
import com.crmres.simulator.cloudapi.MediaShelf;
import com.crmres.simulator.cloudapi.Sends;
import com.crmres.simulator.cloudapi.TemplateReview;
import com.crmres.simulator.customers.Crowd;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.customers.Dish;
import com.crmres.simulator.customers.Line;
import com.crmres.simulator.customers.Spoken;
import com.crmres.simulator.openrouter.Behaviour;
import com.crmres.simulator.openrouter.OpenRouterSimulator;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.MessageIds;
import com.crmres.simulator.payload.People;
import com.crmres.simulator.payload.Person;
import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.weather.Dice;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.DeliveryLog;
import com.crmres.simulator.webhook.Signature;
import com.crmres.simulator.webhook.Webhooks;
import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The simulated outside of one installation: start it, point the server at it, let customers
/// write.
public final class Simulator implements AutoCloseable {

  /// A restaurant's server may let a burst of messages end before it answers.
  private static final Duration SETTLED = Duration.ofMillis(2500);

  private static final Duration GLANCE = Duration.ofMillis(25);

  private final SimulatorBuilder settings;
  private final People people = new People();
  private final Spoken spoken = new Spoken();
  private final MessageIds ids;
  private final Webhooks webhooks;
  private final CloudApi api;
  private volatile Weather weather;
  private volatile @Nullable WebServer server;
  private volatile @Nullable OpenRouterSimulator openRouter;

  Simulator(SimulatorBuilder settings) {
    this.settings = settings;
    this.weather = settings.weather;
    Dice dice = new Dice(settings.seed);
    this.ids = new MessageIds(dice, settings.clock.instant().toString());
    this.webhooks =
        new Webhooks(
            settings.webhook,
            new Signature(settings.appSecret),
            settings.retries,
            () -> this.weather,
            settings.clock);
    this.api =
        new CloudApi(
            new Business(settings.numbers, settings.accessToken, settings.limits),
            people,
            ids,
            webhooks,
            () -> this.weather,
            this::url,
            settings.clock);
  }

  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  public Simulator start() {
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(settings.port)
            .featuresDiscoverServices(false)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(routing -> routing.register("/", api))
            .build()
            .start();
    openRouter = startOpenRouter();
    webhooks.start();
    return this;
  }

  /// Where the Graph API answers: the value for `WHATSAPP_GRAPH_URL`.
  public URI url() {
    WebServer running = server;
    if (running == null) {
      throw new IllegalStateException("the simulator is not started");
    }
    return URI.create("http://127.0.0.1:" + running.port());
  }

  /// Where OpenRouter answers: the value for `OPENROUTER_BASE_URL`.
  public URI openRouterUrl() {
    return openRouter().baseUrl();
  }

  /// The address that gets the webhooks, from now on.
  public void target(URI webhook) {
    webhooks.target(webhook);
  }

  /// The handshake that Meta makes when a webhook address is set.
  public boolean verifyWebhook() throws IOException, InterruptedException {
    return webhooks.verify(settings.verifyToken);
  }

  public void weather(Weather now) {
    weather = now;
  }

  public Sends sends() {
    return api.sends();
  }

  /// The files of customers and of the business.
  public MediaShelf media() {
    return api.media();
  }

  public Spoken spoken() {
    return spoken;
  }

  public People people() {
    return people;
  }

  public OpenRouterSimulator openRouter() {
    OpenRouterSimulator running = openRouter;
    if (running == null) {
      throw new IllegalStateException("the simulator is not started");
    }
    return running;
  }

  public DeliveryLog deliveries() {
    return webhooks.log();
  }

  /// Adds a template that is approved already, from the body of a request to create it.
  public void addTemplate(JsonNode request) {
    api.addTemplate(request);
  }

  /// Approves, pauses and rejects templates.
  public TemplateReview templateReview() {
    return api.review();
  }

  /// Grants and revokes tokens.
  public AccessTokens tokens() {
    return api.tokens();
  }

  /// Tells the business something else than a message or a status.
  public void tell(WebhookEvent event) {
    webhooks.deliver(event);
  }

  /// Customers of the first number.
  public Line line() {
    return line(settings.numbers.getFirst());
  }

  public Line line(BusinessNumber number) {
    return new Line(number, people, ids, api, webhooks, spoken, settings.clock);
  }

  public Customer customer(String phone, String name) {
    return customer(Person.of(phone, name));
  }

  public Customer customer(Person person) {
    return line().customer(person);
  }

  public Crowd crowd(List<Dish> menu, double load) {
    return Crowd.of(line(), menu, settings.seed, load);
  }

  public Ledger ledger() {
    List<Ledger.Entry> said =
        spoken.all().stream()
            .map(words -> new Ledger.Entry(words, webhooks.log().of(words.messageId())))
            .toList();
    return new Ledger(said, api.sends().all());
  }

  /// Waits until every webhook is answered and no new message came or went for a while.
  ///
  /// @return whether it became quiet within the limit
  public boolean awaitQuiet(Duration limit) throws InterruptedException {
    return awaitQuiet(limit, SETTLED);
  }

  public boolean awaitQuiet(Duration limit, Duration settled) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    long quietSince = System.nanoTime();
    long traffic = traffic();
    while (System.nanoTime() < end) {
      long now = System.nanoTime();
      if (webhooks.pending() > 0 || traffic() != traffic) {
        quietSince = now;
        traffic = traffic();
      }
      if (now - quietSince >= settled.toNanos()) {
        return true;
      }
      Thread.sleep(GLANCE);
    }
    return false;
  }

  @Override
  public void close() {
    webhooks.close();
    WebServer running = server;
    if (running != null) {
      running.stop();
      openRouter().close();
    }
  }

  private OpenRouterSimulator startOpenRouter() {
    OpenRouterSimulator started =
        OpenRouterSimulator.start(
            settings.openRouterKey,
            0,
            settings.clock,
            settings.seed,
            settings.routerBehaviours.toArray(Behaviour[]::new));
    started.model(settings.model);
    return started;
  }

  private long traffic() {
    return webhooks.log().posts() + api.sends().count();
  }
}
