package com.crmres.bench.channel;

import static com.crmres.bench.channel.FrontOffice.untilTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.channel.NewNumberRequest;
import com.crmres.common.channel.TokenRequest;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageContent.Button;
import com.crmres.common.conversation.MessageContent.Row;
import com.crmres.common.conversation.MessageContent.TemplateParameter;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.media.MediaDetails;
import com.crmres.common.template.CreateTemplatesRequest;
import com.crmres.common.template.CreatedTemplates;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateDraft;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateStatus;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every kind that staff may send, until WhatsApp has it once and the customer has read it.
@SuppressWarnings("NullAway.Init") // JUnit calls open first
class EveryKindSentTest {

  private static final MessageContent.@Nullable HeaderParameter NO_HEADER = null;

  private static Channel channel;
  private static FrontOffice office;

  @BeforeAll
  static void open() throws Exception {
    channel = Channel.open();
    office = channel.office();
  }

  @AfterAll
  static void close() throws Exception {
    channel.close();
  }

  @AfterEach
  void nothingIsLeftOver() throws Exception {
    channel.nothingIsLeftOver();
  }

  @Test
  void everyKindReachesTheCustomerOnceAndIsSeenToBeRead() throws Exception {
    Customer dana = channel.simulator().customer("966552000001", "دانة");
    UUID thread = takenOver(dana, "هلا");
    UUID hers = office.messages(thread).getLast().id();
    Map<String, MessageDetails> sent = new LinkedHashMap<>();
    for (MessageContent content : contents()) {
      sent.put(content.getClass().getSimpleName(), office.send(thread, content, null));
    }
    sent.put("quote", office.send(thread, new MessageContent.Text("بخصوص هذا"), hers));
    sent.put("picture", office.send(thread, file(SmallFiles.picture("png"), "image/png"), null));
    sent.put("document", office.send(thread, file(SmallFiles.document(), "application/pdf"), null));
    office.post(
        "/v1/conversations/%s/messages/%s/reaction".formatted(thread, hers),
        new ReactionRequest(UUID.randomUUID(), "👍"),
        202,
        MessageDetails.class);

    for (Map.Entry<String, MessageDetails> each : sent.entrySet()) {
      UUID id = each.getValue().id();
      untilTrue(
          each.getKey() + " read",
          () -> office.message(thread, id).status() == DeliveryStatus.READ);
      assertThat(sends(id)).as(each.getKey()).hasSize(1);
    }
    untilTrue(
        "the sign", () -> types(dana).contains("reaction") && reactionCount(thread, hers) == 1);
    assertThat(types(dana))
        .contains(
            "text",
            "interactive button",
            "interactive list",
            "interactive cta_url",
            "interactive location_request_message",
            "interactive request_contact_info",
            "interactive product",
            "interactive product_list",
            "location",
            "contacts",
            "image",
            "document");
    Send quote = sends(sent.get("quote").id()).getFirst();
    assertThat(quote.request().at("/context/message_id").asText()).isEqualTo(channel.wamid(hers));
  }

  @Test
  void longWordsGoOutInPartsInTheirOrder() throws Exception {
    Customer dana = channel.simulator().customer("966552000002", "جود");
    UUID thread = takenOver(dana, "هلا");
    int before = dana.answers().size();
    String words = "جملة طويلة عن القائمة. ".repeat(400).strip();

    office.send(thread, new MessageContent.Text(words), null);

    untilTrue(
        "all parts",
        () -> joined(dana, before).replace(" ", "").length() >= words.replace(" ", "").length());
    assertThat(joined(dana, before).replace(" ", "")).isEqualTo(words.replace(" ", ""));
    assertThat(dana.answers().size() - before).isGreaterThan(1);
  }

