package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.ContentFault.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What WhatsApp would refuse in a message, found before it is sent (whatsapp-cloud-api.md 4.1).
/// Pure.
final class MessageRules {

  /// What people take for one sign, of however many characters.
  private static final Pattern SIGN = Pattern.compile("\\X");

  /// It makes an emoji of a digit.
  private static final int KEYCAP = 0x20E3;

  private MessageRules() {}

  /// Every fault of a content; words too long for one message are none, as they go out in parts.
  static List<ContentFault> check(MessageContent content) {
    Checks checks = new Checks();
    switch (content) {
      case MessageContent.Text(String text) -> checks.words("text", text, Limits.LONGEST);
      case MessageContent.Buttons buttons -> checkButtons(checks, buttons);
      case MessageContent.Options options -> checkOptions(checks, options);
      case MessageContent.Place place -> checkPlace(checks, place);
      case MessageContent.Media media -> checkMedia(checks, media);
      case MessageContent.Contacts contacts -> checkContacts(checks, contacts.contacts());
      case MessageContent.Link link -> checkLink(checks, link);
      case MessageContent.LocationRequest(String text) -> checks.words("text", text, Limits.BODY);
      case MessageContent.ContactRequest(String text) -> checks.words("text", text, Limits.BODY);
      case MessageContent.Product product -> checkProduct(checks, product);
      case MessageContent.ProductList products -> checkProductList(checks, products);
      case MessageContent.Template template -> TemplateRules.check(checks, template);
      case MessageContent.Choice _,
          MessageContent.FormAnswer _,
          MessageContent.CatalogueOrder _,
          MessageContent.Notice _,
          MessageContent.Unsupported _,
          MessageContent.Other _ ->
          checks.fault("", Rule.NOT_SENDABLE);
    }
    return checks.found();
  }

  /// A sign on a message is one emoji, or empty to take it away.
  static List<ContentFault> checkReaction(String emoji) {
    return emoji.isEmpty() || isOneEmoji(emoji)
        ? List.of()
        : List.of(new ContentFault("emoji", Rule.EMOJI));
  }

  private static boolean isOneEmoji(String text) {
    return SIGN.matcher(text).matches()
        && text.codePoints()
            .anyMatch(sign ->
                Character.isEmojiPresentation(sign)
                    || Character.isExtendedPictographic(sign)
                    || sign == KEYCAP);
  }

  private static void checkButtons(Checks checks, MessageContent.Buttons content) {
    checks.words("text", content.text(), Limits.LONGEST);
    smallWords(checks, content.header(), content.footer());
    checks.count("buttons", content.buttons(), Limits.BUTTONS);
    for (int i = 0; i < content.buttons().size(); i++) {
      MessageContent.Button button = content.buttons().get(i);
      checks.label(Checks.at("buttons[%d].id", i), button.id(), Limits.BUTTON_ID);
      checks.label(Checks.at("buttons[%d].title", i), button.title(), Limits.LABEL);
    }
    different(checks, "buttons[%d].id", content.buttons().stream().map(b -> b.id()).toList());
    different(checks, "buttons[%d].title", content.buttons().stream().map(b -> b.title()).toList());
  }

  private static void checkOptions(Checks checks, MessageContent.Options content) {
    checks.words("text", content.text(), Limits.LONGEST);
    smallWords(checks, content.header(), content.footer());
    checks.label("open", content.open(), Limits.LABEL);
    checks.count("rows", content.rows(), Limits.ROWS);
    for (int i = 0; i < content.rows().size(); i++) {
      MessageContent.Row row = content.rows().get(i);
      checks.label(Checks.at("rows[%d].id", i), row.id(), Limits.ROW_ID);
      checks.label(Checks.at("rows[%d].title", i), row.title(), Limits.ROW_TITLE);
      checks.wordsIfAny(
          Checks.at("rows[%d].description", i), row.description(), Limits.ROW_DESCRIPTION);
      checks.wordsIfAny(Checks.at("rows[%d].section", i), row.section(), Limits.SECTION_TITLE);
    }
    different(checks, "rows[%d].id", content.rows().stream().map(row -> row.id()).toList());
    different(checks, "rows[%d].title", content.rows().stream().map(row -> row.title()).toList());
    checkSections(checks, content.rows());
  }

