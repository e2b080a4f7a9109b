package com.crmres.simulator.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// Builds the events that come under other fields than `messages`: what other programs write in a
/// customer's thread, wishes about advertising, news of templates and accounts.
public final class ChannelEvents {

  private final BusinessNumber number;
  private final Instant at;

  private ChannelEvents(BusinessNumber number, Instant at) {
    this.number = number;
    this.at = at;
  }

  public static ChannelEvents of(BusinessNumber number, Instant at) {
    return new ChannelEvents(number, at);
  }

  /// What a customer wrote while another program had the thread.
  public WebhookEvent standby(Person writer, ObjectNode message) {
    ObjectNode value = value();
    ObjectNode standby = value.putObject("standby");
    standby
        .putArray("contacts")
        .addObject()
        .put("wa_id", writer.phone())
        .put("user_id", writer.userId());
    standby.putArray("messages").add(message);
    return event("standby", message.path("id").asText(), value);
  }

  /// What a colleague wrote with the WhatsApp app.
  ///
  /// @param content its type and that type's member, as [InboundMessages] builds them
  public WebhookEvent echo(Person reader, String messageId, ObjectNode content) {
    ObjectNode value = value();
    value
        .putArray("contacts")
        .addObject()
        .put("wa_id", reader.phone())
        .put("user_id", reader.userId())
        .putObject("profile")
        .put("name", reader.name());
    ObjectNode echo = content.deepCopy();
    echo.remove("from_user_id");
    echo.put("from", number.displayPhoneNumber())
        .put("to", reader.phone())
        .put("to_user_id", reader.userId())
        .put("id", messageId)
        .put("timestamp", Long.toString(at.getEpochSecond()));
    value.putArray("message_echoes").add(echo);
    return event("smb_message_echoes", messageId, value);
  }

  /// Whether a customer wants advertising.
  public WebhookEvent marketingWish(Person customer, boolean agrees) {
    String word = agrees ? "resume" : "stop";
    ObjectNode value = value();
    value
        .putArray("contacts")
        .addObject()
        .put("wa_id", customer.phone())
        .put("user_id", customer.userId())
        .putObject("profile")
        .put("name", customer.name());
    value
        .putArray("user_preferences")
        .addObject()
        .put("wa_id", customer.phone())
        .put("detail", "User requested to " + word + " marketing messages")
        .put("category", "marketing_messages")
        .put("value", word)
        .put("timestamp", at.getEpochSecond());
    return event("user_preferences", customer.key() + ":" + word, value);
  }

  public WebhookEvent templateStatus(
      String templateId, String name, String language, String category, String status) {
    ObjectNode value =
        template(templateId, name, language)
            .put("event", status)
            .put("reason", "NONE")
            .put("message_template_category", category);
    if (status.equals("PAUSED")) {
      value
          .putObject("other_info")
          .put("title", "FIRST_PAUSE")
          .put("description", "Paused for 3 hours because of low quality.");
    }
    return event("message_template_status_update", templateId + ":" + status + ":" + at, value);
  }

  public WebhookEvent templateQuality(
      String templateId, String name, String language, String before, String now) {
    ObjectNode value =
        template(templateId, name, language)
            .put("previous_quality_score", before)
            .put("new_quality_score", now);
    return event("message_template_quality_update", templateId + ":" + now, value);
  }

  /// News of how the number is rated.
  ///
  /// @param event for example `FLAGGED` or `THROUGHPUT_UPGRADE`
  public WebhookEvent numberQuality(String event, String limit) {
    ObjectNode value =
        JsonNodeFactory.instance
            .objectNode()
            .put("display_phone_number", number.displayPhoneNumber())
            .put("event", event)
            .put("current_limit", limit);
    return event("phone_number_quality_update", event, value);
  }

  /// News of the account.
  ///
  /// @param event for example `VOLUME_BASED_PRICING_TIER_UPDATE`
  public WebhookEvent accountUpdate(String event) {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("event", event);
    return event("account_update", event, value);
  }

  /// A field that nobody has heard of yet.
  public WebhookEvent unheardOf(String field) {
    ObjectNode value = value();
    value.putObject("something_new").put("a", 1);
    return event(field, field, value);
  }

  private ObjectNode value() {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", number.displayPhoneNumber())
        .put("phone_number_id", number.phoneNumberId());
    return value;
  }

  private static ObjectNode template(String templateId, String name, String language) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message_template_id", Long.parseLong(templateId))
        .put("message_template_name", name)
        .put("message_template_language", language);
  }

  private WebhookEvent event(String field, String name, ObjectNode value) {
    String id = String.format(Locale.ROOT, "%s:%s", field, Objects.requireNonNull(name));
    return new WebhookEvent.AccountEvent(id, id, number, field, value, at);
  }
}
