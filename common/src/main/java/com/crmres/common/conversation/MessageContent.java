package com.crmres.common.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a message says, in either direction.
///
/// A reader skips a `type` it does not know: it becomes [Other].
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "type",
    defaultImpl = MessageContent.Other.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = MessageContent.Text.class, name = "text"),
  @JsonSubTypes.Type(value = MessageContent.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = MessageContent.Buttons.class, name = "buttons"),
  @JsonSubTypes.Type(value = MessageContent.Options.class, name = "options"),
  @JsonSubTypes.Type(value = MessageContent.Place.class, name = "place"),
  @JsonSubTypes.Type(value = MessageContent.Media.class, name = "media"),
  @JsonSubTypes.Type(value = MessageContent.Contacts.class, name = "contacts"),
  @JsonSubTypes.Type(value = MessageContent.FormAnswer.class, name = "form_answer"),
  @JsonSubTypes.Type(value = MessageContent.CatalogueOrder.class, name = "catalogue_order"),
  @JsonSubTypes.Type(value = MessageContent.Notice.class, name = "notice"),
  @JsonSubTypes.Type(value = MessageContent.Link.class, name = "link"),
  @JsonSubTypes.Type(value = MessageContent.LocationRequest.class, name = "location_request"),
  @JsonSubTypes.Type(value = MessageContent.ContactRequest.class, name = "contact_request"),
  @JsonSubTypes.Type(value = MessageContent.Product.class, name = "product"),
  @JsonSubTypes.Type(value = MessageContent.ProductList.class, name = "product_list"),
  @JsonSubTypes.Type(value = MessageContent.Template.class, name = "template"),
  @JsonSubTypes.Type(value = MessageContent.Unsupported.class, name = "unsupported"),
  @JsonSubTypes.Type(value = MessageContent.Other.class, name = "other")
})
public sealed interface MessageContent {

  /// What a list of conversations shows of it; empty where the screen must name the kind itself.
  @JsonIgnore
  String preview();

  /// Plain words.
  record Text(String text) implements MessageContent {
    @Override
    public String preview() {
      return text;
    }
  }

  /// The customer tapped a button or a row that we offered.
  ///
  /// @param id the identifier we gave it
  /// @param title the words the customer saw
  record Choice(String id, String title) implements MessageContent {
    @Override
    public String preview() {
      return title;
    }
  }

  /// Words of ours with one to three buttons.
  ///
  /// @param header and
  /// @param footer small words above and below, up to 60 characters each; absent for none
  record Buttons(
      String text, List<Button> buttons, @Nullable String header, @Nullable String footer)
      implements MessageContent {
    public Buttons {
      buttons = List.copyOf(buttons);
    }

    /// Without words above and below.
    public Buttons(String text, List<Button> buttons) {
      this(text, buttons, null, null);
    }

    @Override
    public String preview() {
      return text;
    }
  }

  /// One button.
  ///
  /// @param id up to 256 characters
  /// @param title up to 20 characters
  record Button(String id, String title) {}

  /// Words of ours with a list of one to ten rows.
  ///
  /// @param open the label that opens the list, up to 20 characters
  /// @param rows in their order; those of one section stand together
  /// @param header and
  /// @param footer small words above and below, up to 60 characters each; absent for none
  record Options(
      String text, String open, List<Row> rows, @Nullable String header, @Nullable String footer)
      implements MessageContent {
    public Options {
      rows = List.copyOf(rows);
    }

    /// Without words above and below.
    public Options(String text, String open, List<Row> rows) {
      this(text, open, rows, null, null);
    }

    @Override
    public String preview() {
      return text;
    }
  }

  /// One row of a list.
  ///
  /// @param id up to 200 characters
  /// @param title up to 24 characters
  /// @param description up to 72 characters
  /// @param section title of the section it stands in, up to 24 characters; absent in a list of one
  record Row(String id, String title, @Nullable String description, @Nullable String section) {

