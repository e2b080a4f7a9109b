package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateButtonKind;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.server.conversation.ContentFault;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {

  /// behaviour 20, trap 34, trap 35, trap 36
  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatWhatsAppWouldRefuse(String faults, MessageContent content) {
    assertThat(names(MessageRules.check(content))).isEqualTo(faults);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
            buttonsRefused(), optionsRefused(), wordsRefused(), thingsRefused(), templatesRefused())
        .flatMap(all -> all);
  }

  private static Stream<Arguments> buttonsRefused() {
    return Stream.of(
        refused("buttons COUNT", buttons("a", "b", "c", "d")),
        refused("buttons COUNT", new MessageContent.Buttons("text", List.of())),
        refused("buttons[0].title LENGTH", buttons("x".repeat(21))),
        refused("buttons[0].title LENGTH", buttons("أهلًا 👨‍👩‍👧‍👦 وسهلًا بكم")),
        refused("buttons[1].title DUPLICATE", buttons("نعم", "نعم")),
        refused("buttons[0].title REQUIRED", buttons(" ")),
        refused("buttons[0].title BLANK_ENDS", buttons(" نعم")),
        refused(
            "buttons[0].id LENGTH",
            new MessageContent.Buttons(
                "text", List.of(new MessageContent.Button("i".repeat(257), "a")))),
        refused(
            "buttons[1].id DUPLICATE",
            new MessageContent.Buttons(
                "text",
                List.of(new MessageContent.Button("i", "a"), new MessageContent.Button("i", "b")))),
        refused(
            "header LENGTH, footer LENGTH",
            new MessageContent.Buttons(
                "text",
                List.of(new MessageContent.Button("i", "a")),
                "h".repeat(61),
                "f".repeat(61))));
  }

  private static Stream<Arguments> optionsRefused() {
    return Stream.of(
        refused("rows COUNT", options(11)),
        refused("rows COUNT", options(0)),
        refused(
            "rows[0].id LENGTH, rows[0].title LENGTH, rows[0].description LENGTH",
            rows(new MessageContent.Row("i".repeat(201), "t".repeat(25), "d".repeat(73)))),
        refused(
            "rows[1].id DUPLICATE, rows[1].title DUPLICATE",
            rows(new MessageContent.Row("i", "t", null), new MessageContent.Row("i", "t", null))),
        refused(
            "rows[1].section REQUIRED",
            rows(
                new MessageContent.Row("1", "1", null, "A"),
                new MessageContent.Row("2", "2", null))),
        refused(
            "rows[0].section LENGTH", rows(new MessageContent.Row("1", "1", null, "s".repeat(25)))),
        refused(
            "rows[2].section TORN",
            rows(
                new MessageContent.Row("1", "1", null, "A"),
                new MessageContent.Row("2", "2", null, "B"),
                new MessageContent.Row("3", "3", null, "A"))),
        refused(
            "open LENGTH",
            new MessageContent.Options(
                "text", "o".repeat(21), List.of(new MessageContent.Row("i", "t", null)))));
  }

  private static Stream<Arguments> wordsRefused() {
    return Stream.of(
        refused("text REQUIRED", new MessageContent.Text(" \n")),
        refused("text LENGTH", new MessageContent.Text("x".repeat(16_385))),
        refused("text LENGTH", new MessageContent.LocationRequest("x".repeat(1_025))),
        refused("text LENGTH", new MessageContent.ContactRequest("x".repeat(1_025))),
        refused("label LENGTH", new MessageContent.Link("t", "l".repeat(21), "https://noor.sa")),
        refused("url ADDRESS", new MessageContent.Link("t", "l", "ftp://noor.sa/menu")),
        refused("url ADDRESS", new MessageContent.Link("t", "l", "noor.sa")),
        refused("url ADDRESS", new MessageContent.Link("t", "l", "https:// noor")),
        refused("caption LENGTH", media(MediaKind.IMAGE, "c".repeat(1_025))),
        refused("caption NOT_SENDABLE", media(MediaKind.VOICE, "hear this")),
        refused("caption NOT_SENDABLE", media(MediaKind.STICKER, "see this")));
  }

  private static Stream<Arguments> thingsRefused() {
    return Stream.of(
        refused(" NOT_SENDABLE", new MessageContent.Choice("a", "A")),
        refused(" NOT_SENDABLE", new MessageContent.Other("poll", null)),
        refused(
            "latitude RANGE, longitude RANGE", new MessageContent.Place(90.1, -180.1, null, null)),
        refused("contacts COUNT", new MessageContent.Contacts(List.of(), false)),
        refused(
            "contacts[0].name REQUIRED, contacts[0].phones REQUIRED",
            new MessageContent.Contacts(
                List.of(new MessageContent.Contact(null, List.of(), List.of(), null)), false)),
        refused("sku REQUIRED", new MessageContent.Product(null, "1", "")),
        refused("header REQUIRED", products("", 1, 1)),
        refused("sections COUNT", products("h", 11, 1)),
        refused("sections COUNT", products("h", 2, 16)),
        refused("sections[0].skus REQUIRED", products("h", 1, 0)));
  }

  private static Stream<Arguments> templatesRefused() {
    return Stream.of(
        refused("body[0].text ONE_LINE", template("two\nlines")),
        refused("body[0].text ONE_LINE", template("a\ttab")),
        refused("body[0].text ONE_LINE", template("five     blanks")),
        refused("body[0].text REQUIRED", template("")),
        refused(
            "text LENGTH",
            new MessageContent.Template(
                "t",
                "ar",
                TemplateCategory.UTILITY,
                null,
                List.of(),
                List.of(),
                "x".repeat(1_147))),
        refused("header.text LENGTH", header(new MessageContent.HeaderParameter("h".repeat(61)))),
        refused(
            "header.kind NOT_SENDABLE",
            header(
                new MessageContent.HeaderParameter(
                    null, UUID.randomUUID(), MediaKind.VOICE, null))),
        refused(
            "buttons[0].text LENGTH",
            new MessageContent.Template(
                "t",
                "ar",
                TemplateCategory.UTILITY,
                null,
                List.of(),
                List.of(
                    new MessageContent.ButtonParameter(
                        0, TemplateButtonKind.QUICK_REPLY, "p".repeat(129))),
                "x")));
  }

  @Test
  void lets4096CharactersPassAndCutsOneMoreInTwo() {
    assertThat(MessageParts.of(new MessageContent.Text("x".repeat(4_096)))).hasSize(1);
    assertThat(MessageRules.check(new MessageContent.Text("x".repeat(4_097)))).isEmpty();
    assertThat(MessageParts.of(new MessageContent.Text("x".repeat(4_097)))).hasSize(2);
  }

  @Test
  void letsTheWordsOverButtonsGoAheadWhereTheyAreTooMany() {
    String text = "وصلنا طلبك يا نورة. ".repeat(200);

    List<MessageContent> parts =
        MessageParts.of(
            new MessageContent.Buttons(text, List.of(new MessageContent.Button("yes", "نعم"))));

    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst()).isInstanceOf(MessageContent.Text.class);
    assertThat(parts.getLast()).isInstanceOf(MessageContent.Buttons.class);
    assertThat(parts.getLast().preview())
        .hasSizeBetween(900, 1_024)
        .startsWith("وصلنا")
        .endsWith(".");
    assertThat(parts.stream().flatMap(part -> MessageRules.check(part).stream())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍", "❤️", "❤", "👨‍👩‍👧‍👦", "🇸🇦", "1️⃣", "👍🏽", ""})
  void aSignIsOneEmojiOrNone(String emoji) {
    assertThat(MessageRules.checkReaction(emoji)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍👍", "ok", "1", "#", " ", "👍 "})
  void anythingElseIsNoSign(String emoji) {
    assertThat(names(MessageRules.checkReaction(emoji))).isEqualTo("emoji EMOJI");
  }

  private static Arguments refused(String faults, MessageContent content) {
    return Arguments.of(faults, content);
  }

  private static String names(List<ContentFault> faults) {
    return String.join(
        ", ", faults.stream().map(fault -> fault.path() + " " + fault.rule()).toList());
  }

  private static MessageContent buttons(String... titles) {
    return new MessageContent.Buttons(
        "text",
        IntStream.range(0, titles.length)
            .mapToObj(i -> new MessageContent.Button("id" + i, titles[i]))
            .toList());
  }

  private static MessageContent options(int rows) {
    return rows(
        IntStream.range(0, rows)
            .mapToObj(i -> new MessageContent.Row("id" + i, "title " + i, null))
            .toArray(MessageContent.Row[]::new));
  }

  private static MessageContent rows(MessageContent.Row... rows) {
    return new MessageContent.Options("text", "open", List.of(rows));
  }

  private static MessageContent media(MediaKind kind, @Nullable String caption) {
    return new MessageContent.Media(
        UUID.randomUUID(), kind, "image/png", 1L, null, caption, false, MediaState.READY, null);
  }

  private static MessageContent products(String header, int sections, int each) {
    return new MessageContent.ProductList(
        header,
        "text",
        "1",
        IntStream.range(0, sections)
            .mapToObj(section ->
                new MessageContent.ProductSection(
                    "section " + section,
                    IntStream.range(0, each).mapToObj(i -> section + "-" + i).toList()))
            .toList());
  }

  private static MessageContent template(String parameter) {
    return new MessageContent.Template(
        "order_ready",
        "ar",
        TemplateCategory.UTILITY,
        null,
        List.of(new MessageContent.TemplateParameter(null, parameter)),
        List.of(),
        "x");
  }

  private static MessageContent header(MessageContent.HeaderParameter header) {
    return new MessageContent.Template(
        "t", "ar", TemplateCategory.UTILITY, header, List.of(), List.of(), "x");
  }
}
