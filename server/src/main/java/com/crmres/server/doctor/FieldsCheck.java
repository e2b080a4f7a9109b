package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Whether the app is subscribed to the webhook fields without which messages, stops or hand-overs
/// are missed in silence (whatsapp-cloud-api.md 1.7).
record FieldsCheck(Channel channel) implements Check {

  private static final String ABOUT = "fields";
  private static final String OBJECT = "whatsapp_business_account";
  private static final List<String> NEEDED =
      List.of(
          "messages",
          "message_template_status_update",
          "account_update",
          "user_preferences",
          "standby",
          "messaging_handovers");
  private static final List<String> WELCOME =
      List.of(
          "message_template_quality_update",
          "template_category_update",
          "phone_number_quality_update",
          "business_capability_update",
          "account_alerts",
          "account_review_update",
          "security");

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    GraphAnswer described = channel.get("debug_token", Map.of("input_token", channel.token()));
    String app =
        described instanceof GraphAnswer.Done(JsonNode body)
            ? body.path("data").path("app_id").asText("")
            : "";
    return app.isEmpty() ? unknown() : fieldsOf(app);
  }

  /// An app's subscriptions are told to the app alone, which shows itself by its secret.
  private List<Finding> fieldsOf(String app) throws InterruptedException {
    String asApp = app + "|" + channel.appSecrets().getFirst();
    GraphAnswer answer = channel.graph().get(app + "/subscriptions", Map.of(), asApp);
    return answer instanceof GraphAnswer.Done(JsonNode body) ? compare(body) : unknown();
  }

  private static List<Finding> compare(JsonNode subscriptions) {
    Set<String> subscribed =
        StreamSupport.stream(subscriptions.path("data").spliterator(), false)
            .filter(subscription -> subscription.path("object").asText().equals(OBJECT))
            .flatMap(subscription ->
                StreamSupport.stream(subscription.path("fields").spliterator(), false))
            .map(field -> field.path("name").asText())
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    String missing = missing(NEEDED, subscribed);
    if (!missing.isEmpty()) {
      findings.add(Finding.fault(ABOUT, "fields.missing", missing));
    }
    String welcome = missing(WELCOME, subscribed);
    if (!welcome.isEmpty()) {
      findings.add(Finding.note(ABOUT, "fields.welcome", welcome));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.good(ABOUT, "fields.good"));
    }
    return findings;
  }

  private static String missing(List<String> fields, Set<String> subscribed) {
    return fields.stream()
        .filter(field -> !subscribed.contains(field))
        .collect(Collectors.joining(", "));
  }

  private static List<Finding> unknown() {
    return List.of(Finding.note(ABOUT, "fields.unknown"));
  }
}
