package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a message is, where its words alone do not say it: an icon and a name.
///
/// @param icon absent for plain words
public record MessageKind(@Nullable Icon icon, String name) {

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

  public static MessageKind of(MessageContent content, Texts texts) {
    return switch (content) {
      case MessageContent.Text _, MessageContent.Buttons _ -> new MessageKind(null, "");
      case MessageContent.Options options -> new MessageKind(Icon.LIST, options.open());
      case MessageContent.Choice _ -> new MessageKind(Icon.TAP, texts.of("message.choice"));
      case MessageContent.Place _ -> new MessageKind(Icon.PLACE, texts.of("message.place"));
      case MessageContent.Media media -> of(media.kind(), texts);
      case MessageContent.Contacts _ -> new MessageKind(Icon.CONTACT, texts.of("message.contacts"));
      case MessageContent.CatalogueOrder _ ->
          new MessageKind(Icon.CART, texts.of("message.catalogueOrder"));
      case MessageContent.FormAnswer _ -> new MessageKind(Icon.FORM, texts.of("message.form"));
      case MessageContent.Notice notice ->
          new MessageKind(Icon.INFORMATION, texts.of("message.notice", notice.kind()));
      case MessageContent.Link _ -> new MessageKind(Icon.LINK, "");
      case MessageContent.LocationRequest _ -> new MessageKind(Icon.PLACE, "");
      case MessageContent.ContactRequest _ -> new MessageKind(Icon.CONTACT, "");
      case MessageContent.Product _, MessageContent.ProductList _ ->
          new MessageKind(Icon.PRODUCT, texts.of("message.product"));
      case MessageContent.Template _ ->
          new MessageKind(Icon.TEMPLATE, texts.of("message.template"));
      case MessageContent.Unsupported _ ->
          new MessageKind(Icon.UNKNOWN, texts.of("message.unsupported"));
      case MessageContent.Other other -> other(other.kind(), texts);
    };
  }

  static MessageKind of(MediaKind kind, Texts texts) {
    return new MessageKind(Icon.of(kind), texts.of("media.kind", kind));
  }

  private static MessageKind other(@Nullable String kind, Texts texts) {
    String word = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
    return new MessageKind(
        ICONS.getOrDefault(word, Icon.UNKNOWN), texts.known("message.kind", word, "message.other"));
  }

  /// One line for a list of conversations; nothing of what was taken back.
  public static String preview(MessageDetails message, Texts texts) {
    return message.marks().revokedAt() == null
        ? preview(message.content(), texts)
        : texts.of("message.revoked");
  }

  /// One line for a message without what hangs on it.
  public static String preview(MessageContent content, Texts texts) {
    if (content instanceof MessageContent.Notice) {
      // WhatsApp's words to it are English.
      return of(content, texts).name();
    }
    String words = content.preview();
    return words.isEmpty() ? of(content, texts).name() : words;
  }
}