    /// A row of a list without sections.
    public Row(String id, String title, @Nullable String description) {
      this(id, title, description, null);
    }
  }

  /// A pin on the map.
  record Place(double latitude, double longitude, @Nullable String name, @Nullable String address)
      implements MessageContent {
    @Override
    public String preview() {
      return name == null ? "" : name;
    }
  }

  /// A file, in either direction; its bytes are asked for by its id.
  ///
  /// @param id ours, not WhatsApp's
  /// @param mimeType what it is, without parameters: what WhatsApp declared, and once it is ready,
  ///   what its bytes say
  /// @param bytes its size; absent until it is known
  /// @param fileName the sender's words, never a path to be trusted
  /// @param animated whether a sticker moves
  /// @param state whether its bytes are here
  /// @param failure why they never will be; present only if failed
  record Media(
      UUID id,
      MediaKind kind,
      String mimeType,
      @Nullable Long bytes,
      @Nullable String fileName,
      @Nullable String caption,
      boolean animated,
      MediaState state,
      @Nullable MediaFailure failure)
      implements MessageContent {
    @Override
    public String preview() {
      return caption != null ? caption : fileName != null ? fileName : "";
    }
  }

  /// Cards from an address book.
  ///
  /// @param onRequest whether the customer tapped our request for his number; shared by hand it is
  ///   a claim only (whatsapp-cloud-api.md 2.3)
  record Contacts(List<Contact> contacts, boolean onRequest) implements MessageContent {
    public Contacts {
      contacts = List.copyOf(contacts);
    }

    @Override
    public String preview() {
      return contacts.stream()
          .map(Contact::name)
          .filter(Objects::nonNull)
          .collect(Collectors.joining(", "));
    }
  }

  /// One card; any part may be missing.
  record Contact(
      @Nullable String name,
      List<String> phones,
      List<String> emails,
      @Nullable String organisation) {
    public Contact {
      phones = List.copyOf(phones);
      emails = List.copyOf(emails);
    }
  }

