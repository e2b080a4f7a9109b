package com.crmres.simulator.payload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds the element of `messages[]` for every kind of message that a customer can send.
public final class InboundMessages {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Person sender;
  private final String id;
  private final Instant at;

  private InboundMessages(Person sender, String id, Instant at) {
    this.sender = sender;
    this.id = id;
    this.at = at;
  }

  public static InboundMessages from(Person sender, String id, Instant at) {
    return new InboundMessages(sender, id, at);
  }

  public ObjectNode text(String body) {
    ObjectNode message = message("text");
    message.putObject("text").put("body", body);
    return message;
  }

  /// An answer to a message of the business; `author` is the number that wrote the quoted one.
  public ObjectNode reply(String body, String quotedId, String author) {
    return quoting(text(body), quotedId, author);
  }

  public ObjectNode forwarded(String body) {
    ObjectNode message = text(body);
    message.putObject("context").put("forwarded", true);
    return message;
  }

  public ObjectNode frequentlyForwarded(String body) {
    ObjectNode message = text(body);
    message.putObject("context").put("frequently_forwarded", true);
    return message;
  }

  /// A question about a product that was opened in the catalogue.
  public ObjectNode aboutProduct(
      String body, String catalogId, String retailerId, String quotedId, String author) {
    ObjectNode message = text(body);
    message
        .putObject("context")
        .put("from", author)
        .put("id", quotedId)
        .putObject("referred_product")
        .put("catalog_id", catalogId)
        .put("product_retailer_id", retailerId);
    return message;
  }

  /// The first words of somebody who came from an advertisement.
  public ObjectNode fromAdvertisement(String body, String advertisementId, String headline) {
    ObjectNode message = text(body);
    ObjectNode referral =
        message
            .putObject("referral")
            .put("source_url", "https://fb.me/3sampleAd")
            .put("source_id", advertisementId)
            .put("source_type", "ad")
            .put("headline", headline)
            .put("body", headline)
            .put("media_type", "image")
            .put("image_url", "https://scontent.example.invalid/ad.jpg")
            .put("ctwa_clid", "AfinventedClickId_0123456789");
    referral.putObject("welcome_message").put("text", headline);
    return message;
  }

  /// A tap on our request for the customer's number.
  public ObjectNode sharedNumber(String phone, String quotedId, String author) {
    ObjectNode message = quoting(message("contacts"), quotedId, author);
    ObjectNode card = message.putArray("contacts").addObject().put("origin", "contact_request");
    card.putArray("phones")
        .addObject()
        .put("phone", "+" + phone)
        .put("wa_id", phone)
        .put("type", "CELL");
    return message;
  }

  /// A kind that nobody has heard of yet.
  public ObjectNode unheardOf(String type) {
    ObjectNode message = message(type);
    message.putObject(type).put("caption", "?");
    return message;
  }

  public ObjectNode buttonReply(String optionId, String title, String quotedId, String author) {
    ObjectNode message = quoting(message("interactive"), quotedId, author);
    message
        .putObject("interactive")
        .put("type", "button_reply")
        .putObject("button_reply")
        .put("id", optionId)
        .put("title", title);
    return message;
  }

  public ObjectNode listReply(
      String optionId, String title, @Nullable String description, String quotedId, String author) {
    ObjectNode message = quoting(message("interactive"), quotedId, author);
    ObjectNode reply =
        message.putObject("interactive").put("type", "list_reply").putObject("list_reply");
    reply.put("id", optionId).put("title", title);
    if (description != null) {
      reply.put("description", description);
    }
    return message;
  }

  public ObjectNode flowReply(String responseJson, String quotedId, String author) {
    ObjectNode message = quoting(message("interactive"), quotedId, author);
    message
        .putObject("interactive")
        .put("type", "nfm_reply")
        .putObject("nfm_reply")
        .put("name", "flow")
        .put("body", "Sent")
        .put("response_json", responseJson);
    return message;
  }

  /// A tap on the quick reply button of a template.
  public ObjectNode templateButton(String payload, String text, String quotedId, String author) {
    ObjectNode message = quoting(message("button"), quotedId, author);
    message.putObject("button").put("payload", payload).put("text", text);
    return message;
  }

  public ObjectNode location(Place place) {
    ObjectNode message = message("location");
    ObjectNode location =
        message
            .putObject("location")
            .put("latitude", place.latitude())
            .put("longitude", place.longitude());
    if (place.name() != null) {
      location.put("name", place.name());
    }
    if (place.address() != null) {
      location.put("address", place.address());
    }
    return message;
  }

  public ObjectNode locationAnswer(Place place, String quotedId, String author) {
    return quoting(location(place), quotedId, author);
  }

  public ObjectNode image(Media media, @Nullable String caption) {
    return captioned("image", media, caption);
  }

