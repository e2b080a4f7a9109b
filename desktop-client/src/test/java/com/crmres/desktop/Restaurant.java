package com.crmres.desktop;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a server knows and does, in memory and without a network: the rules of docs/api.md.
public final class Restaurant {

  /// A position in the event log is the number of events before it.
  private final List<LiveEvent> log = new ArrayList<>();

  private final Clock clock;
  private final FakeChannel channel = new FakeChannel();
  private final FakeMerges merges = new FakeMerges();
  private final FakeAdvice advice = new FakeAdvice();
  private final FakeAssistant assistant = new FakeAssistant();
  private final List<SendRequest> sendsAsked = new ArrayList<>();
  private final List<SendTemplateRequest> templatesAsked = new ArrayList<>();
  private final Map<UUID, ConversationSummary> conversations = new LinkedHashMap<>();
  private final Map<UUID, List<MessageDetails>> messages = new HashMap<>();
  private final Map<UUID, OrderSummary> orders = new LinkedHashMap<>();
  private final Map<UUID, MessageDetails> repliesByCommand = new HashMap<>();
  private final Map<UUID, OrderSummary> changesByCommand = new HashMap<>();
  private final List<ReplyRequest> repliesAsked = new ArrayList<>();
  private final List<ChangeOrderRequest> changesAsked = new ArrayList<>();
  private final Set<UUID> closed = new HashSet<>();
  private final Map<UUID, UUID> acceptedBy = new HashMap<>();
  private final List<Colleague> colleagues = new ArrayList<>();

  private final FakeMenu menu;
  private final FakeCarts carts;
  private final FakeHandling handling;
  private final FakeSearch search = new FakeSearch(this);
  private final FakeKitchen kitchen;

  public Restaurant(Clock clock) {
    this.clock = clock;
    this.menu = new FakeMenu(clock);
    this.carts = new FakeCarts(clock);
    this.handling = new FakeHandling(this, clock);
    this.kitchen = new FakeKitchen(clock);
  }

  public FakeCarts carts() {
    return carts;
  }

  public FakeMenu menu() {
    return menu;
  }

  public FakeHandling handling() {
    return handling;
  }

  public FakeSearch search() {
    return search;
  }

  /// What staff arranged about a conversation changes, and open screens hear of it.
  public synchronized ConversationSummary arranged(UUID id, Handling after) {
    return changed(World.withHandling(conversation(id), after));
  }

  /// How many of its messages nobody has read, by what people say.
  public synchronized ConversationSummary marked(UUID id, int unread) {
    return changed(World.withUnread(conversation(id), unread));
  }

  /// Something happens that nobody here knows more of.
  public synchronized void tell(LiveEvent event) {
    log.add(event);
  }

  public FakeKitchen kitchen() {
    return kitchen;
  }

  public synchronized Restaurant has(ConversationSummary conversation, MessageDetails... said) {
    conversations.put(conversation.id(), conversation);
    List<MessageDetails> trail =
        messages.computeIfAbsent(conversation.id(), id -> new ArrayList<>());
    trail.addAll(List.of(said));
    MessageDetails last = conversation.lastMessage();
    if (said.length == 0 && last != null) {
      trail.add(last);
    }
    return this;
  }

  public synchronized Restaurant has(OrderSummary order) {
    orders.put(order.id(), order);
    return this;
  }

  public synchronized List<ConversationSummary> conversations(String search) {
    return conversations.values().stream()
        .filter(one -> one.customer().name().contains(search))
        .toList();
  }

  /// As a list is asked for.
  public synchronized List<ConversationSummary> conversations(ConversationQuery query) {
    Instant now = clock.instant();
    return conversations.values().stream()
        .filter(one -> query.statuses().isEmpty() || query.statuses().contains(one.status()))
        .filter(one -> query.answerer() == null || one.answerer() == query.answerer())
        .filter(one -> query.assignee() == null || query.assignee().equals(one.assigneeId()))
        .filter(one ->
            !query.unassigned() || (one.answerer() == Answerer.STAFF && one.assigneeId() == null))
        .filter(one -> query.asleep() == null || query.asleep() == one.handling().isAsleep(now))
        .toList();
  }

  public synchronized ConversationSummary conversation(UUID id) {
    return found(conversations.get(id));
  }

  public synchronized List<MessageDetails> newestFirst(UUID conversationId, long before) {
    return messages.getOrDefault(conversationId, List.of()).reversed().stream()
        .filter(message -> message.sequence() < before)
        .toList();
  }

  public synchronized List<OrderSummary> orders() {
    return List.copyOf(orders.values());
  }

  public synchronized int events() {
    return log.size();
  }

  public synchronized List<LiveEvent> eventsFrom(int position) {
    return List.copyOf(log.subList(Math.min(position, log.size()), log.size()));
  }

