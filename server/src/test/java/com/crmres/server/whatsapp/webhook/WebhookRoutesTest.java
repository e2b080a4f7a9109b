package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.http.RunningServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRoutesTest {

  private static final String PATH = "/v1/webhooks/whatsapp";
  private static final String SECRET = "the app's secret";
  private static final int LISTENER_LIMIT = 8 * 1024 * 1024;

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

  @Test
  void keepsNothingWhoseSignatureIsWrong() throws Exception {
    var answer = deliver(text(Sample.file("in-text.json")), sign("something else"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error().code()).isEqualTo("BAD_SIGNATURE");
    assertThat(deliveries()).isZero();
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
