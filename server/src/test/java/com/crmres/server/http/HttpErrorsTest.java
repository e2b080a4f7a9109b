package com.crmres.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.ErrorEnvelope.Fault;
import io.helidon.webserver.http.HttpRouting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpErrorsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

  record Wish(UUID id, String text, int count, @Nullable String note, Role role) {}

  record Search(@Nullable UUID branch, int limit, List<Role> roles, @Nullable String text) {}

  private RunningServer server;

  @BeforeAll
  void start() {
    server =
        new RunningServer(
            Clock.fixed(NOW, ZoneOffset.UTC),
            UncheckedIOException.class::isInstance,
            HttpErrorsTest::routes);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void sendsARecordBackAsJson() throws Exception {
    var answer =
        server.send(
            "POST",
            "/wish",
            "{\"id\":\"%s\",\"text\":\"شاورما\",\"count\":2,\"role\":\"agent\",\"new\":1}"
                .formatted(new UUID(1, 2)));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.as(Wish.class))
        .isEqualTo(new Wish(new UUID(1, 2), "شاورما", 2, null, Role.AGENT));
    assertThat(answer.response().headers().firstValue("X-Request-Id")).contains("r-1");
    assertThat(answer.response().headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void namesEveryFaultOfABodyAtOnce() throws Exception {
    var answer =
        server.send(
            "POST",
            "/wish",
            "{\"id\":\"no\",\"text\":\"a\\u0000b\",\"count\":null,\"role\":\"chef\"}",
            request -> request.header("Accept-Language", "en-GB,en;q=0.9,ar;q=0.5"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.as(ErrorEnvelope.class))
        .isEqualTo(
            new ErrorEnvelope(
                new ErrorEnvelope.Body(
                    "INVALID_INPUT",
                    "Some of the input is not right.",
                    List.of(
                        new Fault("id", "It is not of the right type."),
                        new Fault("text", "It has characters that are not allowed."),
                        new Fault("count", "It is required."),
                        new Fault("role", "It is not of the right type.")),
                    NOW,
                    "r-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "2.0", "1e1", "99999999999", "true", "[]"})
  void aCountIsAWholeNumber(String count) throws Exception {
    var answer =
        server.send(
            "POST",
            "/wish",
            "{\"id\":\"%s\",\"text\":\"a\",\"count\":%s,\"role\":\"agent\"}"
                .formatted(new UUID(1, 2), count));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details()).extracting(Fault::field).containsExactly("count");
  }

  @Test
  void namesEveryFaultOfAQueryAtOnce() throws Exception {
    var answer =
        server.send(
            "GET",
            "/search?branch=1-1-1-1-1&limit=201&roles=agent,cook&text=" + "x".repeat(11),
            null,
            request -> request.header("Accept-Language", "en"));

    assertThat(answer.error().details())
        .containsExactly(
            new Fault("branch", "It is not of the right type."),
            new Fault("limit", "It must be from 1 to 200."),
            new Fault("roles", "It is not a known value."),
            new Fault("text", "It must have 0 to 10 characters."));
  }

  @Test
  void readsAQuery() throws Exception {
    var answer =
        server.send("GET", "/search?branch=%s&roles=agent,owner".formatted(new UUID(3, 4)), null);

    assertThat(answer.as(Search.class))
        .isEqualTo(new Search(new UUID(3, 4), 50, List.of(Role.OWNER, Role.AGENT), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{}{}", "\"x\"", "{\"id\":1,\"id\":2}", "\u0000"})
  void refusesWhatIsNotOneJsonObject(String body) throws Exception {
    var answer = server.send("POST", "/wish", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .containsExactly(new Fault("", "المحتوى ليس كائن JSON صحيحًا."));
  }

  @Test
  void answersInArabicUnlessAskedOtherwise() throws Exception {
    assertThat(server.send("GET", "/nowhere", null).error().message())
        .isEqualTo("لم نجد ما طلبته.");
    assertThat(
            server
                .send("GET", "/nowhere", null, r -> r.header("Accept-Language", "fr, *;q=bad"))
                .error()
                .message())
        .isEqualTo("لم نجد ما طلبته.");
  }

  @ParameterizedTest
  @CsvSource({"GET,/nowhere", "DELETE,/wish", "GET,/things/1", "GET,/things/%2e%2e"})
  void wrapsWhatIsNotThere(String method, String path) throws Exception {
    var answer = server.send(method, path, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().code()).isEqualTo("NOT_FOUND");
    assertThat(answer.error().requestId()).isEqualTo("r-1");
  }

  @Test
  void hidesWhatBrokeBehindTheRequestId() throws Exception {
    var answer = server.send("GET", "/broken", null);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error().code()).isEqualTo("INTERNAL");
    assertThat(answer.response().body()).doesNotContain("secret");
  }

  @Test
  void asksToComeAgainWhenTheFailurePasses() throws Exception {
    var answer = server.send("GET", "/away", null);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error().code()).isEqualTo("OVERLOADED");
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("2");
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, RunningServer.LISTENER_LIMIT + 1})
  void refusesABodyOverTheLimit(int size) throws Exception {
    var answer = server.send("POST", "/wish", "x".repeat(size));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error().code()).isEqualTo("TOO_LARGE");
  }

  @Test
  void refusesAChunkedBodyOverTheLimit() throws Exception {
    byte[] large = new byte[64 * 1024 + 1];
    var answer =
        server.send(
            "POST",
            "/wish",
            null,
            request ->
                request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error().code()).isEqualTo("TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a b HTTP/1.1",
        "GET / HTTP/7",
        "GET /%zz HTTP/1.1",
        "GET /search?limit=%zz HTTP/1.1"
      })
  void answersAMalformedRequestWithTheEnvelopeToo(String line) throws Exception {
    String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4").contains("{\"error\":{\"code\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Content-Length: +2",
        "Content-Length: -1"
      })
  void dropsAConnectionWhoseLengthIsAmbiguous(String headers) throws Exception {
    String answer = raw("POST /wish HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n{}");

    assertThat(answer).doesNotContain("HTTP/1.1 200");
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void hasWordsForEveryErrorInBothLanguages(ErrorCode code) {
    assertThat(ErrorTexts.message(code, "ar")).isNotBlank();
    assertThat(ErrorTexts.message(code, "en")).isNotBlank();
  }

  @Test
  void hasTheSameKeysInBothLanguages() {
    assertThat(ErrorTexts.bundle("ar").keySet()).isEqualTo(ErrorTexts.bundle("en").keySet());
    for (Rule rule : Rule.values()) {
      assertThat(ErrorTexts.bundle("ar").keySet()).contains("fault." + rule.name());
    }
  }

  /// Sends bytes as they are and returns all that comes back until the server closes.
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void routes(HttpRouting.Builder routing) {
    routing
        .post(
            "/wish",
            (request, response) -> {
              Exchange exchange = new Exchange(request, response);
              exchange.ok(exchange.read(Wish.class));
            })
        .get(
            "/search",
            (request, response) -> {
              Exchange exchange = new Exchange(request, response);
              exchange.ok(
                  exchange.query(query ->
                      new Search(
                          query.uuid("branch"),
                          query.integer("limit", 1, 200, 50),
                          List.copyOf(query.named("roles", Role.class)),
                          query.text("text", 10))));
            })
        .get(
            "/things/{id}",
            (request, response) -> {
              Exchange exchange = new Exchange(request, response);
              exchange.ok(exchange.pathId("id"));
            })
        .get(
            "/broken",
            (_, _) -> {
              throw new IllegalStateException("the secret");
            })
        .get(
            "/away",
            (_, _) -> {
              throw new UncheckedIOException(new IOException("no database"));
            });
  }
}