  public synchronized List<ReplyRequest> repliesAsked() {
    return List.copyOf(repliesAsked);
  }

  public synchronized List<ChangeOrderRequest> changesAsked() {
    return List.copyOf(changesAsked);
  }

  public FakeAdvice advice() {
    return advice;
  }

  public FakeAssistant assistant() {
    return assistant;
  }

  /// The assistant suggests an answer, and open screens hear of it.
  public synchronized Suggestion suggest(Suggestion suggestion) {
    advice.has(suggestion);
    log.add(new LiveEvent.SuggestionChanged(suggestion));
    return suggestion;
  }

  /// Somebody decides, and open screens hear of it.
  public synchronized Suggestion decide(
      UUID suggestionId, DecideSuggestionRequest request, String who) {
    Suggestion after = advice.decide(suggestionId, request, who);
    log.add(new LiveEvent.SuggestionChanged(after));
    String text = request.text();
    if (text != null) {
      var _ = said(after.conversationId(), Sender.STAFF, text, who);
    } else if (request.decision() == DecideSuggestionRequest.Decision.APPROVE) {
      after
          .answers()
          .forEach(answer -> {
            var _ = said(after.conversationId(), Sender.AI, answer, null);
          });
    }
    return after;
  }

  public FakeMerges merges() {
    return merges;
  }

  public FakeChannel channel() {
    return channel;
  }

  public synchronized List<SendRequest> sendsAsked() {
    return List.copyOf(sendsAsked);
  }

  public synchronized List<SendTemplateRequest> templatesAsked() {
    return List.copyOf(templatesAsked);
  }

  /// The same command twice is one message.
  public synchronized MessageDetails send(
      UUID conversationId, StaffMember who, SendRequest request) {
    sendsAsked.add(request);
    return repliesByCommand.computeIfAbsent(
        request.commandId(),
        id -> said(conversationId, Sender.STAFF, request.content(), who.name()));
  }

  public synchronized MessageDetails sendTemplate(
      UUID conversationId, StaffMember who, SendTemplateRequest request) {
    templatesAsked.add(request);
    var content = new MessageContent.Text("قالب " + request.name());
    return repliesByCommand.computeIfAbsent(
        request.commandId(), id -> said(conversationId, Sender.STAFF, content, who.name()));
  }

  public synchronized MessageDetails react(
      UUID conversationId, UUID messageId, ReactionRequest request) {
    List<MessageDetails> trail = messages.getOrDefault(conversationId, List.of());
    MessageDetails message =
        trail.stream()
            .filter(one -> one.id().equals(messageId))
            .findFirst()
            .orElseThrow(() -> refusal("NOT_FOUND", "غير موجود"));
    List<Reaction> reactions =
        request.emoji().isEmpty()
            ? List.of()
            : List.of(new Reaction(Sender.STAFF, request.emoji()));
    return change(World.withReactions(message, reactions));
  }

  /// A message changes in place, and open screens hear of it.
  public synchronized MessageDetails change(MessageDetails changed) {
    messages
        .getOrDefault(changed.conversationId(), new ArrayList<>())
        .replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    log.add(new LiveEvent.MessageChanged(changed));
    return changed;
  }

  /// WhatsApp tells something of the channel.
  public synchronized void tell(ChannelNotice notice) {
    channel.has(notice);
    log.add(new LiveEvent.ChannelNoticed(notice));
  }

  /// The same command twice is one reply.
  public synchronized MessageDetails reply(
      UUID conversationId, StaffMember who, ReplyRequest request) {
    repliesAsked.add(request);
    MessageDetails known = repliesByCommand.get(request.commandId());
    if (known != null) {
      return known;
    }
    if (closed.contains(conversationId)) {
      throw refusal("WINDOW_CLOSED", "أُغلقت نافذة واتساب.");
    }
    MessageDetails message = said(conversationId, Sender.STAFF, request.text(), who.name());
    repliesByCommand.put(request.commandId(), message);
    return message;
  }

  /// Only templates may be sent from now on.
  public synchronized void closeWindow(UUID conversationId) {
    closed.add(conversationId);
  }

  public synchronized List<MessageDetails> messages(UUID conversationId) {
    return List.copyOf(messages.getOrDefault(conversationId, List.of()));
  }

  /// The conversation became part of another, and is no longer listed.
  public synchronized void join(UUID conversationId) {
    conversations.remove(conversationId);
  }

  public synchronized MessageDetails customerWrites(UUID conversationId, String text) {
    return said(conversationId, Sender.CUSTOMER, text, null);
  }

  private MessageDetails said(
      UUID conversationId, Sender sender, String text, @Nullable String author) {
    return said(conversationId, sender, new MessageContent.Text(text), author);
  }

