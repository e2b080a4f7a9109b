package com.crmres.desktop;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateQuality;
import com.crmres.common.template.TemplateStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The small world of all tests: restaurant Noor, branches Olaya and Malaz, its customers.
public final class World {

  public static final Instant NOW = Instant.parse("2026-11-23T17:45:00Z");

  public static final BranchSummary OLAYA =
      new BranchSummary(
          id("olaya"),
          new LocalizedText("فرع العليا", "Olaya branch"),
          new LocalizedText("شارع العليا، الرياض", "Olaya Street, Riyadh"),
          "Asia/Riyadh",
          true);
  public static final BranchSummary MALAZ =
      new BranchSummary(
          id("malaz"),
          new LocalizedText("فرع الملز", "Malaz branch"),
          new LocalizedText("شارع الجامعة، الرياض", "University Street, Riyadh"),
          "Asia/Riyadh",
          false);

  public static final StaffMember SARAH =
      new StaffMember(
          id("sarah"),
          id("noor"),
          "سارة العمري",
          "sarah@noor.example",
          Role.AGENT,
          List.of(OLAYA.id(), MALAZ.id()));

  public static final CustomerSummary NOURA = customer("نورة القحطاني", "966509876543");
  public static final CustomerSummary AHMED = customer("أحمد العتيبي", "966551234567");
  public static final CustomerSummary SARA_J = customer("Sara Johnson", "966501112233");
  public static final CustomerSummary FAHD = customer("فهد الدوسري", "966533334444");
  public static final CustomerSummary REEM = customer("ريم الشهري", null);
  public static final CustomerSummary OMAR = customer("Omar Khan", "966567778888");

  private World() {}

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static CustomerSummary customer(String name, @Nullable String phone) {
    return new CustomerSummary(id("customer " + name), name, phone);
  }

  public static StaffMember staff(Role role) {
    return new StaffMember(
        SARAH.id(), SARAH.restaurantId(), SARAH.name(), SARAH.email(), role, SARAH.branchIds());
  }

  public static MessageDetails message(
      UUID conversationId, long sequence, Sender sender, String text, Instant at) {
    return message(conversationId, sequence, sender, new MessageContent.Text(text), at);
  }

  public static MessageDetails message(
      UUID conversationId, long sequence, Sender sender, MessageContent content, Instant at) {
    return new MessageDetails(
        id(conversationId + " " + sequence),
        conversationId,
        sequence,
        sender,
        sender == Sender.STAFF ? SARAH.name() : null,
        content,
        sender == Sender.AI || sender == Sender.STAFF ? DeliveryStatus.READ : null,
        null,
        at);
  }

  public static MessageDetails withMarks(MessageDetails one, MessageMarks marks) {
    return new MessageDetails(
        one.id(),
        one.conversationId(),
        one.sequence(),
        one.sender(),
        one.authorName(),
        one.content(),
        one.status(),
        one.failure(),
        marks,
        one.at());
  }

  public static MessageDetails withReactions(MessageDetails one, List<Reaction> reactions) {
    MessageMarks marks = one.marks();
    return withMarks(
        one,
        new MessageMarks(
            marks.replyTo(),
            marks.forwarded(),
            marks.referral(),
            marks.product(),
            reactions,
            marks.editedAt(),
            marks.revokedAt()));
  }

  /// The message as its author took it back.
  public static MessageDetails revoked(MessageDetails one, Instant at) {
    return withMarks(one, new MessageMarks(null, Forwarded.NO, null, null, List.of(), null, at));
  }

