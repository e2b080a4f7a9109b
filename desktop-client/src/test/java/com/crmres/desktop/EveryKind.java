package com.crmres.desktop;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Referral;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.conversation.VersionKind;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.common.template.TemplateStatus;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A restaurant in which every kind of message was said, with every mark: one conversation of
/// files, one of what else customers send, one of what we send, one of marks.
public final class EveryKind {

  public static final UUID PHOTO = World.id("photo");
  public static final UUID STICKER = World.id("sticker");
  public static final UUID DOCUMENT = World.id("document");

  private final Restaurant restaurant;
  private final Instant now;
  private final List<MessageDetails> said = new ArrayList<>();
  private UUID conversationId = World.id("none");

  private EveryKind(Restaurant restaurant, Clock clock) {
    this.restaurant = restaurant;
    this.now = clock.instant();
  }

  public static Restaurant restaurant(Clock clock) {
    var kinds = new EveryKind(new Restaurant(clock), clock);
    kinds.files();
    kinds.otherThingsCustomersSend();
    kinds.whatWeSend();
    kinds.marks();
    kinds.templates();
    kinds.notices();
    return kinds.restaurant;
  }

  /// WhatsApp has told of the number, and two customers may be one.
  public static void channel(Restaurant restaurant, Clock clock) {
    var kinds = new EveryKind(restaurant, clock);
    kinds.templates();
    kinds.notices();
  }

  public static UUID message(CustomerSummary customer, int sequence) {
    return World.id(World.id("conversation " + customer.name()) + " " + sequence);
  }

  private void begin(CustomerSummary customer) {
    said.clear();
    conversationId = World.id("conversation " + customer.name());
  }

  private void end(CustomerSummary customer, ChannelState channel) {
    var last = World.conversation(customer, "", now);
    restaurant.has(
        World.withChannel(World.withLast(last, said.getLast()), channel),
        said.toArray(MessageDetails[]::new));
  }

  private void says(Sender sender, MessageContent content) {
    says(sender, content, MessageMarks.NONE);
  }

  private void says(Sender sender, MessageContent content, MessageMarks marks) {
    int sequence = said.size() + 1;
    Instant at = now.minusSeconds(1800).plusSeconds(60L * sequence);
    said.add(World.withMarks(World.message(conversationId, sequence, sender, content, at), marks));
  }

  private void files() {
    begin(World.NOURA);
    restaurant.channel().has(PHOTO, picture(900, 600, new Color(0xf59e0b), new Color(0x9f1239)));
    restaurant
        .channel()
        .has(
            STICKER,
            "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
            picture("jpeg", 300, 300, new Color(0x10b981), new Color(0x0ea5e9)))
        .has(DOCUMENT, new byte[300_000]);
    says(
        Sender.CUSTOMER,
        file(PHOTO, MediaKind.IMAGE, "image/jpeg", 182_000L, null, "وصلني كذا 😕"));
    says(Sender.CUSTOMER, file(STICKER, MediaKind.STICKER, "image/webp", 40_000L, null, null));
    says(
        Sender.CUSTOMER,
        file(
            DOCUMENT,
            MediaKind.DOCUMENT,
            "application/pdf",
            300_000L,
            "../فاتورة\u202Efdp.exe",
            null));
    says(
        Sender.CUSTOMER,
        file(World.id("voice"), MediaKind.VOICE, "audio/ogg", 18_500L, null, null));
    says(
        Sender.CUSTOMER,
        file(
            World.id("video"),
            MediaKind.VIDEO,
            "video/mp4",
            7_400_000L,
            "clip.mp4",
            "Look at this"));
    says(
        Sender.STAFF,
        file(
            World.id("sheet"),
            MediaKind.DOCUMENT,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            52_000L,
            "catering-menu.xlsx",
            "قائمة الحفلات"));
    says(Sender.CUSTOMER, still(MediaKind.IMAGE, MediaState.FETCHING, null));
    says(Sender.CUSTOMER, still(MediaKind.VIDEO, MediaState.FAILED, MediaFailure.GONE));
    says(Sender.CUSTOMER, still(MediaKind.DOCUMENT, MediaState.FAILED, MediaFailure.WRONG_TYPE));
    end(World.NOURA, open(Duration.ofHours(23), null, 0, null));
  }