  private MessageDetails said(
      UUID conversationId, Sender sender, MessageContent content, @Nullable String author) {
    List<MessageDetails> trail = messages.computeIfAbsent(conversationId, id -> new ArrayList<>());
    var message =
        new MessageDetails(
            UUID.randomUUID(),
            conversationId,
            trail.isEmpty() ? 1 : trail.getLast().sequence() + 1,
            sender,
            author,
            content,
            sender == Sender.CUSTOMER ? null : DeliveryStatus.QUEUED,
            null,
            clock.instant());
    trail.add(message);
    ConversationSummary after = World.withLast(conversation(conversationId), message);
    conversations.put(conversationId, after);
    log.add(new LiveEvent.MessageAdded(after, message));
    return message;
  }

  public synchronized void delivered(MessageDetails message, DeliveryStatus status) {
    log.add(
        new LiveEvent.MessageStatusChanged(message.conversationId(), message.id(), status, null));
  }

  public synchronized ConversationSummary takenOver(UUID id, @Nullable StaffMember who) {
    return changed(World.answeredBy(conversation(id), who));
  }

  public synchronized ConversationSummary escalate(UUID id, EscalationReason reason) {
    return changed(World.escalated(conversation(id), reason, 1, clock.instant()));
  }

  private ConversationSummary changed(ConversationSummary after) {
    conversations.put(after.id(), after);
    log.add(new LiveEvent.ConversationChanged(after));
    return after;
  }

  public synchronized void place(OrderSummary order) {
    orders.put(order.id(), order);
    log.add(new LiveEvent.OrderChanged(order));
  }

  /// The same command twice is one move; another version means somebody was faster.
  public synchronized OrderSummary change(UUID orderId, ChangeOrderRequest request) {
    changesAsked.add(request);
    OrderSummary known = changesByCommand.get(request.commandId());
    if (known != null) {
      return known;
    }
    OrderSummary order = found(orders.get(orderId));
    if (request.expectedVersion() != order.version()) {
      throw refusal("CHANGED_MEANWHILE", "غيّر موظف آخر هذا الطلب قبلك.");
    }
    if (!order.allowed().contains(request.action())) {
      throw refusal("MOVE_NOT_ALLOWED", "لا يمكن ذلك الآن.");
    }
    OrderStatus status = World.after(request.action());
    OrderSummary after =
        request.action() == OrderAction.ACKNOWLEDGE
            ? World.flagged(order, OrderFlag.ACKNOWLEDGED, clock.instant())
            : World.moved(order, status, clock.instant());
    changesByCommand.put(request.commandId(), after);
    place(after);
    return after;
  }

  public synchronized OrderSummary order(UUID orderId) {
    return found(orders.get(orderId));
  }

  /// As far as anybody asks: who accepted it.
  public synchronized List<OrderEvent> steps(UUID orderId) {
    UUID who = acceptedBy.get(orderId);
    return who == null
        ? List.of()
        : List.of(
            new OrderEvent(
                2,
                OrderAxis.ORDER,
                "accepted",
                "staff",
                who,
                null,
                OrderStatus.PENDING.wireName(),
                OrderStatus.CONFIRMED.wireName(),
                null,
                null,
                null,
                null,
                clock.instant()));
  }

  /// Somebody at another machine accepts it.
  public synchronized void acceptedBy(UUID orderId, Colleague who) {
    acceptedBy.put(orderId, who.id());
    colleagues.add(who);
    place(World.moved(found(orders.get(orderId)), OrderStatus.CONFIRMED, clock.instant()));
  }

  public synchronized List<Colleague> colleagues() {
    return List.copyOf(colleagues);
  }

  public static ServerFailure refusal(String code, String words) {
    return new ServerFailure(ServerFailure.Kind.REFUSED, code, words);
  }

  private static <T> T found(@Nullable T thing) {
    if (thing == null) {
      throw refusal("NOT_FOUND", "غير موجود");
    }
    return thing;
  }

