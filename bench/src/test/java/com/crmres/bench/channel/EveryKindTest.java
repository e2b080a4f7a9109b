package com.crmres.bench.channel;

import static com.crmres.bench.channel.FrontOffice.untilTrue;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.house.Accounts;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.VersionKind;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.ChannelEvents;
import com.crmres.simulator.payload.InboundMessages;
import com.crmres.simulator.payload.InboundMessages.BasketItem;
import com.crmres.simulator.payload.InboundMessages.Place;
import com.crmres.simulator.payload.Media;
import com.crmres.simulator.payload.Person;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every kind that WhatsApp may deliver, signed and over HTTP, until staff see it as what it is.
@SuppressWarnings("NullAway.Init") // JUnit calls open first
class EveryKindTest {

  private static final BusinessNumber NUMBER = Channel.NUMBER;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Channel channel;
  private static Simulator simulator;
  private static FrontOffice office;

  @BeforeAll
  static void open() throws Exception {
    channel = Channel.open();
    simulator = channel.simulator();
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
  void filesOfCustomersAreFetchedAndHandedOverInParts() throws Exception {
    Customer sara = simulator.customer("966551000001", "سارة");
    byte[] photo = SmallFiles.picture("jpg");
    sara.sends(message -> message.image(file(photo, "image/jpeg"), "ناقص"));
    sara.sends(message -> message.video(file(SmallFiles.video(), "video/mp4"), "شوف"));
    sara.sends(message -> message.voice(file(SmallFiles.voice(), "audio/ogg; codecs=opus")));
    sara.sends(message ->
        message.document(file(SmallFiles.document(), "application/pdf"), "حوالة.pdf", null));
    sara.sends(message -> message.sticker(file(SmallFiles.sticker(), "image/webp"), false));
    UUID thread = office.awaitConversation(sara.person()).id();

    MessageContent.Media picture = ready(thread, MediaKind.IMAGE);
    assertThat(picture.caption()).isEqualTo("ناقص");
    assertThat(office.download(picture.id(), "", null).body()).isEqualTo(photo);
    HttpResponse<byte[]> part = office.download(picture.id(), "", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(photo, 10, 20));
    HttpResponse<byte[]> thumbnail = office.download(picture.id(), "/thumbnail", null);
    assertThat(thumbnail.statusCode()).isEqualTo(200);
    assertThat(thumbnail.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(office.download(ready(thread, MediaKind.VIDEO).id(), "", null).body())
        .isEqualTo(SmallFiles.video());
    ready(thread, MediaKind.VOICE);
    assertThat(ready(thread, MediaKind.DOCUMENT).fileName()).isEqualTo("حوالة.pdf");
    ready(thread, MediaKind.STICKER);
  }

  @Test
  void whatCustomersSayAndTapIsShownAsItsKind() throws Exception {
    Customer omar = simulator.customer("966551000002", "عمر");
    omar.says("السلام عليكم");
    String ours = answer(omar).messageId();
    String shop = NUMBER.displayPhoneNumber();
    Place place = new Place(24.7743, 46.7386, "برج المملكة", "طريق الملك فهد");
    omar.sends(message -> message.location(place));
    omar.sendsContact("أبو فهد", "966500000456");
    omar.sends(message -> message.sharedNumber("966551000002", ours, shop));
    omar.sends(message -> message.buttonReply("old:1", "زر", ours, shop));
    omar.sends(message -> message.listReply("old:2", "سطر", "وصف", ours, shop));
    omar.sends(message -> message.flowReply("{\"flow_token\":\"x\",\"rate\":\"5\"}", ours, shop));
    omar.sends(message -> message.templateButton("old:3", "ممتاز", ours, shop));
    omar.sendsSomethingUnsupported("poll_creation");
    omar.sends(message -> message.unheardOf("hologram"));
    UUID thread = office.awaitConversation(omar.person()).id();

    office.await(thread, MessageContent.Text.class, text -> text.text().equals("السلام عليكم"));
    MessageDetails pin =
        office.await(thread, MessageContent.Place.class, any -> "برج المملكة".equals(any.name()));
    assertThat(pin.sender()).isEqualTo(Sender.CUSTOMER);
    office.await(
        thread, MessageContent.Contacts.class, cards -> !cards.onRequest() && isAbuFahd(cards));
    office.await(thread, MessageContent.Contacts.class, MessageContent.Contacts::onRequest);
    for (String id : List.of("old:1", "old:2", "old:3")) {
      MessageDetails tap =
          office.await(thread, MessageContent.Choice.class, choice -> choice.id().equals(id));
      assertThat(tap.marks().replyTo()).as(id).isNotNull();
    }
    office.await(
        thread, MessageContent.FormAnswer.class, form -> "5".equals(form.fields().get("rate")));
    office.await(thread, MessageContent.Unsupported.class, any -> any.code() == 131051);
    office.await(thread, MessageContent.Other.class, any -> "hologram".equals(any.kind()));
  }

  @Test
  void aCartOfTheCatalogueBecomesOurs() throws Exception {
    Customer huda = simulator.customer("966551000003", "هدى");
    List<BasketItem> items =
        List.of(
            new BasketItem("FRIES", 2, new BigDecimal("8.00")),
            new BasketItem("CHICKEN-SHAWARMA", 1, new BigDecimal("9.00")));
    huda.sendsBasket("194836987003835", "بدون مخلل", items);
    UUID thread = office.awaitConversation(huda.person()).id();

    MessageDetails order =
        office.await(thread, MessageContent.CatalogueOrder.class, any -> any.lines().size() == 2);
    assertThat(((MessageContent.CatalogueOrder) order.content()).note()).isEqualTo("بدون مخلل");
    untilTrue(
        "a cart with both dishes",
        () ->
            new Accounts(channel.house(), simulator)
                    .number(
                        "select coalesce(max(jsonb_array_length(lines)), 0) from cart"
                            + " where conversation_id = '%s'".formatted(thread))
                == 2);
  }

  @Test
  void whatHangsOnMessagesIsShownAsMarks() throws Exception {
    Customer noura = simulator.customer("966551000004", "نورة");
    noura.sends(message -> message.fromAdvertisement("مرحبا", "120230000000012345", "عرض العائلة"));
    Send ours = answer(noura);
    String shop = NUMBER.displayPhoneNumber();
    noura.sends(message -> message.forwarded("شوف العرض"));
    noura.sends(message -> message.frequentlyForwarded("شوفوا كلكم"));
    noura.sends(message -> message.reply("أقصد هذا", ours.messageId(), shop));
    noura.sends(message -> message.aboutProduct("متوفر؟", "194", "FRIES", ours.messageId(), shop));
    UUID thread = office.awaitConversation(noura.person()).id();

    MessageDetails first = text(thread, "مرحبا");
    assertThat(first.marks().referral()).isNotNull();
    assertThat(text(thread, "شوف العرض").marks().forwarded()).isEqualTo(Forwarded.ONCE);
    assertThat(text(thread, "شوفوا كلكم").marks().forwarded()).isEqualTo(Forwarded.OFTEN);
    assertThat(text(thread, "أقصد هذا").marks().replyTo())
        .satisfies(quote -> assertThat(quote.messageId()).isNotNull());
    assertThat(text(thread, "متوفر؟").marks().product()).isEqualTo("FRIES");
    untilTrue(
        "the free days after an advertisement",
        () -> office.awaitConversation(noura.person()).channel().freeUntil() != null);

    String target = text(thread, "شوف العرض").id().toString();
    String wamid = channel.wamid(target);
    noura.reactsTo(wamid, "❤️");
    untilTrue("the heart", () -> !marked(thread, target).marks().reactions().isEmpty());
    noura.reactsTo(wamid, null);
    untilTrue("no heart", () -> marked(thread, target).marks().reactions().isEmpty());
  }

  @Test
  void editsAndRevokesOfCustomersAndOfThePhoneAppKeepWhatWasSaid() throws Exception {
    Customer fahad = simulator.customer("966551000005", "فهد");
    String said = fahad.says("أبغى ٢");
    UUID thread = office.awaitConversation(fahad.person()).id();
    UUID message = text(thread, "أبغى ٢").id();
    fahad.edits(said, "أبغى ٣");
    untilTrue("the edit", () -> office.message(thread, message).marks().editedAt() != null);
    assertThat(text(thread, "أبغى ٣").id()).isEqualTo(message);
    fahad.deletes(said);
    untilTrue("the revoke", () -> office.message(thread, message).marks().revokedAt() != null);
    assertThat(kinds(thread, message))
        .containsExactly(VersionKind.ORIGINAL, VersionKind.EDIT, VersionKind.REVOKE);

    Person person = fahad.person();
    byte[] photo = SmallFiles.picture("png");
    Media file = file(photo, "image/png");
    echo(person, "wamid.app1", words(person).image(file, "القائمة"));
    echo(person, "wamid.app2", words(person).text("معك فهد"));
    UUID echo = text(thread, "معك فهد").id();
    assertThat(office.message(thread, echo).sender()).isEqualTo(Sender.PHONE_APP);
    assertThat(office.download(ready(thread, MediaKind.IMAGE).id(), "", null).body())
        .isEqualTo(photo);
    echo(person, "wamid.app3", words(person).edit("wamid.app2", "معك المدير"));
    untilTrue(
        "the edit of the echo", () -> office.message(thread, echo).marks().editedAt() != null);
    echo(person, "wamid.app4", words(person).revoke("wamid.app2"));
    untilTrue(
        "the revoke of the echo", () -> office.message(thread, echo).marks().revokedAt() != null);
    assertThat(kinds(thread, echo))
        .containsExactly(VersionKind.ORIGINAL, VersionKind.EDIT, VersionKind.REVOKE);
  }

  @Test
  void aCustomerWithAnotherNumberStaysTheSame() throws Exception {
    Customer old = simulator.customer("966551000006", "ريم");
    old.says("هلا");
    UUID thread = office.awaitConversation(old.person()).id();

    Customer now = old.changesNumberTo("966551000016");

    untilTrue("the new number", () -> office.conversation(now.person()).isPresent());
    assertThat(office.awaitConversation(now.person()).id()).isEqualTo(thread);
    office.await(
        thread, MessageContent.Notice.class, notice -> notice.kind() == NoticeKind.NUMBER_CHANGED);
  }

  @Test
  void whatIsSaidToOtherProgramsAndOfTheAccountReachesStaff() throws Exception {
    Customer lama = simulator.customer("966551000007", "لمى");
    lama.says("هلا");
    UUID thread = office.awaitConversation(lama.person()).id();
    simulator.tell(news().standby(lama.person(), words(lama.person(), "wamid.s1").text("وين؟")));
    text(thread, "وين؟");
    untilTrue("the standby", () -> office.awaitConversation(lama.person()).channel().standby());
    office.awaitNotice(ChannelNoticeKind.STANDBY, any -> true);

    simulator.tell(news().marketingWish(lama.person(), false));
    simulator.tell(
        news().templateStatus("1689556908129832", "order_ready", "ar", "UTILITY", "PAUSED"));
    simulator.tell(
        news().templateQuality("1689556908129832", "order_ready", "ar", "GREEN", "YELLOW"));
    simulator.tell(news().numberQuality("THROUGHPUT_UPGRADE", "TIER_UNLIMITED"));
    simulator.tell(news().accountUpdate("VOLUME_BASED_PRICING_TIER_UPDATE"));
    simulator.tell(news().unheardOf("some_future_field"));

    for (ChannelNoticeKind kind :
        List.of(
            ChannelNoticeKind.OPT_OUT,
            ChannelNoticeKind.TEMPLATE_STATUS,
            ChannelNoticeKind.TEMPLATE_QUALITY,
            ChannelNoticeKind.THROUGHPUT_CHANGED,
            ChannelNoticeKind.ACCOUNT_UPDATED,
            ChannelNoticeKind.OTHER)) {
      office.awaitNotice(kind, any -> true);
    }
  }

  private static Media file(byte[] bytes, String type) {
    return simulator.media().fromCustomer(bytes, type);
  }

  private static ChannelEvents news() {
    return ChannelEvents.of(NUMBER, Instant.now());
  }

  private static InboundMessages words(Person person) {
    return words(person, "wamid.unused");
  }

  private static InboundMessages words(Person person, String id) {
    return InboundMessages.from(person, id, Instant.now());
  }

  private static void echo(Person reader, String id, ObjectNode content) {
    simulator.tell(news().echo(reader, id, content));
  }

  private static Send answer(Customer customer) throws InterruptedException {
    Optional<Send> answer = customer.awaitAnswer(PATIENCE);
    assertThat(answer).as("an answer").isPresent();
    return answer.orElseThrow();
  }

  private static MessageDetails text(UUID thread, String words) throws Exception {
    return office.await(thread, MessageContent.Text.class, text -> text.text().equals(words));
  }

  private static MessageContent.Media ready(UUID thread, MediaKind kind) throws Exception {
    MessageDetails message =
        office.await(
            thread,
            MessageContent.Media.class,
            file -> file.kind() == kind && file.state() != MediaState.FETCHING);
    MessageContent.Media file = (MessageContent.Media) message.content();
    assertThat(file.state()).as(kind + " " + file.failure()).isEqualTo(MediaState.READY);
    return file;
  }

  private static MessageDetails marked(UUID thread, String message) throws Exception {
    return office.message(thread, UUID.fromString(message));
  }

  private static List<VersionKind> kinds(UUID thread, UUID message) throws Exception {
    String path = "/v1/conversations/%s/messages/%s/versions".formatted(thread, message);
    return office.page(path, MessageVersion.class).stream().map(MessageVersion::kind).toList();
  }

  private static boolean isAbuFahd(MessageContent.Contacts cards) {
    return cards.contacts().getFirst().phones().contains("+966500000456");
  }
}
