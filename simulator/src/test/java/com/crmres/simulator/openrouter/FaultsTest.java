package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that goes wrong at OpenRouter goes wrong here in the same shape.
class FaultsTest {

  private final OpenRouterSimulator router = OpenRouterSimulator.start(RouterClient.KEY);
  private final RouterClient client = RouterClient.of(router);

  @AfterEach
  void close() {
    router.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400,context_length_exceeded",
    "402,payment_required",
    "403,permission_denied",
    "404,not_found",
    "408,",
    "413,payload_too_large",
    "422,unprocessable",
    "429,rate_limit_exceeded",
    "500,server",
    "502,provider_unavailable",
    "503,provider_overloaded",
    "504,timeout",
    "524,timeout",
    "529,"
  })
  void everyStatusComesWithItsType(int status, String type) throws Exception {
    router.script(Reply.failure(status, type), Reply.failure(status, type).retryAfter(40));

    var plain = ask();
    var patient = ask();

    assertThat(plain.status()).isEqualTo(status);
    assertThat(plain.at("/error/code")).isEqualTo(Integer.toString(status));
    assertThat(plain.at("/error/metadata/error_type")).isEqualTo(type == null ? "" : type);
    assertThat(plain.headers().firstValue("Retry-After")).isEmpty();
    assertThat(patient.headers().firstValue("Retry-After")).contains("40");
    assertThat(plain.headers().firstValue("X-RateLimit-Limit").isPresent())
        .isEqualTo(status == 429);
  }

  @Test
  void unavailableModelsSayWhetherToTryAgain() throws Exception {
    router.script(
        Reply.unavailable(503, "temporarily_unavailable").retryAfter(7),
        Reply.unavailable(404, "privacy_restricted").withoutCode());

    var busy = ask();
    var hidden = ask();

    assertThat(busy.at("/error/availability/retryable")).isEqualTo("true");
    assertThat(busy.at("/error/availability/retry_after")).isEqualTo("7");
    assertThat(hidden.json().path("error").has("code")).isFalse();
    assertThat(hidden.at("/error/http_status")).isEqualTo("404");
    assertThat(hidden.at("/error/error_type")).isEqualTo("not_found");
    assertThat(hidden.json().at("/error/metadata").has("error_type")).isFalse();
  }

  @Test
  void errorsHideInsideA200() throws Exception {
    router.script(
        new Reply.ErrorInside(502, "provider_unavailable"),
        new Reply.ErrorInChoice("نص جم", 502, "provider_unavailable"));

    var inside = ask();
    var choice = ask();

    assertThat(inside.status()).isEqualTo(200);
    assertThat(inside.at("/error/code")).isEqualTo("502");
    assertThat(inside.json().has("choices")).isFalse();
    assertThat(choice.status()).isEqualTo(200);
    assertThat(choice.at("/choices/0/finish_reason")).isEqualTo("error");
    assertThat(choice.at("/choices/0/error/metadata/error_type")).isEqualTo("provider_unavailable");
    assertThat(choice.at("/choices/0/message/content")).isEqualTo("نص جم");
  }

  @Test
  void answersCanBeEmptyCutMalformedOrFiltered() throws Exception {
    Reply.Call call = Reply.call("add_item", "{\"item_id\":\"cola\",\"qty\":1}");
    router.script(
        new Reply.NoChoices(),
        Reply.empty(),
        Reply.cutText("عندنا شاورما وبرجر"),
        Reply.cutTools(call),
        Reply.malformedFunctionCall(),
        Reply.filtered());

    assertThat(ask().json().path("choices")).isEmpty();
    assertThat(ask().at("/choices/0/message/content")).isEmpty();
    assertThat(ask().at("/choices/0/finish_reason")).isEqualTo("length");
    JsonNode cut = ask().json();
    assertThat(cut.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(cut.at("/choices/0/message/tool_calls/0/function/arguments").asText())
        .isEqualTo("{\"item_id\":\"c");
    var malformed = ask();
    assertThat(malformed.at("/choices/0/finish_reason")).isEqualTo("error");
    assertThat(malformed.at("/choices/0/native_finish_reason"))
        .isEqualTo("MALFORMED_FUNCTION_CALL");
    assertThat(malformed.json().at("/usage/cost").decimalValue()).isZero();
    assertThat(ask().at("/choices/0/finish_reason")).isEqualTo("content_filter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"item_id\":",
        "{\"item_id\":\"cola\",\"qty\":\"two\"}",
        "[]",
        "{}{}",
        "nothing"
      })
  void toolArgumentsCanBeBrokenInAnyWay(String arguments) throws Exception {
    router.script(Reply.tools(Reply.call("order_everything", arguments)));

    JsonNode function = ask().json().at("/choices/0/message/tool_calls/0/function");

    assertThat(function.path("name").asText()).isEqualTo("order_everything");
    assertThat(function.path("arguments").asText()).isEqualTo(arguments);
  }

  @Test
  void aPageOfHtmlComesWith200() throws Exception {
    router.script(Reply.page());

    var answer = ask();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("<!DOCTYPE html>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
  }

  @Test
  void theConnectionIsResetBeforeTheHeaders() {
    router.script(Reply.reset(Reply.Moment.BEFORE_HEADERS));

    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"AFTER_HEADERS,0", "IN_BODY,40"})
  void theConnectionIsResetAfterTheHeaders(Reply.Moment moment, int bytes) throws Exception {
    router.script(Reply.reset(moment));
    var request = client.completion(RouterClient.question("هلا").toString());
    try (HttpClient http = HttpClient.newHttpClient()) {
      var response = http.send(request, BodyHandlers.ofInputStream());

      assertThat(response.statusCode()).isEqualTo(200);
      InputStream body = response.body();
      assertThat(body.readNBytes(bytes)).hasSize(bytes);
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theAnswerStallsAfterOneByte() throws Exception {
    router.script(new Reply.Stall(Duration.ofMinutes(1)));
    var request = client.completion(RouterClient.question("هلا").toString());
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.sendAsync(request, BodyHandlers.ofString());

      assertThatThrownBy(() -> answer.get(400, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      answer.cancel(true);
    }
  }

  @Test
  void anOutageComesAndGoesWhileItRuns() throws Exception {
    router.script(Reply.text("رجعنا"));

    router.behave(Behaviour.outage());
    assertThat(ask().status()).isEqualTo(503);
    router.behave(Behaviour.outage(Reply.reset(Reply.Moment.BEFORE_HEADERS)));
    assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    router.behave(Behaviour.recovered());
    assertThat(ask().at("/choices/0/message/content")).isEqualTo("رجعنا");
  }

  @Test
  void everyAnswerTakesItsTime() throws Exception {
    router.script(Reply.text("تم"));
    router.behave(Behaviour.latency(Duration.ofMillis(300)));
    long begin = System.nanoTime();

    ask();

    assertThat(System.nanoTime() - begin).isGreaterThan(290_000_000L);
  }

  private RouterClient.Answer ask() throws IOException, InterruptedException {
    return client.ask(RouterClient.question("هلا"));
  }
}