  private static MessageContent.Media file(
      UUID id,
      MediaKind kind,
      String type,
      Long bytes,
      @Nullable String name,
      @Nullable String caption) {
    return new MessageContent.Media(
        id, kind, type, bytes, name, caption, false, MediaState.READY, null);
  }

  private static MessageContent.Media still(
      MediaKind kind, MediaState state, @Nullable MediaFailure failure) {
    return new MessageContent.Media(
        World.id(kind + " " + state), kind, "", null, null, null, false, state, failure);
  }

  private void otherThingsCustomersSend() {
    begin(World.AHMED);
    says(
        Sender.CUSTOMER,
        new MessageContent.Notice(NoticeKind.NUMBER_CHANGED, "User A changed from 1 to 2"));
    says(
        Sender.CUSTOMER,
        new MessageContent.Contacts(
            List.of(
                new MessageContent.Contact(
                    "خالد العتيبي",
                    List.of("+966 55 765 4321"),
                    List.of("khalid@example.com"),
                    "مطعم النور")),
            false));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("guests", "6");
    fields.put("date", "2026-11-27");
    fields.put("note", "جلسة عائلية 🌷");
    says(Sender.CUSTOMER, new MessageContent.FormAnswer("table", fields, false));
    says(
        Sender.CUSTOMER,
        new MessageContent.CatalogueOrder(
            "cat",
            "بدون بصل",
            List.of(
                new MessageContent.CatalogueLine("BRG-01", 2, new BigDecimal("21.00"), "SAR"),
                new MessageContent.CatalogueLine("FRY-02", 1, null, null))));
    says(
        Sender.CUSTOMER,
        new MessageContent.Place(24.69012, 46.68523, "برج المملكة", "طريق الملك فهد، الرياض"));
    says(Sender.CUSTOMER, new MessageContent.Unsupported(131051, "poll_creation"));
    says(Sender.CUSTOMER, new MessageContent.Unsupported(131060, null));
    says(Sender.CUSTOMER, new MessageContent.Other("hologram", "شوف"));
    end(World.AHMED, open(Duration.ofMinutes(47), null, 45_300, "USD"));
  }

  private void whatWeSend() {
    begin(World.SARA_J);
    says(
        Sender.AI,
        new MessageContent.Link(
            "Track your order here:", "Track order", "https://noor.example/t/A-31"));
    says(Sender.AI, new MessageContent.LocationRequest("أرسل موقعك لنحدد أقرب فرع"));
    says(Sender.AI, new MessageContent.ContactRequest("نحتاج رقم جوالك للتوصيل"));
    says(Sender.STAFF, new MessageContent.Product("جرّب برجر الدجاج الجديد", "cat", "BRG-07"));
    says(
        Sender.AI,
        new MessageContent.ProductList(
            "قائمة اليوم",
            "اختر ما يعجبك",
            "cat",
            List.of(
                new MessageContent.ProductSection("برجر", List.of("BRG-01", "BRG-02")),
                new MessageContent.ProductSection("مشروبات", List.of("PEP-01")))));
    says(
        Sender.SYSTEM,
        new MessageContent.Template(
            "order_ready",
            "ar",
            TemplateCategory.UTILITY,
            null,
            List.of(new MessageContent.TemplateParameter(null, "A-31")),
            List.of(),
            "طلبك A-31 جاهز للاستلام من فرع العليا ✅"));
    says(
        Sender.AI,
        new MessageContent.Options(
            "من أي فرع تحب تستلم؟",
            "الفروع",
            List.of(
                new MessageContent.Row("olaya", "فرع العليا", "شارع العليا"),
                new MessageContent.Row("malaz", "فرع الملز", null))));
    end(World.SARA_J, open(Duration.ofHours(5), now.plus(Duration.ofHours(40)), 0, null));
  }

