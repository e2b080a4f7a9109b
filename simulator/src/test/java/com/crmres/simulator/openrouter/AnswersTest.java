package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A good answer looks as recorded ones do.
class AnswersTest {

  private static final Reply.Call ADD = Reply.call("add_item", "{\"item_id\":\"cola\",\"qty\":1}");

  private final OpenRouterSimulator router = OpenRouterSimulator.start(RouterClient.KEY);
  private final RouterClient client = RouterClient.of(router);

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void textComesAfterWhiteSpaceWithTheDatedModelAndTheIdOfTheGeneration() throws Exception {
    router.script(Reply.text("هلا والله"));

    var answer = client.ask(RouterClient.question("السلام عليكم"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("\n         \n");
    assertThat(answer.at("/choices/0/message/content")).isEqualTo("هلا والله");
    assertThat(answer.at("/choices/0/finish_reason")).isEqualTo("stop");
    assertThat(answer.at("/model")).isEqualTo("google/gemini-3.1-flash-lite-20260507");
    assertThat(answer.headers().firstValue("X-Generation-Id")).contains(answer.at("/id"));
    assertThat(answer.json().at("/usage/cost").decimalValue()).isPositive();
  }

  @Test
  void callsOfToolsComeWithArgumentsInAStringAndNoContent() throws Exception {
    router.script(Reply.tools(ADD, ADD), Reply.toolsAndText("أبشر", ADD));

    JsonNode calls = client.ask(RouterClient.order("كولا")).json();
    JsonNode both = client.ask(RouterClient.order("كولا")).json();

    assertThat(calls.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(calls.at("/choices/0/message/content").isNull()).isTrue();
    assertThat(calls.at("/choices/0/message/tool_calls")).hasSize(2);
    assertThat(calls.at("/choices/0/message/tool_calls/1/function/arguments").asText())
        .isEqualTo(ADD.arguments());
    assertThat(calls.at("/choices/0/message/tool_calls/0/id"))
        .isNotEqualTo(calls.at("/choices/0/message/tool_calls/1/id"));
    assertThat(both.at("/choices/0/message/content").asText()).isEqualTo("أبشر");
  }

  @Test
  void headersComeAtOnceAndWhiteSpaceDripsUntilTheAnswerIsReady() throws Exception {
    router.behave(Behaviour.dripEvery(Duration.ofMillis(50)));
    router.script(Reply.late(Duration.ofMillis(1_200), Reply.text("تم")));
    var request = client.completion(RouterClient.question("هلا").toString());
    try (HttpClient http = HttpClient.newHttpClient()) {
      long begin = System.nanoTime();
      var response = http.send(request, BodyHandlers.ofInputStream());
      long headers = System.nanoTime() - begin;
      String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
      long whole = System.nanoTime() - begin;

      assertThat(whole).isGreaterThan(1_190_000_000L);
      assertThat(headers).isLessThan(whole - 100_000_000L);
      assertThat(text.indexOf('{')).isGreaterThanOrEqualTo(8 * 11);
    }
  }

  @Test
  void anyReplyCanBeAtAnyPrice() throws Exception {
    router.script(Reply.priced("0.75", Reply.text("غالي")));

    var answer = client.ask(RouterClient.question("هلا"));

    assertThat(answer.json().at("/usage/cost").decimalValue()).isEqualByComparingTo("0.75");
    assertThat(client.get("/key").json().at("/data/limit_remaining").decimalValue())
        .isEqualByComparingTo("73.75");
  }

  @Test
  void anAnswerThatNobodyWaitedForIsPaidAllTheSame() throws Exception {
    router.script(Reply.late(Duration.ofMinutes(1), Reply.priced("0.5", Reply.text("تأخرت"))));
    var request = client.completion(RouterClient.question("هلا").toString());
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).get();
      answer.body().close();
    }

    assertThat(client.get("/key").json().at("/data/limit_remaining").decimalValue())
        .isEqualByComparingTo("74");
  }

  @Test
  void manyAskAtOnce() throws Exception {
    router.model(request -> Reply.text("تم"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = IntStream.range(0, 200).mapToObj(i -> threads.submit(this::content)).toList();
      for (var answer : asked) {
        assertThat(answer.get()).isEqualTo("تم");
      }
    }
    assertThat(router.recorded()).hasSize(200);
  }

  @Test
  void theNextModelAnswersWhenTheFirstIsDown() throws Exception {
    router.behave(Behaviour.down("google/gemini-3.1-flash-lite"));
    router.script(Reply.text("تم"));
    ObjectNode question = RouterClient.question("هلا");
    question.putArray("models").add("openai/gpt-5.4-nano");

    assertThat(client.ask(question).at("/model")).startsWith("openai/gpt-5.4-nano-");

    var alone = client.ask(RouterClient.question("هلا"));
    assertThat(alone.status()).isEqualTo(429);
    assertThat(alone.at("/error/availability/code")).isEqualTo("capacity_exhausted");
  }

  @Test
  void scriptsAreGivenInOrderAndThenTheStandingModelAnswers() throws Exception {
    router.script(Reply.text("أول"), Reply.text("ثاني"));
    router.model(request -> Reply.text("ثالث"));

    assertThat(content()).isEqualTo("أول");
    assertThat(router.unused()).hasSize(1);
    assertThat(content()).isEqualTo("ثاني");
    assertThat(content()).isEqualTo("ثالث");
    assertThat(router.recorded()).hasSize(3);
    assertThat(router.recorded().getFirst().text()).contains("هلا");
    assertThat(router.recorded().getFirst().headers()).doesNotContainKey("authorization");
  }

  @Test
  void aRequestThatNothingIsScriptedForFailsLoudly() throws Exception {
    var unscripted = OpenRouterSimulator.start(RouterClient.KEY);

    var answer = RouterClient.of(unscripted).ask(RouterClient.question("هلا"));

    assertThat(answer.status()).isEqualTo(500);
    assertThatThrownBy(unscripted::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 requests");
  }

  private String content() throws Exception {
    return client.ask(RouterClient.question("هلا")).at("/choices/0/message/content");
  }
}
