package com.crmres.common.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
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
  record Buttons(String text, List<Button> buttons) implements MessageContent {
    public Buttons {
      buttons = List.copyOf(buttons);
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
  record Options(String text, String open, List<Row> rows) implements MessageContent {
    public Options {
      rows = List.copyOf(rows);
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
  record Row(String id, String title, @Nullable String description) {}

  /// A pin on the map.
  record Place(double latitude, double longitude, @Nullable String name, @Nullable String address)
      implements MessageContent {
    @Override
    public String preview() {
      return name == null ? "" : name;
    }
  }

  /// Something WhatsApp itself could not hand over.
  ///
  /// @param code WhatsApp's error code, 131051 or 131060
  record Unsupported(int code, @Nullable String kind) implements MessageContent {
    @Override
    public String preview() {
      return "";
    }
  }

  /// Any other kind: photo, voice note, document, sticker, contacts, order, reaction, …
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