  /// What the customer filled into a form (a WhatsApp Flow).
  ///
  /// @param token ours, which says what the form was about; absent in some versions
  /// @param fields his answers by the form's names, in its order; empty if they could not be read
  /// @param accepted whether the form was ours, sent to this thread and not answered before:
  ///   without that it is shown and counts for nothing
  record FormAnswer(@Nullable String token, Map<String, String> fields, boolean accepted)
      implements MessageContent {
    public FormAnswer {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String preview() {
      return String.join(" · ", fields.values());
    }
  }

  /// A cart that the customer filled in the catalogue. Its prices are his telephone's: ours count.
  ///
  /// @param note his words to it
  record CatalogueOrder(
      @Nullable String catalogueId, @Nullable String note, List<CatalogueLine> lines)
      implements MessageContent {
    public CatalogueOrder {
      lines = List.copyOf(lines);
    }

    @Override
    public String preview() {
      return note == null ? "" : note;
    }
  }

  /// One product of a catalogue order.
  ///
  /// @param sku our code of the item; it may no longer exist
  /// @param price one of it as the catalogue said, in `currency`; absent if it said none
  /// @param currency ISO 4217
  record CatalogueLine(
      String sku, int quantity, @Nullable BigDecimal price, @Nullable String currency) {}

  /// Something WhatsApp says about the chat itself.
  ///
  /// @param detail WhatsApp's words; absent if it had none
  record Notice(NoticeKind kind, @Nullable String detail) implements MessageContent {
    @Override
    public String preview() {
      return detail == null ? "" : detail;
    }
  }

  /// Words of ours with one button that opens a page.
  ///
  /// @param label up to 20 characters
  /// @param url http or https
  /// @param header and
  /// @param footer small words above and below, up to 60 characters each; absent for none
  record Link(
      String text, String label, String url, @Nullable String header, @Nullable String footer)
      implements MessageContent {

    /// Without words above and below.
    public Link(String text, String label, String url) {
      this(text, label, url, null, null);
    }

    @Override
    public String preview() {
      return text;
    }
  }

  /// Words of ours with the button that shares a place.
  record LocationRequest(String text) implements MessageContent {
    @Override
    public String preview() {
      return text;
    }
  }

  /// Words of ours with the button that shares the customer's number.
  record ContactRequest(String text) implements MessageContent {
    @Override
    public String preview() {
      return text;
    }
  }

  /// One product of the catalogue.
  ///
  /// @param text our words to it; absent for none
  /// @param footer small words below, up to 60 characters; absent for none
  record Product(@Nullable String text, String catalogueId, String sku, @Nullable String footer)
      implements MessageContent {

    /// Without words below.
    public Product(@Nullable String text, String catalogueId, String sku) {
      this(text, catalogueId, sku, null);
    }

    @Override
    public String preview() {
      return text == null ? sku : text;
    }
  }

  /// Products of the catalogue in sections, from which the customer may fill a cart.
  ///
  /// @param header up to 60 characters
  /// @param sections one to ten, with 30 products in all
  /// @param footer small words below, up to 60 characters; absent for none
  record ProductList(
      String header,
      String text,
      String catalogueId,
      List<ProductSection> sections,
      @Nullable String footer)
      implements MessageContent {
    public ProductList {
      sections = List.copyOf(sections);
    }

    /// Without words below.
    public ProductList(
        String header, String text, String catalogueId, List<ProductSection> sections) {
      this(header, text, catalogueId, sections, null);
    }

    @Override
    public String preview() {
      return text;
    }
  }

  /// A section of a product list.
  ///
  /// @param title up to 24 characters
  record ProductSection(String title, List<String> skus) {
    public ProductSection {
      skus = List.copyOf(skus);
    }
  }

  /// A message approved beforehand, the only kind outside the service window.
  ///
  /// @param name and
  /// @param language as approved, exactly: `ar` is not `ar_SA`
  /// @param category what it is billed as when it was written
  /// @param header the parameter of its header; absent if it takes none
  /// @param body the parameters of its body, in order
  /// @param buttons the parameters of its buttons that take one
  /// @param text what the customer reads, filled in
  record Template(
      String name,
      String language,
      TemplateCategory category,
      @Nullable HeaderParameter header,
      List<TemplateParameter> body,
      List<ButtonParameter> buttons,
      String text)
      implements MessageContent {
    public Template {
      body = List.copyOf(body);
      buttons = List.copyOf(buttons);
    }

    @Override
    public String preview() {
      return text;
    }
  }

  /// What a template's header is filled with: words, or a file of ours.
  ///
  /// @param kind of the file: image, video or document; absent for words
  /// @param fileName what the customer sees of a document
  record HeaderParameter(
      @Nullable String text,
      @Nullable UUID mediaId,
      @Nullable MediaKind kind,
      @Nullable String fileName) {

    /// Words.
    public HeaderParameter(String text) {
      this(text, null, null, null);
    }
  }

  /// What a placeholder is filled with.
  ///
  /// @param name of a named one; absent for a positional one
  record TemplateParameter(@Nullable String name, String text) {}

  /// What a template's button is filled with.
  ///
  /// @param index its place, from 0
  /// @param kind what the words are to the button
  record ButtonParameter(int index, TemplateButtonKind kind, String text) {}

  /// Something WhatsApp itself could not hand over.
  ///
  /// @param code WhatsApp's error code, 131051 or 131060
  record Unsupported(int code, @Nullable String kind) implements MessageContent {
    @Override
    public String preview() {
      return "";
    }
  }

  /// A kind this version does not know yet.
  ///
  /// @param kind WhatsApp's word for it
  /// @param caption the words that came with it
  record Other(@Nullable String kind, @Nullable String caption) implements MessageContent {
    @Override
    public String preview() {
      return caption == null ? "" : caption;
    }
  }
}
