package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Whether the number is connected, of good quality, may send, and belongs to the account that is
/// set.
record NumberCheck(Channel channel) implements Check {

  private static final String ABOUT = "number";
  private static final String FIELDS =
      "id,display_phone_number,verified_name,status,name_status,quality_rating,throughput,health_status";

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    GraphAnswer answer = channel.get(channel.phoneNumberId(), Map.of("fields", FIELDS));
    if (!(answer instanceof GraphAnswer.Done(JsonNode number))) {
      return List.of(Channel.fault(ABOUT, answer));
    }
    List<Finding> findings = new ArrayList<>(read(number));
    findings.addAll(home());
    if (findings.isEmpty()) {
      findings.add(
          Finding.good(
              ABOUT,
              "number.good",
              number.path("display_phone_number").asText(""),
              number.path("verified_name").asText(""),
              number.path("throughput").path("level").asText("?")));
    }
    return findings;
  }

  private static List<Finding> read(JsonNode number) {
    List<Finding> findings = new ArrayList<>();
    String status = number.path("status").asText("CONNECTED");
    if (!status.equals("CONNECTED")) {
      findings.add(Finding.fault(ABOUT, "number.status", status));
    }
    String quality = number.path("quality_rating").asText("");
    if (quality.equals("RED")) {
      findings.add(Finding.fault(ABOUT, "number.quality", quality));
    } else if (quality.equals("YELLOW")) {
      findings.add(Finding.note(ABOUT, "number.quality", quality));
    }
    String name = number.path("name_status").asText("");
    if (name.equals("DECLINED") || name.equals("EXPIRED")) {
      findings.add(Finding.fault(ABOUT, "number.name", name));
    }
    String health = number.path("health_status").path("can_send_message").asText("");
    if (health.equals("BLOCKED")) {
      findings.add(Finding.fault(ABOUT, "number.blocked", reasons(number)));
    } else if (health.equals("LIMITED")) {
      findings.add(Finding.note(ABOUT, "number.limited", reasons(number)));
    }
    return findings;
  }

  private static String reasons(JsonNode number) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode entity : number.path("health_status").path("entities")) {
      entity
          .path("errors")
          .forEach(error -> reasons.add(error.path("error_description").asText("")));
    }
    return String.join("; ", reasons);
  }

  /// Ids of number and account are easily taken for one another.
  private List<Finding> home() throws InterruptedException {
    GraphAnswer answer =
        channel.get(channel.accountId() + "/phone_numbers", Map.of("fields", "id", "limit", "100"));
    if (!(answer instanceof GraphAnswer.Done(JsonNode numbers))) {
      return List.of(Channel.fault("account", answer));
    }
    boolean ours =
        StreamSupport.stream(numbers.path("data").spliterator(), false)
            .anyMatch(number -> number.path("id").asText().equals(channel.phoneNumberId()));
    return ours
        ? List.of()
        : List.of(
            Finding.fault(ABOUT, "number.elsewhere", channel.phoneNumberId(), channel.accountId()));
  }
}
