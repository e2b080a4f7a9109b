package com.crmres.simulator.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.ListeningBusiness;
import com.crmres.simulator.Samples;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.weather.SendFault;
import com.crmres.simulator.weather.Weather;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The API takes what Meta takes, refuses what Meta refuses, and tells what became of each send.
class SendTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOURA = "966500000123";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofMillis(300);

  private final ListeningBusiness business = new ListeningBusiness();
  private Simulator simulator = start(Limits.FAITHFUL);
  private GraphClient graph = GraphClient.of(simulator);

  @BeforeEach
  void nouraWrites() {
    simulator.customer(NOURA, "نورة العتيبي").says("السلام عليكم");
    simulator.customer(simulator.people().find("SA.20261122000000012345")).says("Hi");
  }

  @AfterEach
  void closeDoors() {
    simulator.close();
    business.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "out-text",
        "out-text-reply",
        "out-image-link",
        "out-interactive-buttons",
        "out-interactive-list",
        "out-interactive-cta-url",
        "out-interactive-catalog",
        "out-interactive-product",
        "out-interactive-product-list",
        "out-interactive-carousel-cta",
        "out-interactive-flow",
        "out-location-request",
        "out-location",
        "out-contacts",
        "out-reaction",
        "out-reaction-remove"
      })
  void takesEveryRecordedMessage(String sample) throws Exception {
    var answer = graph.send(Samples.json(sample + ".json"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(Samples.shape(answer.json()))
        .isEqualTo(Samples.shape(Samples.json("resp-send-ok.json")));
    assertThat(simulator.sends().all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out-text-to-bsuid", "out-request-contact-info"})
  void takesMessagesToABusinessScopedId(String sample) throws Exception {
    var answer = graph.send(Samples.json(sample + ".json"));

    assertThat(Samples.shape(answer.json()))
        .isEqualTo(Samples.shape(Samples.json("resp-send-ok-bsuid.json")));
  }

  @Test
  void takesAMessageWithUploadedMediaAndRefusesAnUnknownId() throws Exception {
    ObjectNode message = (ObjectNode) Samples.json("out-image-id.json");
    assertThat(graph.send(message).json().path("error").path("code").asInt()).isEqualTo(131009);

    var uploaded = upload("picture".getBytes(StandardCharsets.UTF_8));
    message.withObjectProperty("image").put("id", uploaded.path("id").asText());

    assertThat(Samples.shape(uploaded))
        .isEqualTo(Samples.shape(Samples.json("resp-media-upload.json")));
    assertThat(graph.send(message).status()).isEqualTo(200);
  }

  @Test
  void givesOutMediaAtAnAddressWithTheSameToken() throws Exception {
    String id = upload("picture".getBytes(StandardCharsets.UTF_8)).path("id").asText();

    var described = graph.get("/v24.0/" + id).json();
    assertThat(Samples.shape(described))
        .isEqualTo(Samples.shape(Samples.json("resp-media-get-url.json")));
    String url = described.path("url").asText();
    assertThat(graph.get(url).text()).isEqualTo("picture");
    assertThat(graph.get(url.replace("hash=AR", "hash=XX")).status()).isEqualTo(404);
    assertThat(new GraphClient(simulator.url(), "stolen").get(url).status()).isEqualTo(401);
    assertThat(graph.delete("/v24.0/" + id).json()).isEqualTo(Samples.json("resp-success.json"));
    assertThat(graph.get(url).status()).isEqualTo(404);
  }

  @Test
  void tellsSentDeliveredAndReadWithOurOwnMark() throws Exception {
    graph.text(NOURA, "أهلاً نورة", "msg-1");
    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();

    List<JsonNode> statuses = business.elements("statuses");
    assertThat(statuses)
        .extracting(status -> status.path("status").asText())
        .containsExactly("sent", "delivered", "read");
    assertThat(statuses)
        .allMatch(status -> status.path("biz_opaque_callback_data").asText().equals("msg-1"))
        .allMatch(status ->
            status.path("id").asText().equals(simulator.sends().all().getFirst().messageId()));
    assertThat(statuses.getFirst().path("pricing").path("category").asText()).isEqualTo("service");
  }

  @Test
  void marksAsReadWithoutSendingAnything() throws Exception {
    JsonNode read = Samples.json("out-mark-read-typing.json");

    assertThat(graph.send(read).json()).isEqualTo(Samples.json("resp-success.json"));
    assertThat(simulator.sends().wasRead(read.path("message_id").asText())).isTrue();
    assertThat(simulator.sends().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "130429, resp-error-130429-throughput",
    "131009, resp-error-131009-parameter-value",
    "131047, resp-error-131047-window",
    "131056, resp-error-131056-pair",
    "131062, resp-error-131062-bsuid",
    "132000, resp-error-132000-params",
    "132001, resp-error-132001-template",
    "190, resp-error-190-token",
    "131000, resp-error-5xx-131000",
    "100, resp-error-100-parameter"
  })
  void everyErrorHasTheRecordedShapeAndCode(int code, String sample) throws Exception {
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.Refused(code, 1)));

    var answer = graph.text(NOURA, "هلا", "msg-1");

    assertThat(Samples.shape(answer.json()))
        .isEqualTo(Samples.shape(Samples.json(sample + ".json")));
    assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(GraphError.of(code).status()).isGreaterThan(399);
    assertThat(simulator.sends().all()).isEmpty();
  }

  @Test
  void refusesAWrongTokenAndAnUnknownNumber() throws Exception {
    var stranger = new GraphClient(simulator.url(), "stolen");

    assertThat(stranger.text(NOURA, "هلا", "m").status()).isEqualTo(401);
    var answer = graph.post("/v24.0/555/messages", Samples.json("out-text.json"));
    assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100|{\"to\":\"966500000123\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
        "100|{\"messaging_product\":\"whatsapp\",\"to\":\"966500000123\",\"type\":\"text\",\"text\":{\"body\":\"x\",\"bodyy\":\"x\"}}",
        "100|{\"messaging_product\":\"whatsapp\",\"to\":\"966500000123\",\"type\":\"hologram\",\"hologram\":{}}",
        "131008|{\"messaging_product\":\"whatsapp\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
        "131008|{\"messaging_product\":\"whatsapp\",\"to\":\"966500000123\",\"type\":\"text\"}",
        "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"abc1\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
        "131021|{\"messaging_product\":\"whatsapp\",\"to\":\"966115550199\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}",
        "131009|{\"messaging_product\":\"whatsapp\",\"to\":\"966500000123\",\"type\":\"location\",\"location\":{\"latitude\":124,\"longitude\":1}}"
      })
  void refusesWhatIsMisspeltMissingOrImpossible(int code, String body) throws Exception {
    var answer = graph.send(JSON.readTree(body));

    assertThat(answer.json().path("error").path("code").asInt()).as(answer.text()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "/interactive/action/buttons/0/reply, title, 21",
    "/interactive/action/buttons/0/reply, id, 257",
    "/interactive/body, text, 1025",
    "/interactive/footer, text, 61",
    "/interactive/header, text, 61"
  })
  void refusesButtonsWhoseTextIsTooLong(String pointer, String field, int length) throws Exception {
    JsonNode message = Samples.json("out-interactive-buttons.json");
    ((ObjectNode) message.at(pointer)).put(field, "x".repeat(length));

    assertThat(graph.send(message).json().path("error").path("code").asInt()).isEqualTo(131009);

    ((ObjectNode) message.at(pointer)).put(field, "x".repeat(length - 1));
    assertThat(graph.send(message).status()).isEqualTo(200);
  }

  @Test
  void refusesATextBeyond4096Characters() throws Exception {
    assertThat(graph.text(NOURA, "x".repeat(4097), "m").status()).isEqualTo(400);
    assertThat(graph.text(NOURA, "x".repeat(4096), "m").status()).isEqualTo(200);
  }

  @Test
  void refusesMoreThanTenRowsInAllSectionsTogether() throws Exception {
    JsonNode message = Samples.json("out-interactive-list.json");
    for (int row = 0; row < 8; row++) {
      ((ArrayNode) message.at("/interactive/action/sections/" + row % 2 + "/rows"))
          .addObject()
          .put("id", "extra:" + row)
          .put("title", "فرع " + row);
    }

    var answer = graph.send(message);

    assertThat(answer.text()).contains("131009").contains("row count");
  }

  @Test
  void refusesFreeTextToSomeoneWhoDidNotWriteIn24Hours() throws Exception {
    var answer = graph.text("966500000999", "عرض اليوم", "m");

    assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(131047);
  }

  @Test
  void refusesWhatComesTooFastForTheNumberOrForTheCustomer() throws Exception {
    restart(Limits.FAITHFUL.withPairs(2, Duration.ofHours(1)));
    graph.text(NOURA, "1", "a");
    graph.text(NOURA, "2", "b");
    assertThat(graph.text(NOURA, "3", "c").json().path("error").path("code").asInt())
        .isEqualTo(131056);

    restart(Limits.FAITHFUL.withThroughput(1));
    graph.text(NOURA, "1", "a");
    assertThat(graph.text(NOURA, "2", "b").json().path("error").path("code").asInt())
        .isEqualTo(130429);
  }

  @Test
  void createsTemplatesThatAreApprovedLaterAndChecksTheirParameters() throws Exception {
    JsonNode create = Samples.json("req-template-create-ar.json");
    String path = "/v24.0/" + GraphClient.ACCOUNT + "/message_templates";
    JsonNode send = Samples.json("out-template-positional.json");
    assertThat(graph.send(send).json().path("error").path("code").asInt()).isEqualTo(132001);

    var created = graph.post(path, create).json();
    assertThat(Samples.shape(created))
        .isEqualTo(Samples.shape(Samples.json("resp-template-create.json")));
    assertThat(created.path("status").asText()).isEqualTo("PENDING");
    assertThat(simulator.awaitQuiet(LIMIT, Duration.ofMillis(1500))).isTrue();

    assertThat(graph.get(path).json().at("/data/0/status").asText()).isEqualTo("APPROVED");
    assertThat(Samples.shape(business.heard().getLast().json()))
        .isEqualTo(Samples.shape(Samples.json("wh-template-status-approved.json")));
    assertThat(graph.send(send).json().at("/messages/0/message_status").asText())
        .isEqualTo("accepted");
    assertThat(simulator.sends().all().getLast().text())
        .isEqualTo("هلا نورة، طلبك رقم 4711 جاهز للاستلام من فرع العليا. نتشرف بزيارتك.");
    ((ArrayNode) send.at("/template/components/0/parameters")).remove(2);
    assertThat(graph.send(send).json().path("error").path("code").asInt()).isEqualTo(132000);
  }

  @Test
  void describesNumbersAndSubscriptions() throws Exception {
    assertThat(Samples.shape(graph.get("/v24.0/" + GraphClient.NUMBER).json()))
        .isEqualTo(Samples.shape(Samples.json("resp-phone-number.json")));
    String apps = "/v24.0/" + GraphClient.ACCOUNT + "/subscribed_apps";
    assertThat(graph.post(apps, JSON.createObjectNode()).json())
        .isEqualTo(Samples.json("resp-success.json"));
    assertThat(graph.get(apps).json().path("data")).hasSize(1);
  }

  @Test
  void losesTheAnswerButNotTheMessage() throws Exception {
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.AnswerLost(1)));

    assertThatThrownBy(() -> graph.text(NOURA, "هلا", "msg-7")).isInstanceOf(IOException.class);

    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    assertThat(simulator.sends().all()).hasSize(1).noneMatch(Send::answered);
    assertThat(business.elements("statuses"))
        .hasSize(3)
        .allMatch(status -> status.path("biz_opaque_callback_data").asText().equals("msg-7"));
  }

  @Test
  void keepsTheAnswerBackUntilNobodyWaitsForIt() throws Exception {
    Duration held = Duration.ofMillis(300);
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.AnswerLate(held, 1)));
    long start = System.nanoTime();

    assertThatThrownBy(() -> graph.text(NOURA, "هلا", "msg-8")).isInstanceOf(IOException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(held);
    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    assertThat(simulator.sends().all()).hasSize(1).noneMatch(Send::answered);
    assertThat(business.elements("statuses")).hasSize(3);
  }

  @Test
  void cutsTheConnectionBeforeAnythingWasAccepted() throws Exception {
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.ConnectionCut(1)));

    assertThatThrownBy(() -> graph.text(NOURA, "هلا", "m")).isInstanceOf(IOException.class);

    assertThat(simulator.sends().all()).isEmpty();
  }

  @Test
  void answersWithAPageOfHtml() throws Exception {
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.HtmlPage(1)));

    var answer = graph.text(NOURA, "هلا", "m");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("<html>");
  }

  @Test
  void reportsAFailureLater() throws Exception {
    simulator.weather(Weather.calm(1).withSendFaults(new SendFault.FailedLater(131047, 1)));
    graph.text(NOURA, "هلا", "msg-9");
    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();

    assertThat(Samples.shape(business.heard().getLast().json()))
        .isEqualTo(Samples.shape(Samples.json("st-failed-131047-window-closed.json")));
  }

  @Test
  void reportsAnUnreachableCustomerAsUndeliverable() throws Exception {
    simulator.people().loseContactWith(NOURA);
    graph.text(NOURA, "هلا", "msg-9");
    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();

    assertThat(Samples.shape(business.heard().getLast().json()))
        .isEqualTo(Samples.shape(Samples.json("st-failed-131026-undeliverable.json")));
  }

  @Test
  void tellsTheStatusBeforeTheAnswer() throws Exception {
    simulator.weather(Weather.calm(1).withStatusFirst(1));

    graph.text(NOURA, "هلا", "msg-1");

    assertThat(business.elements("statuses")).isNotEmpty();
  }

  private JsonNode upload(byte[] bytes) throws IOException, InterruptedException {
    String head =
        """
        --x\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="a.jpg"\r
        Content-Type: image/jpeg\r
        \r
        """;
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(bytes),
            BodyPublishers.ofString("\r\n--x--\r\n"));
    var request =
        graph
            .request("/v24.0/" + GraphClient.NUMBER + "/media")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(body)
            .build();
    return graph.call(request).json();
  }

  private void restart(Limits limits) {
    simulator.close();
    simulator = start(limits);
    graph = GraphClient.of(simulator);
    nouraWrites();
  }

  private Simulator start(Limits limits) {
    return Simulator.builder().webhook(business.webhook()).limits(limits).build().start();
  }
}
