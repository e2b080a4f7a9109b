package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.Simulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The completions endpoint answers in OpenRouter's shapes what a script says.
class OpenRouterTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v1/chat/completions";
  private static final String QUESTION =
      """
      {"model":"google/gemini-3.1-flash-lite","messages":[{"role":"user","content":"ابغى برجر"}]}
      """;

  private final Simulator simulator = Simulator.builder().build().start();
  private final GraphClient client = new GraphClient(simulator.url(), "sk-or-v1-test");

  @AfterEach
  void closeDoors() {
    simulator.close();
  }

  @Test
  void answersTextAfterWhiteSpaceWithUsageAndCost() throws Exception {
    simulator.openRouter().script(request -> ModelAnswer.Text.of("هلا"));

    var answer = ask(QUESTION);

    assertThat(answer.text()).startsWith("\n ");
    assertThat(answer.json().at("/choices/0/message/content").asText()).isEqualTo("هلا");
    assertThat(answer.json().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(answer.json().at("/usage/cost").decimalValue()).isPositive();
    assertThat(answer.json().path("model").asText()).startsWith("google/gemini-3.1-flash-lite-");
    assertThat(simulator.openRouter().requests()).hasSize(1);
  }

  @Test
  void answersCallsOfTools() throws Exception {
    var call = new ModelAnswer.Call("add_item", "{\"item_id\":\"cola\",\"qty\":1}");
    simulator.openRouter().script(request -> ModelAnswer.Tools.of(call));

    JsonNode json = ask(QUESTION).json();

    assertThat(json.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(json.at("/choices/0/message/content").isNull()).isTrue();
    assertThat(json.at("/choices/0/message/tool_calls/0/function/arguments").asText())
        .isEqualTo(call.arguments());
  }

  @Test
  void refusesWithRetryAfter() throws Exception {
    simulator
        .openRouter()
        .script(request -> ModelAnswer.Failure.of(429, "rate_limit_exceeded").retryAfter(40));

    var answer = ask(QUESTION);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().at("/error/metadata/error_type").asText())
        .isEqualTo("rate_limit_exceeded");
  }

  @Test
  void hidesErrorsInsideA200() throws Exception {
    simulator.openRouter().script(request -> new ModelAnswer.FailureInside(502, "server"));
    assertThat(ask(QUESTION).json().at("/error/code").asInt()).isEqualTo(502);

    simulator.openRouter().script(request -> new ModelAnswer.BrokenOff("نص", 502, "server"));
    JsonNode broken = ask(QUESTION).json();
    assertThat(broken.at("/choices/0/finish_reason").asText()).isEqualTo("error");
    assertThat(broken.at("/choices/0/error/code").asInt()).isEqualTo(502);
  }

  @Test
  void hangsUpOrAnswersLateOrNonsense() throws Exception {
    simulator.openRouter().script(request -> new ModelAnswer.HungUp());
    assertThatThrownBy(() -> ask(QUESTION)).isInstanceOf(IOException.class);

    simulator.openRouter().script(request -> new ModelAnswer.Raw(200, "text/html", "<html>"));
    assertThat(ask(QUESTION).text()).isEqualTo("<html>");

    var late = new ModelAnswer.Late(Duration.ofMillis(300), ModelAnswer.Text.of("هلا"));
    simulator.openRouter().script(request -> late);
    long begin = System.nanoTime();
    assertThat(ask(QUESTION).status()).isEqualTo(200);
    assertThat(System.nanoTime() - begin).isGreaterThan(290_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"model\":\"m\",\"messages\":[]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
        "{\"models\":[\"a\",\"b\",\"c\",\"d\"],\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"t\",\"content\":\"x\"}]}",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"t\",\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}}"
      })
  void refusesMalformedRequests(String body) throws Exception {
    simulator.openRouter().script(request -> ModelAnswer.Text.of("هلا"));

    assertThat(ask(body).status()).isEqualTo(400);
    assertThat(simulator.openRouter().requests()).isEmpty();
  }

  @Test
  void wantsTheRightKeyAndTellsCreditAndModels() throws Exception {
    simulator.openRouter().models(List.of("a/b", "c/d"));
    simulator.openRouter().remainingCredit(new BigDecimal("0.5"));

    var stranger = new GraphClient(simulator.url(), "stolen");
    assertThat(stranger.post(PATH, JSON.readTree(QUESTION)).status()).isEqualTo(401);
    assertThat(client.get("/api/v1/models").json().path("data")).hasSize(2);
    assertThat(client.get("/api/v1/key").json().at("/data/limit_remaining").asDouble())
        .isEqualTo(0.5);
  }

  private GraphClient.Answer ask(String body) throws IOException, InterruptedException {
    var publisher = BodyPublishers.ofString(body);
    return client.call(client.request(PATH).POST(publisher).build());
  }
}
