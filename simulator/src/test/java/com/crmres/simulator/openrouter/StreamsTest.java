package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A stream looks as recorded ones do.
class StreamsTest {

  private static final String WORDS = "أبشر، سجلت لك شاورما دجاج وكولا 👍 تبي شي ثاني؟";

  private final OpenRouterSimulator router = OpenRouterSimulator.start(RouterClient.KEY);
  private final RouterClient client = RouterClient.of(router);

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void textComesInPiecesAfterComments() throws Exception {
    router.script(Reply.late(Duration.ofMillis(20), Reply.text(WORDS)));

    String text = ask();
    List<JsonNode> events = events(text);

    assertThat(text).startsWith(": OPENROUTER PROCESSING\n\n").endsWith("data: [DONE]\n\n");
    assertThat(events.size()).isGreaterThan(5);
    assertThat(joined(events, "/choices/0/delta/content")).isEqualTo(WORDS);
    assertThat(events.getLast().at("/usage/cost").decimalValue()).isPositive();
    assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void theUsageMayComeWithoutChoices() throws Exception {
    router.behave(Behaviour.usageWithoutChoices());
    router.script(Reply.text(WORDS));

    JsonNode last = events(ask()).getLast();

    assertThat(last.path("choices")).isEmpty();
    assertThat(last.at("/usage/total_tokens").asInt()).isPositive();
  }

  @Test
  void argumentsComeInPiecesAndTheNameOnce() throws Exception {
    String arguments = "{\"item_id\":\"cola\",\"qty\":1,\"quote\":\"كولا\"}";
    router.script(Reply.tools(Reply.call("add_item", arguments)));

    List<JsonNode> events = events(ask());

    String call = "/choices/0/delta/tool_calls/0/";
    assertThat(joined(events, call + "function/name")).isEqualTo("add_item");
    assertThat(joined(events, call + "function/arguments")).isEqualTo(arguments);
    assertThat(events).filteredOn(event -> !event.at(call + "id").isMissingNode()).hasSize(1);
    assertThat(events)
        .filteredOn(event -> !event.at("/choices/0/delta/reasoning_details").isMissingNode())
        .hasSize(1);
  }

  @Test
  void lettersFallApartBetweenChunks() throws Exception {
    router.script(Reply.text(WORDS));
    var request = client.completion(question());
    var collector = new Chunks();
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.send(request, info -> BodyHandlers.fromSubscriber(collector).apply(info));
      collector.whole.join();
    }

    assertThat(collector.chunks).anyMatch(StreamsTest::isTorn);
  }

  @Test
  void anErrorEndsTheStreamInTheMiddle() throws Exception {
    router.script(
        new Reply.ErrorInStream("أبشر، سجل", "429", "rate_limit_exceeded"),
        new Reply.ErrorInStream("أبشر", "server_error", "server"));

    String numbered = ask();
    JsonNode worded = events(ask()).getLast();

    assertThat(numbered).doesNotContain("[DONE]");
    assertThat(events(numbered).getLast().at("/error/code").asInt()).isEqualTo(429);
    assertThat(events(numbered).getLast().at("/choices/0/finish_reason").asText())
        .isEqualTo("error");
    assertThat(worded.at("/error/code").asText()).isEqualTo("server_error");
  }

  @Test
  void aStreamMayEndWithoutSayingSo() throws Exception {
    router.script(new Reply.Undone(Reply.text(WORDS)));

    assertThat(ask()).doesNotContain("[DONE]");
  }

  private String ask() throws Exception {
    return client.ask(question()).text();
  }

  private static String question() {
    return RouterClient.question("هلا").put("stream", true).toString();
  }

  private static List<JsonNode> events(String text) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("data: {")) {
        events.add(RouterClient.JSON.readTree(line.substring("data: ".length())));
      }
    }
    return events;
  }

  private static String joined(List<JsonNode> events, String pointer) {
    return events.stream().map(event -> event.at(pointer).asText("")).collect(Collectors.joining());
  }

  private static boolean isTorn(byte[] chunk) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(chunk));
      return false;
    } catch (CharacterCodingException torn) {
      return true;
    }
  }

  /// Keeps the body in the pieces in which it arrived.
  private static final class Chunks implements Flow.Subscriber<List<ByteBuffer>> {
    private final List<byte[]> chunks = new ArrayList<>();
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        chunks.add(bytes);
      }
    }

    @Override
    public void onError(Throwable failed) {
      whole.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
      whole.complete(true);
    }
  }
}
