package com.crmres.simulator.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Builds the elements of `statuses[]` for one message that the business sent.
///
/// @param callbackData what the business put into `biz_opaque_callback_data`, told back unchanged
/// @param category what the message is billed as
/// @param freeUntil the end of the customer's free entry point; absent if he has none
public record Statuses(
    String messageId,
    Person recipient,
    @Nullable String callbackData,
    String category,
    @Nullable Instant freeUntil) {

  /// Of a message that is billed.
  public Statuses(
      String messageId, Person recipient, @Nullable String callbackData, String category) {
    this(messageId, recipient, callbackData, category, null);
  }

  public ObjectNode sent(Instant at) {
    ObjectNode status = status("sent", at);
    if (freeUntil != null) {
      ObjectNode conversation =
          status
              .putObject("conversation")
              .put("id", "5cf1a1b2c3d4e5f60718293a4b5c6d7e")
              .put("expiration_timestamp", Long.toString(freeUntil.getEpochSecond()));
      conversation.putObject("origin").put("type", "referral_conversion");
    }
    return priced(status);
  }

  public ObjectNode delivered(Instant at) {
    return priced(status("delivered", at));
  }

  public ObjectNode read(Instant at) {
    return status("read", at);
  }

  public ObjectNode failed(Instant at, int code, String title, String details) {
    ObjectNode status = status("failed", at);
    status
        .putArray("errors")
        .addObject()
        .put("code", code)
        .put("title", title)
        .put("message", title)
        .put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/")
        .putObject("error_data")
        .put("details", details);
    return status;
  }

  private ObjectNode status(String name, Instant at) {
    ObjectNode status =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", messageId)
            .put("status", name)
            .put("timestamp", Long.toString(at.getEpochSecond()));
    if (recipient.phone() != null) {
      status.put("recipient_id", recipient.phone());
    }
    status.put("recipient_user_id", recipient.userId());
    if (callbackData != null) {
      status.put("biz_opaque_callback_data", callbackData);
    }
    return status;
  }

  private ObjectNode priced(ObjectNode status) {
    status
        .putObject("pricing")
        .put("billable", freeUntil == null)
        .put("pricing_model", "PMP")
        .put("type", freeUntil == null ? "regular" : "free_entry_point")
        .put("category", freeUntil == null ? category : "referral_conversion");
    return status;
  }
}