  public ObjectNode video(Media media, @Nullable String caption) {
    return captioned("video", media, caption);
  }

  public ObjectNode document(Media media, String filename, @Nullable String caption) {
    ObjectNode message = captioned("document", media, caption);
    message.withObjectProperty("document").put("filename", filename);
    return message;
  }

  public ObjectNode voice(Media media) {
    ObjectNode message = captioned("audio", media, null);
    message.withObjectProperty("audio").put("voice", true);
    return message;
  }

  public ObjectNode sticker(Media media, boolean animated) {
    ObjectNode message = captioned("sticker", media, null);
    message.withObjectProperty("sticker").put("animated", animated);
    return message;
  }

  /// A contact card shared by hand.
  public ObjectNode contactCard(String name, String phone) {
    ObjectNode message = message("contacts");
    ObjectNode card = message.putArray("contacts").addObject();
    card.putObject("name").put("formatted_name", name).put("first_name", name);
    card.putArray("phones")
        .addObject()
        .put("phone", "+" + phone)
        .put("wa_id", phone)
        .put("type", "CELL");
    card.put("origin", "other");
    return message;
  }

  /// A basket filled in the catalog.
  public ObjectNode order(String catalogId, String note, List<BasketItem> items) {
    ObjectNode message = message("order");
    ObjectNode order = message.putObject("order").put("catalog_id", catalogId).put("text", note);
    ArrayNode products = order.putArray("product_items");
    for (BasketItem item : items) {
      products
          .addObject()
          .put("product_retailer_id", item.retailerId())
          .put("quantity", item.quantity())
          .put("item_price", item.price())
          .put("currency", "SAR");
    }
    return message;
  }

  /// A reaction; without an emoji an earlier one is taken back.
  public ObjectNode reaction(String targetId, @Nullable String emoji) {
    ObjectNode message = message("reaction");
    ObjectNode reaction = message.putObject("reaction").put("message_id", targetId);
    if (emoji != null) {
      reaction.put("emoji", emoji);
    }
    return message;
  }

  public ObjectNode edit(String originalId, String newText) {
    ObjectNode message = message("edit");
    ObjectNode edit = message.putObject("edit").put("original_message_id", originalId);
    ObjectNode changed = edit.putObject("message");
    changed.putObject("context").put("id", "M0");
    changed.put("type", "text").putObject("text").put("body", newText);
    return message;
  }

  public ObjectNode revoke(String originalId) {
    ObjectNode message = message("revoke");
    message.putObject("revoke").put("original_message_id", originalId);
    return message;
  }

  /// Something the API cannot show, such as a poll.
  public ObjectNode unsupported(String kind) {
    ObjectNode message = message("unsupported");
    ObjectNode error = message.putArray("errors").addObject();
    error
        .put("code", 131051)
        .put("title", "Message type unknown")
        .put("message", "Message type unknown")
        .putObject("error_data")
        .put("details", "Message type is currently not supported.");
    message.putObject("unsupported").put("type", kind);
    return message;
  }

  /// Told by the system, without a contact: the customer's number is now another one.
  public ObjectNode changedNumber(Person now) {
    ObjectNode message = message("system");
    message.remove("from_user_id");
    String body =
        "User %s changed from %s to %s".formatted(sender.name(), sender.phone(), now.phone());
    message
        .putObject("system")
        .put("body", body)
        .put("wa_id", now.phone())
        .put("user_id", now.userId())
        .put("previous_user_id", sender.userId())
        .put("type", "user_changed_number");
    return message;
  }

  private ObjectNode message(String type) {
    ObjectNode message = JSON.objectNode();
    if (sender.phone() != null) {
      message.put("from", sender.phone());
    }
    return message
        .put("from_user_id", sender.userId())
        .put("id", id)
        .put("timestamp", Long.toString(at.getEpochSecond()))
        .put("type", type);
  }

  private static ObjectNode quoting(ObjectNode message, String quotedId, String author) {
    message.putObject("context").put("from", author).put("id", quotedId);
    return message;
  }

  private ObjectNode captioned(String type, Media media, @Nullable String caption) {
    ObjectNode message = message(type);
    ObjectNode content = message.putObject(type);
    if (caption != null) {
      content.put("caption", caption);
    }
    content
        .put("mime_type", media.mimeType())
        .put("sha256", media.sha256())
        .put("id", media.id())
        .put("url", media.url());
    return message;
  }

  /// A pin on the map; a bare pin has neither name nor address.
  public record Place(
      double latitude, double longitude, @Nullable String name, @Nullable String address) {}

  /// One line of a basket from the catalog, at the price of the moment it was put in.
  public record BasketItem(String retailerId, int quantity, BigDecimal price) {}
}
