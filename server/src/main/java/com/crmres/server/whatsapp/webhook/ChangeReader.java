package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.server.conversation.InboundChange;
import com.crmres.server.conversation.InboundMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.UUID;

/// Reads reactions, edits and revokes (whatsapp-cloud-api.md 2.3). Pure.
final class ChangeReader {

  private ChangeReader() {}

  /// What a message changes in an earlier one; empty if it is a message of its own, or does not say
  /// which one it changes.
  ///
  /// @param event the same as a message
  static Optional<InboundChange> read(JsonNode payload, InboundMessage event, UUID mediaId) {
    JsonNode message = payload.path("message");
    String type = text(message, "type", "");
    JsonNode body = message.path(type);
    return switch (type) {
      case "reaction" ->
          target(body, "message_id")
              .map(target ->
                  new InboundChange.Reacted(
                      target, text(body, "emoji"), event.wamid(), event.at()));
      case "edit" ->
          target(body, "original_message_id")
              .map(target ->
                  new InboundChange.Edited(target, edited(event, body.path("message"), mediaId)));
      case "revoke" ->
          target(body, "original_message_id")
              .map(target -> new InboundChange.Revoked(target, event));
      default -> Optional.empty();
    };
  }

  private static Optional<String> target(JsonNode body, String name) {
    return Optional.ofNullable(text(body, name));
  }

  private static InboundMessage edited(InboundMessage event, JsonNode message, UUID mediaId) {
    return new InboundMessage(
        event.phoneNumberId(),
        event.sender(),
        event.profileName(),
        event.wamid(),
        new ContentReader(message, MissingNode.getInstance(), mediaId).content(),
        InboundMessage.Mentions.NONE,
        event.raw(),
        event.at(),
        true);
  }
}
