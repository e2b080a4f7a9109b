package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateButtonKind;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.wire.Json;
import com.crmres.server.customer.Customers;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageWriterTest {

  private static final UUID ID = UUID.fromString("0198f2c4-0000-7000-8000-000000000001");
  private static final UUID IMAGE = UUID.fromString("0198f2c4-0000-7000-8000-000000000002");
  private static final UUID DOCUMENT = UUID.fromString("0198f2c4-0000-7000-8000-000000000003");
  private static final UUID VOICE = UUID.fromString("0198f2c4-0000-7000-8000-000000000004");
  private static final Customers.Address NOURA = new Customers.Address("966500000123", null);
  private static final Customers.Address NO_PHONE =
      new Customers.Address(null, "SA.20261122000000012345");
  private static final Map<UUID, String> UPLOADED =
      Map.of(IMAGE, "2871834006348767", DOCUMENT, "2871834006348768", VOICE, "2871834006348769");

  @ParameterizedTest
  @MethodSource("kinds")
  void writesEachKindAsWhatsAppShowsIt(
      String sample, MessageContent content, Customers.Address to, @Nullable String quoted)
      throws Exception {
    JsonNode written = MessageWriter.write(to, ID, quoted, content, MessageWriterTest::uploaded);

    assertThat(comparable(written)).isEqualTo(comparable(sample(sample)));
    assertThat(written.path("biz_opaque_callback_data").asText()).isEqualTo(ID.toString());
    assertThat(MessageRules.check(content)).isEmpty();
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("text", new MessageContent.Text("أهلاً نورة 👋 وصلنا طلبك.")),
        Arguments.of(
            "text-reply",
            new MessageContent.Text("أبشري، بدون بصل ✅"),
            NOURA,
            "wamid.HBgMOTY2NTAwMDAwMTIzFQIAEhgUM0FFMzg0RTFBQUI2MEUyQ0Y1QUQA"),
        Arguments.of("text-to-bsuid", new MessageContent.Text("أهلاً!"), NO_PHONE, null),
        kind(
            "location",
            new MessageContent.Place(24.711667, 46.674444, "فرع العليا", "طريق الملك فهد، الرياض")),
        kind(
            "contacts",
            new MessageContent.Contacts(
                List.of(
                    new MessageContent.Contact(
                        "فرع العليا", List.of("+966115550199"), List.of(), "مطعم الديرة")),
                false)),
        kind("image-id", media(IMAGE, MediaKind.IMAGE, null, "قائمة اليوم")),
        kind("document-id", media(DOCUMENT, MediaKind.DOCUMENT, "invoice-4711.pdf", "فاتورتك")),
        kind("audio-voice", media(VOICE, MediaKind.VOICE, null, null)),
        kind("interactive-buttons", buttons()),
        kind("interactive-list", options()),
        kind(
            "interactive-cta-url",
            new MessageContent.Link(
                "تابع طلبك رقم 4711",
                "تتبع الطلب",
                "https://orders.example.invalid/t/4711",
                null,
                "ينتهي الرابط خلال ساعة")),
        kind("location-request", new MessageContent.LocationRequest("شارك موقعك لتحديد أقرب فرع.")),
        Arguments.of(
            "request-contact-info",
            new MessageContent.ContactRequest("نحتاج رقم جوالك للتوصيل."),
            NO_PHONE,
            null),
        kind(
            "interactive-product",
            new MessageContent.Product(
                "الأكثر طلباً", "194836987003835", "BRG-CHK-01", "مطعم الديرة")),
        kind("interactive-product-list", products()),
        kind("template-positional", positional()),
        kind("template-named", named()),
        kind("template-media-header-url-button", withDocument()));
  }

  @ParameterizedTest
  @MethodSource("signs")
  void writesASignOnAMessage(String sample, String wamid, String emoji) {
    assertThat(comparable(MessageWriter.reaction(NOURA, ID, wamid, emoji)))
        .isEqualTo(comparable(sample(sample)));
  }

  static Stream<Arguments> signs() {
    return Stream.of(
        Arguments.of(
            "reaction", "wamid.HBgMOTY2NTAwMDAwMTIzFQIAEhgUM0E3QTJBREQ0N0Y3NDNCNTY1RjUA", "👍"),
        Arguments.of(
            "reaction-remove",
            "wamid.HBgMOTY2NTAwMDAwMTIzFQIAEhgUM0E5NTc0QzRGNjg3NDQyMUZBQUQA",
            ""));
  }

  @Test
  void writesThatAMessageWasReadAndThatWeWrite() {
    assertThat(
            (JsonNode)
                MessageWriter.read(
                    "wamid.HBgMOTY2NTAwMDAwMTIzFQIAEhgUM0FCMzVBQ0FDNEE3RTdGNjMwRTIA", false))
        .isEqualTo(sample("mark-read"));
    assertThat(
            (JsonNode)
                MessageWriter.read(
                    "wamid.HBgMOTY2NTAwMDAwMTIzFQIAEhgUM0ExOTMyNzEyRDlFRUQwNTNDRTUA", true))
        .isEqualTo(sample("mark-read-typing"));
  }

  @Test
  void neverNamesPhoneAndUserIdAtOnce() throws Exception {
    Customers.Address both = new Customers.Address("966500000123", "SA.1");

    JsonNode written =
        MessageWriter.write(
            both, ID, null, new MessageContent.Text("hello"), MessageWriterTest::uploaded);

    assertThat(written.path("to").asText()).isEqualTo("966500000123");
    assertThat(written.has("recipient")).isFalse();
  }

  /// Trap 33: the language travels exactly as it was approved. trap 33
  @Test
  void sendsATemplateInExactlyItsLanguage() throws Exception {
    JsonNode written =
        MessageWriter.write(
            NOURA,
            ID,
            null,
            new MessageContent.Template(
                "order_ready", "ar_SA", TemplateCategory.UTILITY, null, List.of(), List.of(), "x"),
            MessageWriterTest::uploaded);

    assertThat(written.at("/template/language/code").asText()).isEqualTo("ar_SA");
  }

  @Test
  void quotesNothingInATemplate() throws Exception {
    JsonNode written =
        MessageWriter.write(NOURA, ID, "wamid.1", named(), MessageWriterTest::uploaded);

    assertThat(written.has("context")).isFalse();
  }

  @Test
  void refusesWhatOnlyCustomersSay() {
    assertThatThrownBy(() ->
            MessageWriter.write(
                NOURA, ID, null, new MessageContent.Choice("a", "A"), MessageWriterTest::uploaded))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Arguments kind(String sample, MessageContent content) {
    return Arguments.of(sample, content, NOURA, null);
  }

  private static MessageContent.Media media(
      UUID id, MediaKind kind, @Nullable String fileName, @Nullable String caption) {
    return new MessageContent.Media(
        id,
        kind,
        "application/octet-stream",
        10L,
        fileName,
        caption,
        false,
        MediaState.READY,
        null);
  }

  private static MessageContent buttons() {
    return new MessageContent.Buttons(
        "2 برجر دجاج + بطاطس كبير\nالمجموع: 46.00 ر.س",
        List.of(
            new MessageContent.Button("order:4711:confirm", "تأكيد الطلب"),
            new MessageContent.Button("order:4711:edit", "تعديل"),
            new MessageContent.Button("order:4711:cancel", "إلغاء")),
        "مراجعة الطلب",
        "الأسعار شاملة الضريبة");
  }

  private static MessageContent options() {
    return new MessageContent.Options(
        "اختر الفرع الأقرب لك",
        "عرض الفروع",
        List.of(
            new MessageContent.Row("branch:olaya", "فرع العليا", "مفتوح حتى 2 صباحاً", "الرياض"),
            new MessageContent.Row("branch:nakheel", "فرع النخيل", "مفتوح حتى 12", "الرياض"),
            new MessageContent.Row("branch:rawdah", "فرع الروضة", null, "جدة")),
        "الفروع",
        "مطعم الديرة");
  }

  private static MessageContent products() {
    return new MessageContent.ProductList(
        "قائمة الغداء",
        "اختر أصنافك وأرسل السلة",
        "194836987003835",
        List.of(
            new MessageContent.ProductSection("برجر", List.of("BRG-CHK-01", "BRG-BEEF-01")),
            new MessageContent.ProductSection("مشروبات", List.of("DRK-COLA"))),
        "الأسعار شاملة الضريبة");
  }

  private static MessageContent positional() {
    return new MessageContent.Template(
        "order_ready",
        "ar",
        TemplateCategory.UTILITY,
        null,
        List.of(
            new MessageContent.TemplateParameter(null, "نورة"),
            new MessageContent.TemplateParameter(null, "4711"),
            new MessageContent.TemplateParameter(null, "العليا")),
        List.of(
            new MessageContent.ButtonParameter(
                0, TemplateButtonKind.QUICK_REPLY, "feedback:4711:good"),
            new MessageContent.ButtonParameter(
                1, TemplateButtonKind.QUICK_REPLY, "feedback:4711:bad")),
        "طلبك جاهز");
  }

  private static MessageContent named() {
    return new MessageContent.Template(
        "order_ready_named",
        "ar",
        TemplateCategory.UTILITY,
        null,
        List.of(
            new MessageContent.TemplateParameter("customer_name", "نورة"),
            new MessageContent.TemplateParameter("order_no", "4711")),
        List.of(),
        "طلبك جاهز");
  }

  private static MessageContent withDocument() {
    return new MessageContent.Template(
        "invoice_ready",
        "en_US",
        TemplateCategory.UTILITY,
        new MessageContent.HeaderParameter(null, DOCUMENT, MediaKind.DOCUMENT, "invoice-4711.pdf"),
        List.of(new MessageContent.TemplateParameter(null, "Noura")),
        List.of(new MessageContent.ButtonParameter(0, TemplateButtonKind.URL, "4711")),
        "Your invoice is ready");
  }

  private static String uploaded(UUID mediaId) throws MediaUnavailable {
    String id = UPLOADED.get(mediaId);
    if (id == null) {
      throw MediaUnavailable.forGood("not uploaded");
    }
    return id;
  }

  private static JsonNode sample(String name) {
    return Json.read(
        new String(Sample.file("out-" + name + ".json"), StandardCharsets.UTF_8), JsonNode.class);
  }

  /// Without our own id, and without the picture that we put over no link; numbers by their value.
  private static JsonNode comparable(JsonNode message) {
    ObjectNode copy = message.deepCopy();
    copy.remove("biz_opaque_callback_data");
    if (copy.at("/interactive/header/type").asText().equals("image")) {
      ((ObjectNode) copy.path("interactive")).remove("header");
    }
    return Json.read(Json.write(copy), JsonNode.class);
  }
}