  /// An evening at Noor, as in the pictures.
  public static Restaurant evening(Clock clock) {
    Instant now = clock.instant();
    var restaurant = new Restaurant(clock);
    var noura =
        World.conversation(World.NOURA, "أبغى أعدل الطلب رقم A-31 😅❤️🇸🇦", now.minusSeconds(140));
    UUID n = noura.id();
    Instant t = now.minus(Duration.ofMinutes(9));
    restaurant.has(
        World.escalated(noura, EscalationReason.ASKED_FOR_PERSON, 3, now.minusSeconds(140)),
        World.message(
            n,
            1,
            Sender.CUSTOMER,
            "وصل الطلب ممتاز الله يعطيكم العافية",
            now.minus(Duration.ofDays(1))),
        World.message(
            n,
            2,
            Sender.AI,
            "الله يعافيك يا نورة، نسعد بخدمتك دائمًا 🌹",
            now.minus(Duration.ofDays(1)).plusSeconds(3)),
        World.message(
            n,
            3,
            Sender.CUSTOMER,
            "السلام عليكم، أبغى 2 برجر دجاج و1 بطاطس كبير مع صوص الثوم لو سمحت 🍔🍟",
            t),
        World.message(
            n,
            4,
            Sender.AI,
            new MessageContent.Buttons(
                """
                وعليكم السلام ورحمة الله 👋 أهلًا بك نورة! هذا طلبك:
                • 2 × برجر دجاج
                • 1 × بطاطس (كبير)
                المجموع 64.00 ر.س شامل الضريبة 15%
                أؤكد الطلب؟\
                """,
                List.of(
                    new MessageContent.Button("yes", "نعم، أكّد"),
                    new MessageContent.Button("change", "أعدّل"))),
            t.plusSeconds(4)),
        World.message(
            n,
            5,
            Sender.CUSTOMER,
            new MessageContent.Choice("yes", "نعم، أكّد"),
            t.plusSeconds(60)),
        World.message(n, 6, Sender.SYSTEM, "أُرسل الطلب A-31 إلى فرع العليا", t.plusSeconds(61)),
        World.message(
            n,
            7,
            Sender.CUSTOMER,
            "Can you make one of them without onions please? and add Pepsi",
            t.plusSeconds(120)),
        World.message(
            n,
            8,
            Sender.STAFF,
            "أبشري، تم التعديل ✅ رقمي المباشر +966 55 123 4567 لو احتجتِ شيئًا",
            t.plusSeconds(180)),
        World.message(
            n,
            9,
            Sender.CUSTOMER,
            new MessageContent.Place(
                24.69012, 46.68523, "برج المملكة", "طريق الملك فهد، العليا، الرياض"),
            t.plusSeconds(240)),
        World.message(
            n, 10, Sender.CUSTOMER, new MessageContent.Other("audio", null), t.plusSeconds(260)),
        World.message(
            n, 11, Sender.CUSTOMER, "أبغى أعدل الطلب رقم A-31 😅❤️🇸🇦", now.minusSeconds(140)));
    restaurant.has(World.conversation(World.AHMED, "تمام، شكرًا جزيلًا 🙏", now.minusSeconds(40)));
    restaurant.has(
        World.conversation(World.SARA_J, "Is the shawarma spicy? 🌶️", now.minusSeconds(420)));
    restaurant.has(
        World.escalated(
            World.conversation(World.FAHD, "وين المندوب؟ صار لي ساعة", now.minusSeconds(900)),
            EscalationReason.ANGER,
            4,
            now.minusSeconds(700)));
    restaurant.has(
        World.answeredBy(
            World.conversation(World.REEM, "موقعي: حي الياسمين، الرياض", now.minusSeconds(3000)),
            World.SARAH));
    restaurant.has(
        World.conversation(World.OMAR, "2 zinger meals please", now.minus(Duration.ofHours(26))));
    order(restaurant, "A-41", World.AHMED, OrderStatus.PENDING, now.minusSeconds(35));
    order(restaurant, "A-40", World.SARA_J, OrderStatus.PENDING, now.minusSeconds(190));
    order(restaurant, "A-38", World.FAHD, OrderStatus.CONFIRMED, now.minusSeconds(400));
    order(restaurant, "A-31", World.NOURA, OrderStatus.PREPARING, now.minusSeconds(1000));
    order(restaurant, "A-30", World.OMAR, OrderStatus.PREPARING, now.minusSeconds(1900));
    order(restaurant, "A-29", World.REEM, OrderStatus.READY, now.minusSeconds(1300));
    order(restaurant, "A-27", World.AHMED, OrderStatus.OUT_FOR_DELIVERY, now.minusSeconds(1200));
    order(restaurant, "A-26", World.SARA_J, OrderStatus.DELIVERED, now.minusSeconds(3600));
    order(restaurant, "A-24", World.FAHD, OrderStatus.CANCELLED, now.minusSeconds(240));
    order(restaurant, "A-23", World.REEM, OrderStatus.REJECTED, now.minusSeconds(4000));
    restaurant.kitchen().evening();
    return restaurant;
  }

  /// A ticket changes, and open screens hear of it.
  public synchronized void tell(KitchenTicket ticket) {
    var _ = kitchen.has(ticket);
    log.add(new LiveEvent.TicketChanged(ticket));
  }

  private static void order(
      Restaurant restaurant,
      String number,
      CustomerSummary customer,
      OrderStatus status,
      Instant placed) {
    restaurant.has(World.order(number, customer, status, placed));
  }
}
