package com.crmres.simulator.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.Samples;
import com.crmres.simulator.payload.InboundMessages.BasketItem;
import com.crmres.simulator.payload.InboundMessages.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every payload has the members and JSON types of the recorded one.
class PayloadShapeTest {

  private static final BusinessNumber NUMBER =
      new BusinessNumber("104857600123456", "109876543210987", "966115550199", "Deera");
  private static final Person NOURA = Person.of("966500000123", "نورة العتيبي");
  private static final Instant AT = Instant.ofEpochSecond(1_795_334_400L);
  private static final String QUOTED = "wamid.QUOTED=";
  private static final String SHOP = "966115550199";
  private static final Media FILE = new Media("1003", "image/jpeg", "ufKx=", "https://l/?mid=1");

  static Stream<Object[]> payloads() {
    InboundMessages noura = InboundMessages.from(NOURA, "wamid.1=", AT);
    Person khalid = new Person(null, "SA.20261122000000012345", "Khalid", "khalid.eats");
    Place pin = new Place(24.711667, 46.674444, null, null);
    Place street = new Place(24.774265, 46.738586, null, "حي النخيل، الرياض");
    var basket =
        List.of(
            new BasketItem("BRG", 2, new BigDecimal("18.5")),
            new BasketItem("FRY", 1, BigDecimal.valueOf(9)));
    return Stream.of(
        said("in-text", noura.text("السلام عليكم")),
        said("in-text-reply-context", noura.reply("لا، بدون بصل", QUOTED, SHOP)),
        said("in-text-forwarded", noura.forwarded("شوف")),
        said(
            "in-text-username-only",
            khalid,
            InboundMessages.from(khalid, "wamid.2=", AT).text("Hi")),
        said("in-text-frequently-forwarded", noura.frequentlyForwarded("شوف")),
        said("in-text-referred-product", noura.aboutProduct("متوفر؟", "194", "BRG", QUOTED, SHOP)),
        said("in-text-ctwa-referral", noura.fromAdvertisement("مرحبا", "120", "عرض")),
        said(
            "in-contacts-phone-share",
            khalid,
            InboundMessages.from(khalid, "wamid.3=", AT)
                .sharedNumber("966500000123", QUOTED, SHOP)),
        said("in-image", noura.image(FILE, "ناقص")),
        said("in-image-no-caption", noura.image(FILE, null)),
        said("in-video", noura.video(FILE, "شوف")),
        said("in-voice-note", noura.voice(FILE)),
        said("in-document", noura.document(FILE, "حوالة.pdf", "فاتورة")),
        said("in-sticker", noura.sticker(FILE, true)),
        said("in-location-pin", noura.location(pin)),
        said("in-location-request-answer", noura.locationAnswer(street, QUOTED, SHOP)),
        said("in-interactive-button-reply", noura.buttonReply("o:1", "تأكيد", QUOTED, SHOP)),
        said("in-interactive-list-reply", noura.listReply("b:1", "العليا", "مفتوح", QUOTED, SHOP)),
        said("in-interactive-flow-nfm-reply", noura.flowReply("{}", QUOTED, SHOP)),
        said("in-template-quick-reply-button", noura.templateButton("p", "ممتاز", QUOTED, SHOP)),
        said("in-order", noura.order("194", "بدون مخلل", basket)),
        said("in-reaction", noura.reaction(QUOTED, "❤️")),
        said("in-reaction-removed", noura.reaction(QUOTED, null)),
        said("in-edit", noura.edit(QUOTED, "أبغى ٣")),
        said("in-revoke", noura.revoke(QUOTED)),
        said("in-unsupported", noura.unsupported("poll_creation")),
        said(
            "in-system-user-changed-number",
            null,
            noura.changedNumber(Person.of("966500000789", "نورة"))),
        told(
            "st-sent-free-entry-point-with-conversation",
            NOURA,
            new Statuses("wamid.OUT=", NOURA, "msg-1", "service", AT).sent(AT)),
        event("wh-standby-message", news().standby(NOURA, noura.text("وين طلبي؟"))),
        event("wh-smb-message-echoes", news().echo(NOURA, "wamid.4=", noura.text("هلا"))),
        event("wh-user-preferences-stop", news().marketingWish(NOURA, false)),
        event(
            "wh-template-status-approved",
            news().templateStatus("16", "ready", "ar", "UTILITY", "APPROVED")),
        event(
            "wh-template-status-paused",
            news().templateStatus("16", "ready", "ar", "UTILITY", "PAUSED")),
        event(
            "wh-template-quality", news().templateQuality("16", "ready", "ar", "GREEN", "YELLOW")),
        event(
            "wh-phone-number-quality-throughput-upgrade",
            news().numberQuality("THROUGHPUT_UPGRADE", "TIER_UNLIMITED")),
        event("wh-unknown-field", news().unheardOf("some_future_field")),
        told("st-sent", NOURA, statuses().sent(AT)),
        told("st-delivered", NOURA, statuses().delivered(AT)),
        told("st-read", NOURA, statuses().read(AT)),
        told("st-failed-131047-window-closed", null, statuses().failed(AT, 131047, "t", "d")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void hasTheShapeOfTheRecordedPayload(String sample, JsonNode payload) {
    assertThat(Samples.shape(payload)).isEqualTo(Samples.shape(Samples.json(sample + ".json")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void survivesEscapingUnchanged(String sample, JsonNode payload) throws Exception {
    byte[] bytes = EscapedJson.bytes(payload);

    assertThat(new ObjectMapper().readTree(bytes)).hasToString(payload.toString());
    for (byte each : bytes) {
      assertThat(each).as(sample).isPositive();
    }
  }

  @Test
  void aContactCardHoldsWhatTheRecordedOneHoldsExceptTheCompany() {
    JsonNode card = InboundMessages.from(NOURA, "w", AT).contactCard("أبو فهد", "966500000456");

    Map<String, String> expected = Samples.shape(Samples.json("in-contacts-card.json"));
    expected.keySet().removeIf(path -> path.contains(".org"));

    assertThat(Samples.shape(envelope(NOURA, (ObjectNode) card))).isEqualTo(expected);
  }

  @Test
  void joinedEventsSpreadOverEntriesAndChangesAndKeepEveryOne() {
    List<WebhookEvent> events =
        Stream.of("1", "2", "3", "4", "5", "6", "7")
            .<WebhookEvent>map(id ->
                new WebhookEvent.CustomerMessage(
                    id, id, NUMBER, NOURA, InboundMessages.from(NOURA, id, AT).text(id)))
            .toList();

    JsonNode joined = Envelope.of(events);

    assertThat(joined.path("entry")).hasSize(2);
    assertThat(joined.path("entry").path(0).path("changes")).hasSize(2);
    assertThat(joined.findValuesAsText("body")).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  private static Statuses statuses() {
    return new Statuses("wamid.OUT=", NOURA, "msg-1", "service");
  }

  private static ChannelEvents news() {
    return ChannelEvents.of(NUMBER, AT);
  }

  private static Object[] event(String sample, WebhookEvent event) {
    return new Object[] {sample, Envelope.of(event)};
  }

  private static Object[] said(String sample, ObjectNode message) {
    return said(sample, NOURA, message);
  }

  private static Object[] said(String sample, @Nullable Person contact, ObjectNode message) {
    return new Object[] {sample, envelope(contact, message)};
  }

  private static Object[] told(String sample, @Nullable Person contact, ObjectNode status) {
    return new Object[] {
      sample, Envelope.of(new WebhookEvent.MessageStatus("s", "s", NUMBER, contact, status))
    };
  }

  private static JsonNode envelope(@Nullable Person contact, ObjectNode message) {
    return Envelope.of(new WebhookEvent.CustomerMessage("m", "m", NUMBER, contact, message));
  }
}
