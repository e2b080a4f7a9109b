package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.customer.Customers;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Hands one message to WhatsApp and says what is known of it (whatsapp-cloud-api.md 4).
public final class CloudApi {

  private final GraphApi graph;
  private final UnaryOperator<String> tokens;

  /// Makes the client.
  ///
  /// @param tokens the access token of a phone number id
  public CloudApi(GraphApi graph, UnaryOperator<String> tokens) {
    this.graph = graph;
    this.tokens = tokens;
  }

  /// Hands a message over.
  ///
  /// @param messageId our id; it comes back with every status
  SendResult send(
      String phoneNumberId, Customers.Address to, UUID messageId, MessageContent content)
      throws InterruptedException {
    JsonNode body = MessageWriter.write(to, messageId, content);
    return switch (graph.post(phoneNumberId + "/messages", body, tokens.apply(phoneNumberId))) {
      case GraphAnswer.Done(JsonNode answer) -> accepted(answer, to);
      case GraphAnswer.Refused refused -> new SendResult.Refused(refused.code(), refused.details());
      case GraphAnswer.NotSent(String reason) -> new SendResult.NotSent(reason);
      case GraphAnswer.InDoubt(String reason) -> new SendResult.InDoubt(reason);
    };
  }

  private static SendResult accepted(JsonNode answer, Customers.Address to) {
    String wamid = answer.path("messages").path(0).path("id").asText("");
    String waId = answer.path("contacts").path(0).path("wa_id").asText("");
    boolean other = to.phone() != null && !waId.isEmpty() && !waId.equals(to.phone());
    return wamid.isEmpty()
        ? new SendResult.InDoubt("an answer without message id")
        : new SendResult.Accepted(wamid, other ? waId : null);
  }
}
