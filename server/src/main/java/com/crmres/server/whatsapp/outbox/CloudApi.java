package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.Outgoing;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// Hands one message to WhatsApp and says what is known of it (whatsapp-cloud-api.md 4).
public final class CloudApi {

  private static final Logger LOG = System.getLogger(CloudApi.class.getName());

  /// The error of a request that is wrong in itself.
  private static final int INVALID_PARAMETER = 131009;

  /// The error of a file that WhatsApp cannot take.
  private static final int MEDIA_ERROR = 131053;

  private final GraphApi graph;
  private final UnaryOperator<String> tokens;
  private final MediaUploads uploads;

  /// Makes a client that sends no files.
  ///
  /// @param tokens the access token of a phone number id
  public CloudApi(GraphApi graph, UnaryOperator<String> tokens) {
    this(
        graph,
        tokens,
        (_, _, _) -> {
          throw MediaUnavailable.forGood("no files are sent from here");
        });
  }

  /// Makes the client.
  ///
  /// @param tokens the access token of a phone number id
  public CloudApi(GraphApi graph, UnaryOperator<String> tokens, MediaUploads uploads) {
    this.graph = graph;
    this.tokens = tokens;
    this.uploads = uploads;
  }

  /// Hands a message over, or a sign on one.
  SendResult send(OutboxStore.Held held, Outgoing outgoing) throws InterruptedException {
    return switch (outgoing) {
      case Outgoing.Said said -> send(held, said);
      case Outgoing.Reacted(Customers.Address to, String wamid, String emoji) ->
          wamid.isEmpty()
              ? refused(INVALID_PARAMETER, "the message cannot be reached any more")
              : post(held, to, MessageWriter.reaction(to, held.messageId(), wamid, emoji));
    };
  }

  private SendResult send(OutboxStore.Held held, Outgoing.Said said) throws InterruptedException {
    try {
      return post(
          held,
          said.to(),
          MessageWriter.write(
              said.to(),
              held.messageId(),
              said.quoted(),
              said.content(),
              mediaId -> uploads.whatsAppId(held.restaurantId(), held.phoneNumberId(), mediaId)));
    } catch (MediaUnavailable e) {
      String reason = String.valueOf(e.getMessage());
      return e.isPassing()
          ? new SendResult.Deferred(uploadDelay(held.attempt()), reason)
          : refused(MEDIA_ERROR, reason);
    }
  }

  /// A file on its way says nothing about the number's way to WhatsApp, so its message waits and no
  /// other does: after 1, 2, 4, 8, 16, 16, … s.
  private static Duration uploadDelay(int attempt) {
    return Duration.ofSeconds(1L << Math.clamp(attempt - 1, 0, 4));
  }

  private static SendResult refused(int code, String reason) {
    return new SendResult.Refused(code, reason, false);
  }

  private SendResult post(OutboxStore.Held held, Customers.Address to, JsonNode body)
      throws InterruptedException {
    String number = held.phoneNumberId();
    String token;
    try {
      token = tokens.apply(number);
    } catch (IllegalStateException | DatabaseException e) {
      LOG.log(Level.WARNING, "number " + number + " has no usable token", e);
      return new SendResult.NotSent("no usable token");
    }
    return switch (graph.post(number + "/messages", body, token)) {
      case GraphAnswer.Done(JsonNode answer) -> accepted(answer, to);
      case GraphAnswer.Refused refused ->
          new SendResult.Refused(refused.code(), refused.details(), refused.passing());
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
