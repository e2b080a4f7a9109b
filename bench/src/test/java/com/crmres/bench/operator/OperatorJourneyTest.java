package com.crmres.bench.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.wire.Json;
import com.crmres.server.whatsapp.template.StandardTemplates;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.payload.BusinessNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An operator's evening on a real server: the doctor looks it over, and what came for a number
/// that nobody had assigned gets through once it is.
class OperatorJourneyTest {

  private static final String DOCTOR = "com.crmres.server.Checkup";
  private static final String OPERATOR = "com.crmres.server.Operator";
  private static final BusinessNumber OURS =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Deera Restaurant");
  private static final BusinessNumber FORGOTTEN =
      new BusinessNumber("104857600123456", "209876543210987", "966115550198", "Deera Restaurant");

  @Test
  void theDoctorFindsNoFaultAndASetAsideMessageGetsThrough() throws Exception {
    try (House house = House.open();
        Simulator simulator = simulator();
        ServerNode node =
            house.node("node", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString()))) {
      node.start();
      simulator.target(node.webhook());
      approveTemplates(simulator);
      ServerNode.Said doctor = node.run(DOCTOR, "--json");
      assertThat(doctor.text()).contains("webhook.own.good", "webhook.public.good", "ports.ours");
      assertThat(doctor.code()).as(doctor.text()).isZero();

      simulator.line(FORGOTTEN).customer(simulator.people().find("966500000123")).says("هلا");
      assertThat(simulator.awaitQuiet(Duration.ofSeconds(60), Duration.ofSeconds(3))).isTrue();
      JsonNode items =
          Json.read(node.run(OPERATOR, "inbox", "list", "--json").text(), JsonNode.class)
              .path("items");
      assertThat(items).hasSize(1);
      assign(house);

      ServerNode.Said replay =
          node.run(OPERATOR, "inbox", "replay", items.path(0).path("id").asText());

      assertThat(replay.code()).as(replay.text()).isZero();
      assertThat(simulator.awaitQuiet(Duration.ofSeconds(60), Duration.ofSeconds(3))).isTrue();
      assertThat(simulator.ledger().unanswered()).isEmpty();
      assertThat(node.run(OPERATOR, "inbox", "list").text()).contains("Nothing.");
    }
  }

  @Test
  void theDoctorSaysWhatToDoWhenTheServerIsAwayAndTheTokenIsWrong() throws Exception {
    try (House house = House.open();
        Simulator simulator = simulator();
        ServerNode node =
            house.node(
                "node",
                Map.of(
                    "WHATSAPP_GRAPH_URL",
                    simulator.url().toString(),
                    "WHATSAPP_ACCESS_TOKEN",
                    "an-old-token"))) {
      ServerNode.Said doctor = node.run(DOCTOR);

      assertThat(doctor.code()).isEqualTo(1);
      assertThat(doctor.text()).contains("FAULT", "Generate token").doesNotContain("an-old-token");
      assertThat(node.run(OPERATOR, "sends", "list").code()).isEqualTo(1);
    }
  }

  private static Simulator simulator() {
    return Simulator.builder()
        .appSecret(House.appSecret())
        .numbers(OURS, FORGOTTEN)
        .build()
        .start();
  }

  /// WhatsApp has approved what the house submitted.
  private static void approveTemplates(Simulator simulator) {
    for (String name : StandardTemplates.names()) {
      for (String language : StandardTemplates.languages()) {
        simulator.addTemplate(
            Json.read(
                """
                {"name": "%s", "language": "%s", "category": "UTILITY",
                 "components": [{"type": "BODY", "text": "Your order is on its way."}]}
                """
                    .formatted(name, language),
                JsonNode.class));
      }
    }
  }

  private static void assign(House house) throws Exception {
    try (Connection connection = house.lookBehindTheWall();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into whatsapp_number (restaurant_id, account_id, phone_number_id)
          select restaurant_id, account_id, '209876543210987' from whatsapp_number
          """);
    }
  }
}
