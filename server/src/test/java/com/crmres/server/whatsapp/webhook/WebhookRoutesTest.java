package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WhatsApp's door, over real HTTP.
class WebhookRoutesTest {

  private static final String PATH = "/v1/webhooks/whatsapp";
  private static final String SECRET = "the app's secret";
  private static final int LISTENER_LIMIT = 8 * 1024 * 1024;
  private static final int PER_SECOND = 320;
  private static final int RUSH = 2 * PER_SECOND;

  private final NoorIntake noor = new NoorIntake();
  private final AtomicInteger refusals = new AtomicInteger();
  private final RunningServer server =
      new RunningServer(
          Clock.systemUTC(),
          failure -> false,
          LISTENER_LIMIT,
          routing ->
              routing.register(
                  "/v1",
                  new WebhookRoutes(
                      noor.inbox,
                      new Signature(List.of(SECRET)),
                      "the token",
                      refusals::incrementAndGet)));

  @AfterEach
  void stop() throws InterruptedException {
    server.close();
    noor.stop();
  }

  /// Behaviour 1, trap 52: no login, no JSON, no quotes.
  @Test
  void answersWhatsAppsVerificationWithTheBareChallenge() throws Exception {
    var answer =
        server.send(
            "GET",
            PATH + "?hub.mode=subscribe&hub.verify_token=the%20token&hub.challenge=1158201444",
            null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("1158201444");
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
  }

  /// Behaviour 1.
  @ParameterizedTest
  @CsvSource({
    "hub.mode=subscribe&hub.verify_token=another&hub.challenge=1, 403",
    "hub.mode=unsubscribe&hub.verify_token=the%20token&hub.challenge=1, 403",
    "hub.mode=subscribe&hub.verify_token=the%20token, 400",
    "'', 400"
  })
  void refusesAVerificationThatIsNotWhatsApps(String query, int status) throws Exception {
    assertThat(server.send("GET", PATH + "?" + query, null).status()).isEqualTo(status);
  }

  @Test
  void answersASignedDeliveryOnlyWhenItIsOnDisk() throws Exception {
    String body = text(Sample.file("in-text.json"));

    assertThat(deliver(body, sign(body)).status()).isEqualTo(200);

    assertThat(deliveries()).isEqualTo(1);
  }

  /// Behaviour 2: a refusal has no effect.
  @Test
  void keepsNothingWhoseSignatureIsWrong() throws Exception {
    var answer = deliver(text(Sample.file("in-text.json")), sign("something else"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error().code()).isEqualTo("BAD_SIGNATURE");
    assertThat(deliveries()).isZero();
    assertThat(refusals).hasPositiveValue();
  }

  /// Trap 10, trap 53: Arabic, emoji, `@` and `/` as WhatsApp writes them fit as they are, and no
  /// longer once something on the way has read the JSON and written it anew, or added a newline.
  @Test
  void takesTheBytesAsTheyCameAndNoOthers() throws Exception {
    String sent =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"104857600123456","changes":[{"field":"x",\
        "value":{"text":"\\u0623\\u0647\\u0644\\u0627 \\ud83c\\udf7d a\\/b @"}}]}]}\
        """;

    assertThat(deliver(sent, sign(sent)).status()).isEqualTo(200);
    assertThat(deliver(Json.read(sent, JsonNode.class).toString(), sign(sent)).status())
        .isEqualTo(401);
    assertThat(deliver(sent + "\n", sign(sent)).status()).isEqualTo(401);
    assertThat(deliveries()).isEqualTo(1);
  }

  /// Trap 46: what the dashboard's "test" button sends is taken, and forgotten.
  @Test
  void takesTheDashboardsSampleAndDoesNothingWithIt() throws Exception {
    String sample =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"0","changes":[{"field":"messages",\
        "value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"16505551111",\
        "phone_number_id":"123456123"},"contacts":[{"profile":{"name":"test user name"},\
        "wa_id":"16315551181"}],"messages":[{"from":"16315551181","id":"ABGGFlA5Fpa",\
        "timestamp":"1504902988","type":"text","text":{"body":"this is a text message"}}]}}]}]}\
        """;

    assertThat(deliver(sample, sign(sample)).status()).isEqualTo(200);
    noor.work();

    assertThat(deliveries()).isZero();
    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("message")).isZero();
  }

  /// Behaviour 3: with nobody working on what came in, 320 deliveries a second are answered within
  /// 250 ms (median) and 1 s (99 of 100), and none is lost once work begins.
  @Test
  void answersFastWhileNobodyWorksAndLosesNothing() throws Exception {
    List<Future<Long>> answered = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < RUSH; i++) {
        String body =
            text(Sample.delivery(List.of(Sample.text("9665" + i, "wamid.rush." + i, i, "x"))));
        long due = start + i * (Duration.ofSeconds(1).toNanos() / PER_SECOND);
        answered.add(senders.submit(() -> millisToAnswer(body, due)));
      }
    }
    List<Long> sorted = new ArrayList<>();
    for (Future<Long> each : answered) {
      sorted.add(each.get());
    }
    Collections.sort(sorted);

    assertThat(sorted).hasSize(RUSH);
    assertThat(sorted.get(RUSH / 2)).as("median").isLessThan(250);
    assertThat(sorted.get(RUSH * 99 / 100)).as("99 of 100").isLessThan(1_000);
    noor.work();
    assertThat(noor.count("message")).isEqualTo(RUSH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"object\":\"whatsapp_business_account\",\"entry\":[ | 400 | INVALID_INPUT",
        "not JSON at all | 400 | INVALID_INPUT",
        "[] | 400 | INVALID_INPUT",
        "{\"object\":\"page\",\"entry\":[]} | 404 | NOT_FOUND"
      })
  void keepsNothingThatIsNoDelivery(String body, int status, String code) throws Exception {
    var answer = deliver(body, sign(body));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error().code()).isEqualTo(code);
    assertThat(deliveries()).isZero();
  }

  @Test
  void keepsNothingOverThreeMegabytes() throws Exception {
    String body = " ".repeat(3 * 1024 * 1024 + 1);

    var answer = deliver(body, sign(body));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error().code()).isEqualTo("TOO_LARGE");
    assertThat(deliveries()).isZero();
  }

  /// Behaviour 4: WhatsApp keeps what we could not, and nothing has happened.
  @Test
  void asksWhatsAppToComeAgainWhenItCannotKeepADelivery() throws Exception {
    noor.inbox.stop();
    String body = text(Sample.file("in-text.json"));

    var answer = deliver(body, sign(body));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error().code()).isEqualTo("OVERLOADED");
    assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    assertThat(deliveries()).isZero();
  }

  @Test
  void refusesAFloodBeforeItFillsTheMemory() throws Exception {
    assertThat(noor.inbox.keep(new byte[200 * 1024 * 1024])).isFalse();
    assertThat(deliveries()).isZero();
  }

  private long millisToAnswer(String body, long due) throws Exception {
    LockSupport.parkNanos(due - System.nanoTime());
    long begun = System.nanoTime();
    assertThat(deliver(body, sign(body)).status()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private RunningServer.Answer deliver(String body, String signature) throws Exception {
    return server.send(
        "POST", PATH, body, request -> request.header("X-Hub-Signature-256", signature));
  }

  private long deliveries() {
    return noor.database.inSystem(transaction ->
        transaction.sql("select count(*) as n from webhook_delivery").one(row -> row.number("n")));
  }

  private static String sign(String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