  @Test
  void aTemplateOfTwoLanguagesIsReviewedSentAndRefusedWhilePaused() throws Exception {
    Customer dana = channel.simulator().customer("966552000003", "شهد");
    UUID thread = takenOver(dana, "هلا");
    CreatedTemplates created =
        office.post(
            "/v1/templates",
            new CreateTemplatesRequest(
                Channel.NUMBER.accountId(),
                "order_is_ready",
                TemplateCategory.UTILITY,
                List.of(
                    draft("ar", "هلا {{1}}، طلبك رقم {{2}} جاهز للاستلام."),
                    draft("en", "Hello {{1}}, your order {{2}} is ready for pickup."))),
            200,
            CreatedTemplates.class);
    assertThat(created.outcomes()).hasSize(2).allMatch(one -> one.template() != null);
    untilTrue("both approved", () -> sendable().size() == 2);

    MessageDetails arabic = template(thread, "ar", 202, MessageDetails.class);

    untilTrue(
        "the template read",
        () -> office.message(thread, arabic.id()).status() == DeliveryStatus.READ);
    assertThat(sends(arabic.id()).getFirst().text())
        .isEqualTo("هلا شهد، طلبك رقم A-17 جاهز للاستلام.");
    channel.simulator().templateReview().pause("order_is_ready", "ar");
    untilTrue("the pause", () -> sendable().equals(List.of("en")));
    int before = dana.answers().size();
    ErrorEnvelope refused = template(thread, "ar", 409, ErrorEnvelope.class);
    assertThat(refused.error().code()).isEqualTo("TEMPLATE_REFUSED");
    MessageDetails english = template(thread, "en", 202, MessageDetails.class);
    untilTrue("the other language", () -> sends(english.id()).size() == 1);
    assertThat(dana.answers()).hasSize(before + 1);
    office.awaitNotice(
        ChannelNoticeKind.TEMPLATE_STATUS,
        notice -> TemplateStatus.PAUSED.wireName().equals(notice.facts().get("to")));
  }

  @Test
  void aRevokedTokenStopsOneNumberUntilItIsReplaced() throws Exception {
    BusinessNumber second = Channel.SECOND;
    channel.simulator().tokens().grant("second-token");
    office.post(
        "/v1/channel/numbers",
        new NewNumberRequest(second.accountId(), second.phoneNumberId(), "second-token"),
        200,
        ChannelNumber.class);
    Customer dana = channel.simulator().customer("966552000004", "دلال");
    Customer fay = channel.simulator().line(second).customer(Person.of("966552000005", "في"));
    UUID stopped = takenOver(dana, "هلا");
    UUID going = takenOver(fay, "هلا");

    channel.simulator().tokens().revoke("test-access-token");
    MessageDetails waiting = office.send(stopped, new MessageContent.Text("ينتظر"), null);
    office.awaitNotice(
        ChannelNoticeKind.NUMBER_PAUSED,
        notice -> Channel.NUMBER.phoneNumberId().equals(notice.phoneNumberId()));
    MessageDetails passing = office.send(going, new MessageContent.Text("يمر"), null);
    untilTrue(
        "the other number goes on",
        () -> office.message(going, passing.id()).status() == DeliveryStatus.READ);
    assertThat(sends(passing.id()).getFirst().number()).isEqualTo(second);
    assertThat(sends(waiting.id())).isEmpty();
    assertThat(office.message(stopped, waiting.id()).status()).isEqualTo(DeliveryStatus.QUEUED);

    channel.simulator().tokens().grant("fresh-token");
    office.put(
        "/v1/channel/numbers/" + Channel.NUMBER.phoneNumberId() + "/token",
        new TokenRequest("fresh-token"),
        200,
        ChannelNumber.class);

    untilTrue(
        "what waited goes out",
        () -> office.message(stopped, waiting.id()).status() == DeliveryStatus.READ);
    assertThat(sends(waiting.id())).hasSize(1);
    office.awaitNotice(
        ChannelNoticeKind.NUMBER_RESUMED,
        notice -> Channel.NUMBER.phoneNumberId().equals(notice.phoneNumberId()));
  }

