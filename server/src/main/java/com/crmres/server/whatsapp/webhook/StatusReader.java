package com.crmres.server.whatsapp.webhook;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.server.whatsapp.MessageReport;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one status of WhatsApp (whatsapp-cloud-api.md 3). Pure.
final class StatusReader {

  private static final int UNDELIVERABLE = 131026;

  private StatusReader() {}

  /// How far a message of ours came.
  ///
  /// @param messageId our own id, which travelled in `biz_opaque_callback_data`; null if it did not
  /// @param status null for one that moves nothing
  /// @param word WhatsApp's own for it, which may say more
  /// @param code WhatsApp's error code for a failure; null if there is none
  /// @param failure WhatsApp's words for a failure
  /// @param element all that WhatsApp told
  record Status(
      String wamid,
      @Nullable UUID messageId,
      @Nullable DeliveryStatus status,
      String word,
      Instant at,
      @Nullable Integer code,
      @Nullable String failure,
      JsonNode element) {

    /// What others than the message itself may want to know of it.
    MessageReport report(UUID ourMessageId, String phoneNumberId) {
      return new MessageReport(
          ourMessageId,
          phoneNumberId,
          element.path("status").asText(""),
          at,
          code,
          element.path("pricing"),
          element.path("conversation"));
    }
  }

  /// Reads the payload of a status unit.
  ///
  /// @throws UnreadableUnit if it has no id or no time
  static Status read(JsonNode payload) {
    JsonNode status = payload.path("status");
    String wamid = status.path("id").asText("");
    if (wamid.isEmpty()) {
      throw new UnreadableUnit("a status without id");
    }
    return new Status(
        wamid,
        ourId(status.path("biz_opaque_callback_data").asText("")),
        rank(status.path("status").asText("")),
        status.path("status").asText(""),
        time(status),
        code(status.path("errors").path(0)),
        failure(status.path("errors").path(0)),
        status);
  }

  private static @Nullable UUID ourId(String callbackData) {
    try {
      return callbackData.isEmpty() ? null : UUID.fromString(callbackData);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// A voice note that was played was read.
  private static @Nullable DeliveryStatus rank(String word) {
    return switch (word) {
      case "sent" -> DeliveryStatus.SENT;
      case "delivered" -> DeliveryStatus.DELIVERED;
      case "read", "played" -> DeliveryStatus.READ;
      case "failed" -> DeliveryStatus.FAILED;
      default -> null;
    };
  }

  private static Instant time(JsonNode status) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(status.path("timestamp").asText("")));
    } catch (NumberFormatException e) {
      throw new UnreadableUnit("a status whose time is no number");
    }
  }

  /// It may be written as a text.
  private static @Nullable Integer code(JsonNode error) {
    int code = error.path("code").asInt(-1);
    return code < 0 ? null : code;
  }

  private static @Nullable String failure(JsonNode error) {
    if (error.isMissingNode()) {
      return null;
    }
    String details = error.path("error_data").path("details").asText("");
    String words = details.isEmpty() ? error.path("title").asText("") : details;
    if (error.path("code").asInt() == UNDELIVERABLE) {
      // WhatsApp hides why on purpose: screens have words of their own for it (trap 48).
      return UNDELIVERABLE + " " + words;
    }
    return Optional.of(words)
        .filter(text -> !text.isEmpty())
        .orElse("WhatsApp " + error.path("code").asText());
  }
}
