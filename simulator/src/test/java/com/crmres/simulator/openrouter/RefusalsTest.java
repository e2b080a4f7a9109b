package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a careless client does wrong is refused as by the real one.
class RefusalsTest {

  private static final Reply.Call ADD = Reply.call("add_item", "{\"item_id\":\"cola\",\"qty\":1}");

  private final OpenRouterSimulator router = OpenRouterSimulator.start(RouterClient.KEY);
  private final RouterClient client = RouterClient.of(router);

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void theKeyMustBeRight() throws Exception {
    var answer =
        new RouterClient(router.baseUrl(), "stolen").ask(RouterClient.question("هلا").toString());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("/error/code")).isEqualTo("401");
    assertThat(answer.at("/error/metadata/error_type")).isEqualTo("authentication");
    assertThat(router.recorded()).isEmpty();
  }

  @Test
  void theContentTypeMustBeJson() throws Exception {
    var request = client.request("/chat/completions").POST(BodyPublishers.ofString("{}")).build();

    assertThat(client.call(request).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{'model':'google/gemini-3.1-flash-lite','messages':[]}",
        "{'messages':[{'role':'user','content':'x'}]}",
        "{'model':'nobody/nothing','messages':[{'role':'user','content':'x'}]}",
        "{'model':'openai/gpt-5.4-nano','temperature':3,'messages':[{'role':'user','content':'x'}]}",
        "{'model':'openai/gpt-5.4-nano','messages':[{'role':'robot','content':'x'}]}",
        "{'model':'openai/gpt-5.4-nano','tool_choice':'required','messages':[{'role':'user','content':'x'}]}",
        "{'models':['a/a','b/b','c/c','d/d'],'messages':[{'role':'user','content':'x'}]}",
        "{'model':'openai/gpt-5.4-nano','messages':[{'role':'tool','tool_call_id':'t','content':'x'}]}",
        "{'model':'openai/gpt-5.4-nano','messages':[{'role':'user','content':'x'}],'response_format':{'type':'json_schema','json_schema':{'name':'t','strict':true,'schema':{'type':'object','properties':{'a':{'type':'string'}}}}}}"
      })
  void aMalformedRequestIsRefused(String body) throws Exception {
    var answer = client.ask(body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/metadata/error_type")).isEqualTo("invalid_request");
  }

  @Test
  void aToolMessageMustAnswerACallOfTheMessageBeforeAndBringTheToolsAgain() throws Exception {
    router.script(Reply.tools(ADD), Reply.text("تم"));
    ObjectNode order = RouterClient.order("كولا");
    JsonNode message = client.ask(order).json().at("/choices/0/message");
    ObjectNode good = RouterClient.followUp(order, message);

    ObjectNode late = good.deepCopy();
    ((ArrayNode) late.path("messages")).insertObject(2).put("role", "user").put("content", "لا");
    ObjectNode bare = good.deepCopy().without("tools");
    ObjectNode open = good.deepCopy();
    ((ArrayNode) open.path("messages")).remove(2);

    assertThat(client.ask(late).status()).isEqualTo(400);
    assertThat(client.ask(bare).status()).isEqualTo(400);
    assertThat(client.ask(open).status()).isEqualTo(400);
    assertThat(client.ask(good).status()).isEqualTo(200);
  }

  @Test
  void gemini3WantsItsReasoningBackUnchanged() throws Exception {
    router.script(Reply.tools(ADD), Reply.text("تم"));
    ObjectNode order = RouterClient.order("كولا");
    ObjectNode message = (ObjectNode) client.ask(order).json().at("/choices/0/message");
    assertThat(message.path("reasoning_details")).hasSize(1);

    ObjectNode dropped = message.deepCopy().without("reasoning_details");
    ObjectNode changed = message.deepCopy();
    ((ObjectNode) changed.at("/reasoning_details/0")).put("index", 1);

    var refused = client.ask(RouterClient.followUp(order, dropped));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/message")).contains("missing a thought_signature");
    assertThat(client.ask(RouterClient.followUp(order, changed)).status()).isEqualTo(400);
    assertThat(client.ask(RouterClient.followUp(order, message)).status()).isEqualTo(200);
  }

  @Test
  void otherModelsDoNotSignUnlessTold() throws Exception {
    router.script(Reply.tools(ADD), Reply.tools(ADD));
    ObjectNode order = RouterClient.order("كولا").put("model", "openai/gpt-5.4-nano");

    assertThat(client.ask(order).json().at("/choices/0/message").has("reasoning_details"))
        .isFalse();
    router.behave(Behaviour.gemini3());
    assertThat(client.ask(order).json().at("/choices/0/message").has("reasoning_details")).isTrue();
  }

  @Test
  void gemini2RefusesToolsTogetherWithASchema() throws Exception {
    ObjectNode order = RouterClient.order("كولا").put("model", "google/gemini-2.5-flash");
    order.putObject("response_format").put("type", "json_object");

    var answer = client.ask(order);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).contains("response mime type");
  }

  @Test
  void aModelWithoutToolsHasNoEndpointForThem() throws Exception {
    var answer = client.ask(RouterClient.order("كولا").put("model", "cohere/command-a"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error/availability/retryable")).isEqualTo("false");
  }
}