  private static List<MessageContent> contents() {
    return List.of(
        new MessageContent.Text("حياك الله"),
        new MessageContent.Buttons("تأكد؟", List.of(new Button("y", "نعم"), new Button("n", "لا"))),
        new MessageContent.Options(
            "اختر",
            "الفروع",
            List.of(
                new Row("a", "العليا", "مفتوح", "الرياض"),
                new Row("b", "الملز", null, "شرق الرياض")),
            "فروعنا",
            "نار وسمر"),
        new MessageContent.Link("قائمتنا", "افتح", "https://nar.example/menu"),
        new MessageContent.Place(24.6953, 46.6853, "العليا", "شارع العليا"),
        new MessageContent.LocationRequest("وين نوصل؟"),
        new MessageContent.ContactRequest("رقمك؟"),
        new MessageContent.Contacts(
            List.of(new MessageContent.Contact("الفرع", List.of("+966115550199"), List.of(), null)),
            false),
        new MessageContent.Product("جرب هذا", "194836987003835", "FRIES"),
        new MessageContent.ProductList(
            "قائمتنا",
            "اختر",
            "194836987003835",
            List.of(
                new MessageContent.ProductSection("جانبية", List.of("FRIES")),
                new MessageContent.ProductSection("شاورما", List.of("CHICKEN-SHAWARMA")))));
  }

  private static MessageContent file(byte[] bytes, String type) throws Exception {
    MediaDetails kept = office.upload(bytes, type, "menu");
    return new MessageContent.Media(
        kept.id(),
        kept.kind(),
        kept.mimeType(),
        null,
        null,
        "القائمة",
        false,
        MediaState.READY,
        null);
  }

  /// A conversation in which the assistant keeps silent.
  private static UUID takenOver(Customer customer, String words) throws Exception {
    customer.says(words);
    UUID thread = office.awaitConversation(customer.person()).id();
    office.post("/v1/conversations/" + thread + "/take-over", "", 200, ConversationSummary.class);
    return thread;
  }

  private static List<Send> sends(UUID message) {
    return channel.simulator().sends().all().stream()
        .filter(send -> message.toString().equals(send.callbackData()))
        .toList();
  }

  private static List<String> types(Customer customer) {
    List<String> types = new ArrayList<>();
    for (Send send : customer.answers()) {
      String kind = send.request().path("interactive").path("type").asText();
      types.add((send.type() + " " + kind).strip());
    }
    return types;
  }

  private static int reactionCount(UUID thread, UUID message) throws Exception {
    return office.message(thread, message).marks().reactions().size();
  }

  private static String joined(Customer customer, int from) {
    StringBuilder words = new StringBuilder();
    List<Send> answers = customer.answers();
    answers.subList(from, answers.size()).forEach(send -> words.append(send.text()).append(' '));
    return words.toString().strip();
  }

  private static TemplateDraft draft(String language, String body) {
    return new TemplateDraft(
        language, new TemplateForm(null, body, List.of("نورة", "A-17"), null, List.of()));
  }

  /// The languages in which the template may be sent now.
  private static List<String> sendable() throws Exception {
    return office.page("/v1/templates?name=order_is_ready", TemplateDetails.class).stream()
        .filter(TemplateDetails::sendable)
        .map(TemplateDetails::language)
        .sorted()
        .toList();
  }

  private static <T> T template(UUID thread, String language, int status, Class<T> type)
      throws Exception {
    return office.post(
        "/v1/conversations/" + thread + "/templates",
        new SendTemplateRequest(
            UUID.randomUUID(),
            "order_is_ready",
            language,
            TemplateCategory.UTILITY,
            NO_HEADER,
            List.of(new TemplateParameter(null, "شهد"), new TemplateParameter(null, "A-17")),
            List.of()),
        status,
        type);
  }
}