  private void marks() {
    begin(World.REEM);
    says(
        Sender.CUSTOMER,
        new MessageContent.Text("شفت عرضكم، كم سعره؟"),
        new MessageMarks(
            null,
            Forwarded.NO,
            new Referral("ad", "1", "https://fb.me/x", "عرض العائلة", "وجبتان بسعر وجبة", "click"),
            "FAM-01",
            List.of(),
            null,
            null));
    says(
        Sender.STAFF,
        new MessageContent.Text("أهلًا ريم، السعر 79.00 ر.س"),
        new MessageMarks(
            new Quote(message(World.REEM, 1), Sender.CUSTOMER, "شفت عرضكم، كم سعره؟"),
            Forwarded.NO,
            null,
            null,
            List.of(new Reaction(Sender.CUSTOMER, "👍"), new Reaction(Sender.STAFF, "❤️")),
            null,
            null));
    says(
        Sender.CUSTOMER,
        new MessageContent.Text("Forward from my sister: is it available on Friday?"),
        new MessageMarks(null, Forwarded.OFTEN, null, null, List.of(), null, null));
    says(
        Sender.CUSTOMER,
        new MessageContent.Text("أبغى 3 وجبات"),
        new MessageMarks(
            new Quote(null, null, ""), Forwarded.ONCE, null, null, List.of(), now, null));
    restaurant
        .channel()
        .said(
            message(World.REEM, 4),
            new MessageVersion(
                VersionKind.ORIGINAL,
                new MessageContent.Text("أبغى وجبتين"),
                now.minus(Duration.ofMinutes(26))),
            new MessageVersion(VersionKind.EDIT, new MessageContent.Text("أبغى 3 وجبات"), now));
    says(
        Sender.CUSTOMER,
        new MessageContent.Text("رقم بطاقتي 1234"),
        new MessageMarks(null, Forwarded.NO, null, null, List.of(), null, now));
    end(World.REEM, new ChannelState(now.minusSeconds(5), null, true, 2_310_000, "SAR"));
  }

  private ChannelState open(
      Duration left, @Nullable Instant free, long cost, @Nullable String currency) {
    return new ChannelState(now.plus(left), free, false, cost, currency);
  }

  private void templates() {
    restaurant
        .channel()
        .has(
            World.template(
                "order_ready",
                "ar",
                TemplateCategory.UTILITY,
                TemplateStatus.APPROVED,
                null,
                new TemplateForm(
                    null,
                    "أهلًا {{1}}، طلبك {{2}} جاهز للاستلام.",
                    List.of("سارة", "A-12"),
                    "مطعم نور",
                    List.of(
                        new TemplateButton(TemplateButtonKind.QUICK_REPLY, "شكرًا", null, null))),
                List.of("1", "2")))
        .has(
            World.template(
                "weekend_offer",
                "en",
                TemplateCategory.MARKETING,
                TemplateStatus.PAUSED,
                "Low quality",
                new TemplateForm(
                    new TemplateHeader(HeaderFormat.TEXT, "Hello {{name}}", "Sara"),
                    "Two meals for one this weekend.",
                    List.of(),
                    null,
                    List.of()),
                List.of()));
    restaurant
        .merges()
        .has(
            new MergeProposal(
                World.id("proposal"), World.REEM, World.OMAR, MergeReason.PHONE_SHARED, World.NOW));
  }

  private void notices() {
    restaurant
        .channel()
        .has(
            notice(
                1,
                ChannelNoticeKind.NUMBER_PAUSED,
                NoticeSeverity.CRITICAL,
                Map.of("code", "190", "reason", "Access token has expired")))
        .has(
            notice(
                2,
                ChannelNoticeKind.TEMPLATE_STATUS,
                NoticeSeverity.WARNING,
                Map.of(
                    "template", "weekend_offer",
                    "language", "en",
                    "from", "approved",
                    "to", "paused")))
        .has(
            notice(
                3,
                ChannelNoticeKind.THROUGHPUT_CHANGED,
                NoticeSeverity.INFORMATION,
                Map.of("from", "80", "to", "1000")));
  }

  private ChannelNotice notice(
      int minutesAgo, ChannelNoticeKind kind, NoticeSeverity severity, Map<String, String> facts) {
    return new ChannelNotice(
        World.id("notice " + kind),
        "1066",
        kind,
        severity,
        facts,
        now.minusSeconds(60L * minutesAgo));
  }

  /// A picture that fills its frame with something to look at.
  public static byte[] picture(int width, int height, Color from, Color to) {
    return picture("png", width, height, from, to);
  }

  private static byte[] picture(String format, int width, int height, Color from, Color to) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, from, width, height, to));
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.WHITE);
    pen.fillOval(width / 3, height / 4, width / 3, height / 2);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
