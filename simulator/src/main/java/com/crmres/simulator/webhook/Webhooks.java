package com.crmres.simulator.webhook;

import com.crmres.simulator.payload.WebhookEvent;
import com.crmres.simulator.weather.Weather;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Carries events to the business in the given weather and repeats each until it is answered 200.
public final class Webhooks implements AutoCloseable {

  /// Meta delivers in parallel; more than this on one loopback only queues elsewhere.
  private static final int PARALLEL_POSTS = 256;

  private final Signature signature;
  private final Retries retries;
  private final Supplier<Weather> weather;
  private final DeliveryLog log;
  private final DelayQueue<Parcel> waiting = new DelayQueue<>();
  private final AtomicInteger pending = new AtomicInteger();
  private final Semaphore postPermits = new Semaphore(PARALLEL_POSTS);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Thread dispatcher;
  private volatile URI target;

  public Webhooks(
      URI target, Signature signature, Retries retries, Supplier<Weather> weather, Clock clock) {
    this.target = target;
    this.signature = signature;
    this.retries = retries;
    this.weather = weather;
    this.log = new DeliveryLog(clock);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(workers)
            .build();
    this.dispatcher = Thread.ofPlatform().daemon().name("webhook-dispatcher").unstarted(this::run);
  }

  public void start() {
    dispatcher.start();
  }

  /// From now on deliveries, those already waiting included, go to this address.
  public void target(URI newTarget) {
    target = newTarget;
  }

  public URI target() {
    return target;
  }

  public DeliveryLog log() {
    return log;
  }

  /// How many deliveries are on their way or still unanswered.
  public int pending() {
    return pending.get();
  }

  public void deliver(WebhookEvent event) {
    deliverAfter(Duration.ZERO, event);
  }

  public void deliverAfter(Duration delay, WebhookEvent event) {
    Weather now = weather.get();
    int copies = now.copies(event.key());
    pending.addAndGet(copies);
    for (int copy = 0; copy < copies; copy++) {
      send(Parcel.of(event, delay.plus(now.travel(event.key(), copy)), now.batchWindow()));
    }
  }

  /// Delivers ahead of everything else and waits until it was tried once.
  public void deliverNow(WebhookEvent event, Duration limit) throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    pending.incrementAndGet();
    workers.execute(() -> {
      post(Parcel.of(event, Duration.ZERO, Duration.ZERO));
      tried.countDown();
    });
    tried.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The handshake of the dashboard: whether the business echoes the challenge for this token.
  public boolean verify(String verifyToken) throws IOException, InterruptedException {
    String challenge = "1158201444";
    String query =
        "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
            .formatted(challenge, URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target + query)).timeout(retries.patience()).build();
    var answer = http.send(request, BodyHandlers.ofString());
    return answer.statusCode() == 200 && answer.body().equals(challenge);
  }

  @Override
  public void close() {
    dispatcher.interrupt();
    http.shutdownNow();
    workers.shutdownNow();
  }

  private void send(Parcel parcel) {
    if (parcel.isDue()) {
      inBackground(parcel);
    } else {
      waiting.add(parcel);
    }
  }

  private void run() {
    try {
      while (true) {
        inBackground(joined(waiting.take()));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Puts other parcels that are due in the same delivery; one that was posted before stays as it
  /// was, because WhatsApp repeats a delivery byte for byte.
  private Parcel joined(Parcel first) {
    int limit = weather.get().batchLimit();
    if (limit < 2 || first.attempts() > 0) {
      return first;
    }
    List<WebhookEvent> events = new ArrayList<>(first.events());
    List<Parcel> others = new ArrayList<>();
    while (events.size() < limit) {
      Parcel next = waiting.poll();
      if (next == null) {
        break;
      }
      if (next.attempts() > 0 || holdsOneOf(events, next)) {
        others.add(next);
      } else {
        events.addAll(next.events());
      }
    }
    others.forEach(this::inBackground);
    pending.addAndGet(1 - events.size());
    return first.with(events);
  }

  private static boolean holdsOneOf(List<WebhookEvent> events, Parcel parcel) {
    return parcel.events().stream().anyMatch(events::contains);
  }

  private void inBackground(Parcel parcel) {
    try {
      workers.execute(() -> post(parcel));
    } catch (RejectedExecutionException closed) {
      pending.decrementAndGet();
    }
  }

  private void post(Parcel parcel) {
    boolean acknowledged = false;
    try {
      postPermits.acquire();
      try {
        log.posting(parcel.events());
        acknowledged = isAnswered(parcel);
      } finally {
        postPermits.release();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    if (acknowledged) {
      log.acknowledged(parcel.events());
      pending.decrementAndGet();
    } else {
      log.refused();
      waiting.add(parcel.again(retries));
    }
  }

  private boolean isAnswered(Parcel parcel) throws InterruptedException {
    byte[] body = parcel.body();
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(retries.patience())
            .header("Content-Type", "application/json")
            .header("User-Agent", "facebookexternalua")
            .header(Signature.HEADER, signature.of(body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException unreachable) {
      // A business that is down is as one that refuses: the delivery is repeated.
      return false;
    }
  }
}
