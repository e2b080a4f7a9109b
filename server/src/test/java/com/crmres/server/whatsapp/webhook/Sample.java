package com.crmres.server.whatsapp.webhook;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Deliveries as WhatsApp sends them: recorded ones, and ones made for a test.
public final class Sample {

  private Sample() {}

  public static byte[] file(String name) {
    try (InputStream file =
        Objects.requireNonNull(Sample.class.getResourceAsStream("/whatsapp/" + name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A recorded delivery with something changed in its `value`.
  public static byte[] changed(String name, Consumer<ObjectNode> change) {
    JsonNode root = Json.read(new String(file(name), StandardCharsets.UTF_8), JsonNode.class);
    change.accept((ObjectNode) root.at("/entry/0/changes/0/value"));
    return Json.write(root).getBytes(StandardCharsets.UTF_8);
  }

  /// The first message of a `value`.
  public static ObjectNode message(ObjectNode value) {
    return (ObjectNode) value.path("messages").path(0);
  }

  /// A customer's text.
  public static ObjectNode text(String customer, String wamid, long second, String text) {
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", NoorIntake.NUMBER);
    value
        .putArray("contacts")
        .addObject()
        .put("wa_id", customer)
        .putObject("profile")
        .put("name", "C" + customer);
    value
        .putArray("messages")
        .addObject()
        .put("from", customer)
        .put("id", wamid)
        .put("timestamp", Long.toString(second))
        .put("type", "text")
        .putObject("text")
        .put("body", text);
    return value;
  }

  /// How far a message of ours came.
  public static ObjectNode status(String messageId, String wamid, String status, long second) {
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", NoorIntake.NUMBER);
    value
        .putArray("statuses")
        .addObject()
        .put("id", wamid)
        .put("status", status)
        .put("timestamp", Long.toString(second))
        .put("recipient_id", "966500000001")
        .put("biz_opaque_callback_data", messageId);
    return value;
  }

  /// One delivery that holds all of these.
  public static byte[] delivery(List<ObjectNode> values) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
    ArrayNode entries = root.putArray("entry");
    for (ObjectNode value : values) {
      ObjectNode change =
          entries.addObject().put("id", "104857600123456").putArray("changes").addObject();
      change.put("field", "messages").set("value", value);
    }
    return Json.write(root).getBytes(StandardCharsets.UTF_8);
  }
}
