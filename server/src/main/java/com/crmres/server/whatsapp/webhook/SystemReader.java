package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.firstOf;
import static com.crmres.server.whatsapp.webhook.Members.required;
import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.customer.IdentityChange;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads one system message of WhatsApp, which has no `contacts` and perhaps no `from`
/// (whatsapp-cloud-api.md 2.4). Pure.
final class SystemReader {

  private SystemReader() {}

  /// What WhatsApp says about a customer.
  ///
  /// @param change the identifiers that changed; null if none did
  record News(InboundMessage message, @Nullable IdentityChange change) {}

  /// Reads the payload of a message unit of type `system`.
  ///
  /// @throws UnreadableUnit if it says nothing of whom it speaks, or when
  static News read(String phoneNumberId, JsonNode payload) {
    JsonNode message = payload.path("message");
    JsonNode system = message.path("system");
    Instant at = time(message);
    NoticeKind kind = kind(system);
    IdentityChange change =
        kind == NoticeKind.NUMBER_CHANGED || kind == NoticeKind.USER_ID_CHANGED
            ? change(message, system, at)
            : null;
    return new News(
        new InboundMessage(
            phoneNumberId,
            change == null ? People.sender(message, payload.path("contact")) : change.now(),
            null,
            required(message, "id"),
            new MessageContent.Notice(kind, text(system, "body")),
            InboundMessage.Mentions.NONE,
            Members.clean(Json.write(payload)),
            at,
            false),
        change);
  }

  private static NoticeKind kind(JsonNode system) {
    return switch (text(system, "type", "")) {
      case "user_changed_number", "customer_changed_number" -> NoticeKind.NUMBER_CHANGED;
      case "user_changed_user_id" -> NoticeKind.USER_ID_CHANGED;
      case "customer_identity_changed", "user_identity_changed" -> NoticeKind.IDENTITY_CHANGED;
      default -> NoticeKind.OTHER;
    };
  }

  private static IdentityChange change(JsonNode message, JsonNode system, Instant at) {
    String phone = firstOf(text(system, "wa_id"), text(system, "new_wa_id"));
    Identifiers now =
        Identifiers.read(text(system, "user_id"), text(system, "parent_user_id"), phone, null, null)
            .orElseThrow(() -> new UnreadableUnit("a change to nothing"));
    return new IdentityChange(
        Identifiers.userId(text(system, "previous_user_id")),
        firstOf(text(message, "from"), text(system, "customer")),
        now,
        at);
  }

  private static Instant time(JsonNode message) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(required(message, "timestamp")));
    } catch (NumberFormatException e) {
      throw new UnreadableUnit("a message whose time is no number");
    }
  }
}
