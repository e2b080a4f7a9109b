package com.crmres.server.doctor;

import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Whether an app is subscribed to the account: without that nothing ever arrives, however right
/// the dashboard looks.
record SubscriptionCheck(Channel channel) implements Check {

  private static final String ABOUT = "subscription";

  @Override
  public boolean asksWhatsApp() {
    return true;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    GraphAnswer answer = channel.get(channel.accountId() + "/subscribed_apps", Map.of());
    if (!(answer instanceof GraphAnswer.Done(JsonNode apps))) {
      return List.of(Channel.fault(ABOUT, answer));
    }
    List<String> names =
        StreamSupport.stream(apps.path("data").spliterator(), false)
            .map(app -> app.path("whatsapp_business_api_data"))
            .map(app -> app.path("name").asText(app.path("id").asText()))
            .toList();
    return switch (names.size()) {
      case 0 -> List.of(Finding.fault(ABOUT, "subscription.none", channel.accountId()));
      case 1 -> List.of(Finding.good(ABOUT, "subscription.good", names.getFirst()));
      default -> List.of(Finding.note(ABOUT, "subscription.several", String.join(", ", names)));
    };
  }
}