  public static ConversationSummary withChannel(ConversationSummary one, ChannelState channel) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        one.status(),
        one.type(),
        one.answerer(),
        one.assigneeId(),
        one.assigneeName(),
        one.reason(),
        one.lastMessage(),
        one.unread(),
        one.waitingSince(),
        channel,
        one.handling(),
        one.version() + 1);
  }

  public static final Colleague KHALED =
      new Colleague(id("khaled"), "خالد الحربي", Role.MANAGER, List.of(OLAYA.id(), MALAZ.id()));
  public static final Colleague MAHA =
      new Colleague(id("maha"), "مها السبيعي", Role.AGENT, List.of(OLAYA.id()));

  /// With what staff arranged about it.
  public static ConversationSummary withHandling(ConversationSummary one, Handling handling) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        one.status(),
        one.type(),
        one.answerer(),
        one.assigneeId(),
        one.assigneeName(),
        one.reason(),
        one.lastMessage(),
        one.unread(),
        one.waitingSince(),
        one.channel(),
        handling,
        one.version() + 1);
  }

  public static ConversationSummary withUnread(ConversationSummary one, int unread) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        one.status(),
        one.type(),
        one.answerer(),
        one.assigneeId(),
        one.assigneeName(),
        one.reason(),
        one.lastMessage(),
        unread,
        one.waitingSince(),
        one.channel(),
        one.handling(),
        one.version() + 1);
  }

  /// A conversation that the assistant answers.
  public static ConversationSummary conversation(
      CustomerSummary customer, String text, Instant at) {
    UUID id = id("conversation " + customer.name());
    return new ConversationSummary(
        id,
        customer,
        OLAYA.id(),
        ConversationStatus.ACTIVE,
        ConversationType.ORDER,
        Answerer.ASSISTANT,
        null,
        null,
        null,
        message(id, 1, Sender.CUSTOMER, text, at),
        0,
        null,
        new ChannelState(at.plus(Duration.ofHours(24)), null, false, 0, null),
        1);
  }

  public static ConversationSummary escalated(
      ConversationSummary one, EscalationReason reason, int unread, Instant waitingSince) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        ConversationStatus.ESCALATED,
        one.type(),
        Answerer.STAFF,
        null,
        null,
        reason,
        one.lastMessage(),
        unread,
        waitingSince,
        one.channel(),
        one.handling(),
        one.version() + 1);
  }

  public static ConversationSummary answeredBy(ConversationSummary one, @Nullable StaffMember who) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        ConversationStatus.ACTIVE,
        one.type(),
        who == null ? Answerer.ASSISTANT : Answerer.STAFF,
        who == null ? null : who.id(),
        who == null ? null : who.name(),
        one.reason(),
        one.lastMessage(),
        0,
        null,
        one.channel(),
        one.handling(),
        one.version() + 1);
  }

  public static ConversationSummary withLast(ConversationSummary one, MessageDetails last) {
    return new ConversationSummary(
        one.id(),
        one.customer(),
        one.branchId(),
        one.status(),
        one.type(),
        one.answerer(),
        one.assigneeId(),
        one.assigneeName(),
        one.reason(),
        last,
        last.sender() == Sender.CUSTOMER ? one.unread() + 1 : 0,
        one.waitingSince(),
        one.channel(),
        one.handling(),
        one.version() + 1);
  }

  public static OrderSummary order(
      String number, CustomerSummary customer, OrderStatus status, Instant placedAt) {
    Fulfilment fulfilment =
        number.hashCode() % 2 == 0 || status == OrderStatus.OUT_FOR_DELIVERY
            ? Fulfilment.DELIVERY
            : Fulfilment.PICKUP;
    boolean promised = status != OrderStatus.PENDING;
    return new OrderSummary(
        id("order " + number),
        number,
        OLAYA.id(),
        id("conversation " + customer.name()),
        customer,
        status,
        standing(status, fulfilment),
        fulfilment,
        customer.phone(),
        List.of(
            new OrderSummary.Line(
                id("chicken burger"),
                2,
                new LocalizedText("برجر دجاج", "Chicken burger"),
                null,
                List.of(
                    new LocalizedText("بدون بصل", "No onion"),
                    new LocalizedText("زيادة جبن", "Extra cheese")),
                null,
                new Money(4200)),
            new OrderSummary.Line(
                id("fries"),
                1,
                new LocalizedText("بطاطس", "Fries"),
                new LocalizedText("كبير", "Large"),
                List.of(),
                null,
                new Money(1200)),
            new OrderSummary.Line(
                id("pepsi"),
                1,
                new LocalizedText("بيبسي", "Pepsi"),
                null,
                List.of(),
                null,
                new Money(1000))),
        fulfilment == Fulfilment.DELIVERY ? new Money(1200) : Money.ZERO,
        new Money(fulfilment == Fulfilment.DELIVERY ? 7600 : 6400),
        new Money(6400).vatInside(),
        number.endsWith("1") ? "لا تدق الجرس لو سمحت" : null,
        null,
        allowed(status, fulfilment),
        placedAt,
        placedAt,
        promised ? placedAt.plus(Duration.ofMinutes(25)) : null,
        1);
  }

  private static OrderStanding standing(OrderStatus status, Fulfilment fulfilment) {
    boolean delivery = fulfilment == Fulfilment.DELIVERY;
    boolean out = status == OrderStatus.OUT_FOR_DELIVERY || status == OrderStatus.DELIVERY_FAILED;
    return new OrderStanding(
        delivery ? OrderPaymentState.COD_DUE : OrderPaymentState.PAID,
        status == OrderStatus.PREPARING ? KitchenState.STARTED : KitchenState.PENDING,
        out ? DeliveryState.PICKED_UP : DeliveryState.NONE,
        null,
        out ? "سعيد" : null,
        status == OrderStatus.REJECTED ? OrderReason.ITEM_UNAVAILABLE : null,
        List.of());
  }

  /// The order with one more flag.
  public static OrderSummary flagged(OrderSummary one, OrderFlag flag, Instant now) {
    OrderStanding standing = one.standing();
    List<OrderFlag> flags = new ArrayList<>(standing.flags());
    flags.add(flag);
    OrderSummary moved = moved(one, one.status(), now);
    return new OrderSummary(
        moved.id(),
        moved.number(),
        moved.branchId(),
        moved.conversationId(),
        moved.customer(),
        moved.status(),
        new OrderStanding(
            standing.payment(),
            standing.kitchen(),
            standing.delivery(),
            standing.scheduledFor(),
            standing.driver(),
            standing.reasonCode(),
            flags),
        moved.fulfilment(),
        moved.contactPhone(),
        moved.lines(),
        moved.deliveryFee(),
        moved.total(),
        moved.vat(),
        moved.note(),
        moved.reason(),
        moved.allowed(),
        moved.placedAt(),
        one.statusSince(),
        one.promisedAt(),
        moved.version());
  }

  public static OrderSummary moved(OrderSummary one, OrderStatus status, Instant now) {
    return new OrderSummary(
        one.id(),
        one.number(),
        one.branchId(),
        one.conversationId(),
        one.customer(),
        status,
        one.standing(),
        one.fulfilment(),
        one.contactPhone(),
        one.lines(),
        one.deliveryFee(),
        one.total(),
        one.vat(),
        one.note(),
        null,
        allowed(status, one.fulfilment()),
        one.placedAt(),
        now,
        now.plus(Duration.ofMinutes(15)),
        one.version() + 1);
  }

  /// Another branch makes it.
  public static OrderSummary elsewhere(OrderSummary one, UUID branchId) {
    return new OrderSummary(
        one.id(),
        one.number(),
        branchId,
        one.conversationId(),
        one.customer(),
        one.status(),
        one.standing(),
        one.fulfilment(),
        one.contactPhone(),
        one.lines(),
        one.deliveryFee(),
        one.total(),
        one.vat(),
        one.note(),
        one.reason(),
        one.allowed(),
        one.placedAt(),
        one.statusSince(),
        one.promisedAt(),
        one.version() + 1);
  }

  /// As the server's table has it.
  public static List<OrderAction> allowed(OrderStatus status, Fulfilment fulfilment) {
    return switch (status) {
      case PENDING ->
          List.of(
              OrderAction.ACCEPT,
              OrderAction.REJECT,
              OrderAction.ACKNOWLEDGE,
              OrderAction.RESCHEDULE);
      case CONFIRMED ->
          List.of(
              OrderAction.START_PREPARING,
              OrderAction.DELAY,
              OrderAction.RESCHEDULE,
              OrderAction.CANCEL);
      case PREPARING -> List.of(OrderAction.MARK_READY, OrderAction.DELAY, OrderAction.CANCEL);
      case READY ->
          fulfilment == Fulfilment.DELIVERY
              ? List.of(
                  OrderAction.DISPATCH,
                  OrderAction.ASSIGN_DRIVER,
                  OrderAction.UNDO_READY,
                  OrderAction.CANCEL)
              : List.of(OrderAction.HAND_OVER, OrderAction.UNDO_READY, OrderAction.CANCEL);
      case OUT_FOR_DELIVERY ->
          List.of(OrderAction.HAND_OVER, OrderAction.FAIL_DELIVERY, OrderAction.COLLECT_CASH);
      case CANCEL_REQUESTED -> List.of(OrderAction.CANCEL, OrderAction.REFUSE_CANCEL);
      case DELIVERED -> List.of(OrderAction.REFUND);
      case CANCELLED -> List.of(OrderAction.RESTORE);
      case DELIVERY_FAILED -> List.of(OrderAction.HAND_OVER, OrderAction.CANCEL);
      case REJECTED, EXPIRED -> List.of();
    };
  }

  public static OrderStatus after(OrderAction action) {
    return switch (action) {
      case ACKNOWLEDGE -> OrderStatus.PENDING;
      case ACCEPT, RESCHEDULE, ALTER, MOVE, RESTORE -> OrderStatus.CONFIRMED;
      case REJECT -> OrderStatus.REJECTED;
      case FIRE, START_PREPARING, DELAY, UNDO_READY, REFUSE_CANCEL -> OrderStatus.PREPARING;
      case MARK_READY, ASSIGN_DRIVER -> OrderStatus.READY;
      case DISPATCH -> OrderStatus.OUT_FOR_DELIVERY;
      case HAND_OVER, COLLECT_CASH, REFUND, SETTLE_REFUND -> OrderStatus.DELIVERED;
      case FAIL_DELIVERY -> OrderStatus.DELIVERY_FAILED;
      case CANCEL -> OrderStatus.CANCELLED;
    };
  }

  /// An answer that waits for a person.
  public static Suggestion suggestion(
      UUID conversationId, String name, Instant madeAt, @Nullable Instant sendsAt) {
    return new Suggestion(
        id("suggestion " + name),
        conversationId,
        Intent.ORDER,
        Sentiment.NEUTRAL,
        0.91,
        "embedded-2",
        List.of(
            new MessageContent.Buttons(
                "أبشري نورة، أضفت بيبسي كبير. المجموع 71.00 ر.س شامل الضريبة. أؤكد الطلب؟",
                List.of(
                    new MessageContent.Button("yes", "نعم، أكّد"),
                    new MessageContent.Button("change", "أعدّل")))),
        List.of("يُضاف: 1 × بيبسي (كبير)", "المجموع 71.00 ر.س"),
        null,
        SuggestionState.WAITING,
        madeAt,
        sendsAt,
        null);
  }

  public static Suggestion became(Suggestion one, SuggestionState state, @Nullable String who) {
    return new Suggestion(
        one.id(),
        one.conversationId(),
        one.intent(),
        one.sentiment(),
        one.confidence(),
        one.mind(),
        one.answers(),
        one.changes(),
        one.handOver(),
        state,
        one.madeAt(),
        one.sendsAt(),
        who);
  }

  /// The assistant hands a conversation over because of its last message but one.
  public static Handover handover(UUID conversationId, EscalationReason reason, Instant at) {
    return new Handover(
        conversationId,
        reason,
        id(conversationId + " 7"),
        Intent.CHANGE_ORDER,
        Sentiment.NEGATIVE,
        List.of(
            "نورة، زبونة منذ مارس، 14 طلبًا",
            "تريد تغيير الطلب A-31 بعد بدء التحضير: واحد بدون بصل وإضافة بيبسي",
            "الطلب قيد التحضير في فرع العليا، ولم يُدفع بعد"),
        reason == EscalationReason.HEALTH_OR_SAFETY
            ? null
            : "أهلًا نورة، نشوف مع المطبخ الآن إذا نقدر نلحق التعديل ونرد عليك خلال دقيقة.",
        at);
  }

  /// Newest first: one by a model, one it was to read and did not, one by the embedded mind.
  public static TurnRecord[] turns(Instant now) {
    return new TurnRecord[] {
      new TurnRecord(
          id("turn 3"),
          now.minusSeconds(150),
          "openrouter",
          "2026-11-20.3",
          "google/gemini-2.5-flash",
          Intent.CHANGE_ORDER,
          Sentiment.NEGATIVE,
          Dialect.SAUDI,
          0.58,
          2104,
          96,
          1240,
          false,
          null,
          1840L),
      new TurnRecord(
          id("turn 2"),
          now.minusSeconds(300),
          "embedded-2",
          "2026-11-20.3",
          null,
          Intent.CONFIRM,
          Sentiment.NEUTRAL,
          Dialect.MIXED,
          0.88,
          0,
          0,
          310,
          true,
          "timeout",
          12003L),
      new TurnRecord(
          id("turn 1"),
          now.minusSeconds(540),
          "embedded-2",
          null,
          null,
          Intent.ORDER,
          Sentiment.POSITIVE,
          Dialect.SAUDI,
          0.97,
          0,
          0,
          0,
          false,
          null,
          3L)
    };
  }

  /// What is remembered of a customer, an allergy among it.
  public static Preference[] preferences(Instant now) {
    Instant until = now.plus(Duration.ofDays(180));
    return new Preference[] {
      new Preference(id("p1"), PreferenceKind.LIKES, "برجر دجاج حار", id("m1"), until),
      new Preference(id("p2"), PreferenceKind.DISLIKES, "بدون بصل في كل الطلبات", null, until),
      new Preference(id("p3"), PreferenceKind.ALLERGY, "فول سوداني", id("m3"), until)
    };
  }

  /// Conversations to try a manner with.
  public static List<PreviewSample> samples() {
    return List.of(
        new PreviewSample(
            "order",
            "طلب بسيط",
            Language.SAUDI,
            List.of("السلام عليكم أبغى 2 برجر دجاج", "لا بس كذا، توصيل للعليا")),
        new PreviewSample(
            "complaint", "شكوى تأخير", Language.SAUDI, List.of("طلبي متأخر ساعة وش السالفة؟")),
        new PreviewSample(
            "english", "Order in English", Language.ENGLISH, List.of("2 zinger meals please")));
  }

  /// Four days of two minds; the newest day first.
  public static List<UsageLine> usage(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return List.of(
        new UsageLine(
            today, "openrouter", "google/gemini-2.5-flash", 212, 6, 410_000, 21_000, 1_240_000),
        new UsageLine(today, "embedded-2", null, 84, 0, 0, 0, 0),
        new UsageLine(
            today.minusDays(1),
            "openrouter",
            "google/gemini-2.5-flash",
            340,
            22,
            702_000,
            35_000,
            2_050_000),
        new UsageLine(
            today.minusDays(4),
            "openrouter",
            "anthropic/claude-haiku-4.5",
            95,
            1,
            190_000,
            9_000,
            730_000));
  }

  /// A person put other words in place of a suggestion.
  public static AssistantCorrection correction(Instant at) {
    return new AssistantCorrection(
        id("correction"),
        id("conversation " + NOURA.name()),
        id("suggestion one"),
        DecideSuggestionRequest.Decision.EDIT,
        Intent.COMPLAINT,
        Sentiment.NEGATIVE,
        0.62,
        "embedded-2",
        List.of("البرجر وصل بارد والبطاطس ناقصة"),
        List.of(new MessageContent.Text("نعتذر عن ذلك. هل ترغب في طلب جديد؟")),
        List.of(),
        "نعتذر منك يا نورة، بنرسل لك البطاطس الآن والبرجر علينا المرة الجاية 🌹",
        "لا يُعرض طلب جديد على من اشتكى",
        "خالد الحربي",
        at);
  }

  /// A template that may be sent if it is approved.
  public static TemplateDetails template(
      String name,
      String language,
      @Nullable TemplateCategory category,
      TemplateStatus status,
      @Nullable String reason,
      TemplateForm form,
      List<String> placeholders) {
    return new TemplateDetails(
        "1001",
        name,
        language,
        category,
        status,
        TemplateQuality.UNKNOWN,
        reason,
        null,
        form,
        placeholders,
        status.maySend(),
        NOW,
        NOW);
  }

  /// What happened in a conversation, the newest first.
  public static TimelineEntry[] timeline(Instant now) {
    return new TimelineEntry[] {
      new TimelineEntry(
          "h5",
          now.minusSeconds(60),
          TimelineEntry.Kind.HANDS,
          "handed_back",
          "staff",
          SARAH.name(),
          null,
          null,
          null,
          null,
          null,
          null),
      new TimelineEntry(
          "o1-3",
          now.minusSeconds(200),
          TimelineEntry.Kind.ORDER,
          "accepted",
          "staff",
          SARAH.name(),
          id("order A-31"),
          "A-31",
          "confirmed",
          null,
          null,
          null),
      new TimelineEntry(
          "o1-2",
          now.minusSeconds(210),
          TimelineEntry.Kind.ORDER,
          "refund",
          "staff",
          SARAH.name(),
          id("order A-31"),
          "A-31",
          "refunded",
          "staff_error",
          new Money(1200),
          null),
      new TimelineEntry(
          "c1",
          now.minusSeconds(240),
          TimelineEntry.Kind.CART,
          "confirm",
          "staff",
          SARAH.name(),
          id("order A-31"),
          "A-31",
          null,
          "قالتها بالتلفون",
          null,
          null),
      new TimelineEntry(
          "h4",
          now.minusSeconds(400),
          TimelineEntry.Kind.HANDS,
          "escalated",
          "system",
          null,
          null,
          null,
          null,
          "asked_for_person",
          null,
          null),
      new TimelineEntry(
          "f1",
          now.minus(Duration.ofDays(2)),
          TimelineEntry.Kind.FEEDBACK,
          "positive",
          "customer",
          null,
          id("order A-12"),
          "A-12",
          null,
          "الأكل لذيذ والتوصيل سريع",
          null,
          5)
    };
  }
}