  /// Several sections need a title each, and the rows of one stand together.
  private static void checkSections(Checks checks, List<MessageContent.Row> rows) {
    Set<String> ended = new HashSet<>();
    boolean several = rows.stream().map(row -> row.section()).distinct().count() > 1;
    for (int i = 0; i < rows.size(); i++) {
      String section = rows.get(i).section();
      if (several && section == null) {
        checks.fault(Checks.at("rows[%d].section", i), Rule.REQUIRED);
      }
      String before = i == 0 ? null : rows.get(i - 1).section();
      if (before != null && !before.equals(section)) {
        ended.add(before);
      }
      if (section != null && ended.contains(section)) {
        checks.fault(Checks.at("rows[%d].section", i), Rule.TORN);
      }
    }
  }

  private static void checkPlace(Checks checks, MessageContent.Place place) {
    checks
        .range("latitude", place.latitude(), -90, 90)
        .range("longitude", place.longitude(), -180, 180)
        .wordsIfAny("name", place.name(), Limits.OTHER)
        .wordsIfAny("address", place.address(), Limits.OTHER);
  }

  private static void checkMedia(Checks checks, MessageContent.Media media) {
    MediaKind kind = media.kind();
    if (Objects.isNull(kind)) {
      checks.fault("kind", Rule.REQUIRED);
      return;
    }
    if (Objects.isNull(media.id())) {
      checks.fault("id", Rule.REQUIRED);
    }
    if (media.caption() != null && !hasCaption(kind)) {
      checks.fault("caption", Rule.NOT_SENDABLE);
    }
    checks.wordsIfAny("caption", media.caption(), Limits.CAPTION);
    checks.wordsIfAny("fileName", media.fileName(), Limits.OTHER);
  }

  private static boolean hasCaption(MediaKind kind) {
    return switch (kind) {
      case IMAGE, VIDEO, DOCUMENT -> true;
      case VOICE, AUDIO, STICKER -> false;
    };
  }

  private static void checkContacts(Checks checks, List<MessageContent.Contact> contacts) {
    checks.count("contacts", contacts, Limits.CONTACTS);
    for (int i = 0; i < contacts.size(); i++) {
      MessageContent.Contact contact = contacts.get(i);
      checks.words(Checks.at("contacts[%d].name", i), contact.name(), Limits.OTHER);
      if (contact.phones().isEmpty() && contact.emails().isEmpty()) {
        checks.fault(Checks.at("contacts[%d].phones", i), Rule.REQUIRED);
      }
    }
  }

  private static void checkLink(Checks checks, MessageContent.Link link) {
    checks.words("text", link.text(), Limits.BODY);
    smallWords(checks, link.header(), link.footer());
    checks.label("label", link.label(), Limits.LABEL).address("url", link.url());
  }

  private static void checkProduct(Checks checks, MessageContent.Product product) {
    checks
        .wordsIfAny("text", product.text(), Limits.BODY)
        .wordsIfAny("footer", product.footer(), Limits.SMALL_WORDS)
        .words("catalogueId", product.catalogueId(), Limits.OTHER)
        .words("sku", product.sku(), Limits.OTHER);
  }

  private static void checkProductList(Checks checks, MessageContent.ProductList content) {
    checks
        .words("header", content.header(), Limits.SMALL_WORDS)
        .words("text", content.text(), Limits.BODY)
        .wordsIfAny("footer", content.footer(), Limits.SMALL_WORDS)
        .words("catalogueId", content.catalogueId(), Limits.OTHER)
        .count("sections", content.sections(), Limits.SECTIONS);
    List<String> skus = new ArrayList<>();
    for (int i = 0; i < content.sections().size(); i++) {
      MessageContent.ProductSection section = content.sections().get(i);
      checks.words(Checks.at("sections[%d].title", i), section.title(), Limits.SECTION_TITLE);
      if (section.skus().isEmpty()) {
        checks.fault(Checks.at("sections[%d].skus", i), Rule.REQUIRED);
      }
      skus.addAll(section.skus());
    }
    if (skus.size() > Limits.PRODUCTS) {
      checks.fault("sections", Rule.COUNT, 1, Limits.PRODUCTS);
    }
  }

  private static void smallWords(Checks checks, @Nullable String header, @Nullable String footer) {
    checks
        .wordsIfAny("header", header, Limits.SMALL_WORDS)
        .wordsIfAny("footer", footer, Limits.SMALL_WORDS);
  }

  private static void different(Checks checks, String path, List<String> names) {
    IntStream.range(0, names.size())
        .filter(i -> names.subList(0, i).contains(names.get(i)))
        .forEach(i -> checks.fault(Checks.at(path, i), Rule.DUPLICATE));
  }
}
