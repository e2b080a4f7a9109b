package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a message is, where its words alone do not say it: an icon and a name.
///
/// @param icon absent for plain words
record MessageKind(@Nullable Icon icon, String name) {

  private static final Map<String, Icon> ICONS =
      Map.ofEntries(
          Map.entry("image", Icon.PHOTO),
          Map.entry("audio", Icon.VOICE),
          Map.entry("voice", Icon.VOICE),
          Map.entry("video", Icon.VIDEO),
          Map.entry("document", Icon.DOCUMENT),
          Map.entry("sticker", Icon.STICKER),
          Map.entry("contacts", Icon.CONTACT),
          Map.entry("reaction", Icon.REACTION),
          Map.entry("order", Icon.CART));

  static MessageKind of(MessageContent content, Texts texts) {
    return switch (content) {
      case MessageContent.Text text -> new MessageKind(null, "");
      case MessageContent.Buttons buttons -> new MessageKind(null, "");
      case MessageContent.Options options -> new MessageKind(Icon.LIST, options.open());
      case MessageContent.Choice choice -> new MessageKind(Icon.TAP, texts.of("message.choice"));
      case MessageContent.Place place -> new MessageKind(Icon.PLACE, texts.of("message.place"));
      case MessageContent.Media media -> other(media.kind().wireName(), texts);
      case MessageContent.Contacts _ -> other("contacts", texts);
      case MessageContent.CatalogueOrder _ -> other("order", texts);
      case MessageContent.FormAnswer _, MessageContent.Notice _ -> other(null, texts);
      case MessageContent.Link _,
          MessageContent.LocationRequest _,
          MessageContent.ContactRequest _,
          MessageContent.Product _,
          MessageContent.ProductList _,
          MessageContent.Template _ ->
          new MessageKind(null, "");
      case MessageContent.Unsupported unsupported ->
          new MessageKind(Icon.UNKNOWN, texts.of("message.unsupported"));
      case MessageContent.Other other -> other(other.kind(), texts);
    };
  }

  private static MessageKind other(@Nullable String kind, Texts texts) {
    String word = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
    return new MessageKind(
        ICONS.getOrDefault(word, Icon.UNKNOWN), texts.known("message.kind", word, "message.other"));
  }

  /// One line for a list of conversations.
  static String preview(MessageContent content, Texts texts) {
    String words = content.preview();
    return words.isEmpty() ? of(content, texts).name() : words;
  }
}
