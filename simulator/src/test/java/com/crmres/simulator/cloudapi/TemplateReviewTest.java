package com.crmres.simulator.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.ListeningBusiness;
import com.crmres.simulator.Samples;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.payload.BusinessNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Templates are listed page by page and per account, judged with a webhook each; tokens come and
/// go.
class TemplateReviewTest {

  private static final String NOURA = "966500000123";
  private static final BusinessNumber OURS =
      new BusinessNumber(GraphClient.ACCOUNT, GraphClient.NUMBER, "966115550199", "Deera");
  private static final BusinessNumber SECOND =
      new BusinessNumber("204857600123456", "209876543210987", "966115550198", "Deera");

  private final ListeningBusiness business = new ListeningBusiness();
  private final Simulator simulator =
      Simulator.builder().numbers(OURS, SECOND).webhook(business.webhook()).build().start();
  private final GraphClient graph = GraphClient.of(simulator);

  @AfterEach
  void closeDoors() {
    simulator.close();
    business.close();
  }

  @Test
  void theListComesPageByPageAndOnlyForItsAccount() throws Exception {
    for (String name : List.of("one", "two", "three")) {
      simulator.addTemplate(template(name));
    }

    JsonNode first = list(OURS, "?limit=2");
    JsonNode second = list(OURS, "?limit=2&after=" + first.at("/paging/cursors/after").asText());

    assertThat(first.path("data")).hasSize(2);
    assertThat(first.path("paging").has("next")).isTrue();
    assertThat(second.path("data")).hasSize(1);
    assertThat(second.path("paging").has("next")).isFalse();
    assertThat(list(SECOND, "").path("data")).isEmpty();
  }

  @Test
  void aPausedTemplateIsToldAndRefused() throws Exception {
    simulator.addTemplate(template("order_ready"));

    simulator.templateReview().pause("order_ready", "ar");

    ListeningBusiness.await(() -> !business.heard().isEmpty());
    assertThat(business.heard().getFirst().json().findValue("event").asText()).isEqualTo("PAUSED");
    assertThat(list(OURS, "").findValue("status").asText()).isEqualTo("PAUSED");
    assertThat(send("order_ready").json().at("/error/code").asInt()).isEqualTo(132015);

    simulator.templateReview().approve("order_ready", "ar");
    assertThat(send("order_ready").json().at("/error/code").asInt()).isNotEqualTo(132015);
    simulator.templateReview().reject("order_ready", "ar");
    assertThat(send("order_ready").json().at("/error/code").asInt()).isEqualTo(132001);
  }

  @Test
  void aRevokedTokenIsRefusedAndAnotherGoesOn() throws Exception {
    simulator.customer(NOURA, "نورة").says("هلا");
    simulator.tokens().grant("another-token");

    simulator.tokens().revoke("test-access-token");

    assertThat(graph.text(NOURA, "هلا", "a").json().at("/error/code").asInt()).isEqualTo(190);
    GraphClient other = new GraphClient(simulator.url(), "another-token");
    assertThat(other.text(NOURA, "هلا", "b").status()).isEqualTo(200);
  }

  @Test
  void nothingIsBilledToWhomAnAdvertisementBrought() throws Exception {
    simulator
        .customer(NOURA, "نورة")
        .sends(message -> message.fromAdvertisement("هلا", "120230000000012345", "عرض"));
    graph.text(NOURA, "حياك", "a");

    ListeningBusiness.await(() -> business.elements("statuses").size() >= 2);
    JsonNode sent = business.elements("statuses").getFirst();
    assertThat(sent.at("/pricing/type").asText()).isEqualTo("free_entry_point");
    assertThat(sent.at("/pricing/billable").asBoolean(true)).isFalse();
    assertThat(sent.path("conversation").has("expiration_timestamp")).isTrue();
  }

  private static ObjectNode template(String name) {
    ObjectNode request = Samples.json("req-template-create-ar.json").deepCopy();
    return request.put("name", name).put("language", "ar");
  }

  private JsonNode list(BusinessNumber number, String query) throws Exception {
    return graph.get("/v24.0/" + number.accountId() + "/message_templates" + query).json();
  }

  private GraphClient.Answer send(String name) throws Exception {
    ObjectNode body = Samples.json("out-template-positional.json").deepCopy();
    body.withObjectProperty("template").put("name", name).putObject("language").put("code", "ar");
    return graph.send(body);
  }
}
