package com.crmres.simulator.demo;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the stand-in remembers: threads, orders and the events of both.
final class StandInBook {

  static final UUID BRANCH = new UUID(1, 1);

  private final Map<String, ConversationSummary> conversations = new LinkedHashMap<>();
  private final Map<UUID, List<MessageDetails>> threads = new LinkedHashMap<>();
  private final Map<UUID, OrderSummary> orders = new LinkedHashMap<>();
  private final List<LiveFrame.Happened> events = new ArrayList<>();
  private long sequence;

  synchronized List<LiveFrame.Happened> eventsFrom(int position) {
    return List.copyOf(events.subList(Math.min(position, events.size()), events.size()));
  }

  synchronized int position() {
    return events.size();
  }

  synchronized List<ConversationSummary> search(String phone) {
    ConversationSummary found = conversations.get(phone);
    return found == null ? List.of() : List.of(found);
  }

  synchronized List<MessageDetails> thread(UUID id) {
    return List.copyOf(threads.getOrDefault(id, List.of())).reversed();
  }

  synchronized OrderSummary order(UUID id) {
    return Objects.requireNonNull(orders.get(id));
  }

  synchronized ConversationSummary conversation(UUID id) {
    return conversations.values().stream()
        .filter(conversation -> conversation.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  synchronized MessageDetails add(String phone, String name, Sender sender, String text) {
    ConversationSummary conversation = open(phone, name);
    MessageDetails message =
        new MessageDetails(
            UUID.randomUUID(),
            conversation.id(),
            ++sequence,
            sender,
            null,
            new MessageContent.Text(text),
            sender == Sender.CUSTOMER ? null : DeliveryStatus.SENT,
            null,
            Instant.now());
    threads.computeIfAbsent(conversation.id(), id -> new ArrayList<>()).add(message);
    happened(new LiveEvent.MessageAdded(conversation, message));
    return message;
  }

  synchronized void answeredBy(String phone, ConversationStatus status, Answerer answerer) {
    ConversationSummary now = conversation(phone, search(phone).getFirst(), status, answerer);
    conversations.put(phone, now);
    happened(new LiveEvent.ConversationChanged(now));
  }

  synchronized OrderSummary place(String phone) {
    ConversationSummary conversation = search(phone).getFirst();
    OrderSummary order =
        order(
            UUID.randomUUID(),
            "A-" + (orders.size() + 1),
            conversation,
            OrderStatus.PENDING,
            List.of(OrderAction.ACCEPT),
            1);
    orders.put(order.id(), order);
    happened(new LiveEvent.OrderChanged(order));
    return order;
  }

  synchronized OrderSummary move(UUID id, OrderAction action) {
    OrderSummary old = order(id);
    boolean accepts = action == OrderAction.ACCEPT;
    OrderSummary moved =
        order(
            id,
            old.number(),
            search(String.valueOf(old.customer().phone())).getFirst(),
            accepts ? OrderStatus.CONFIRMED : OrderStatus.DELIVERED,
            accepts ? List.of(OrderAction.HAND_OVER) : List.of(),
            old.version() + 1);
    orders.put(id, moved);
    happened(new LiveEvent.OrderChanged(moved));
    return moved;
  }

  private ConversationSummary open(String phone, String name) {
    return conversations.computeIfAbsent(
        phone,
        key -> {
          UUID id = UUID.randomUUID();
          threads.put(id, new ArrayList<>());
          return conversation(
              new CustomerSummary(id, name, phone), id, ConversationStatus.ACTIVE, null);
        });
  }

  private static ConversationSummary conversation(
      String phone, ConversationSummary old, ConversationStatus status, Answerer answerer) {
    CustomerSummary customer = new CustomerSummary(old.id(), old.customer().name(), phone);
    return conversation(customer, old.id(), status, answerer);
  }

  private static ConversationSummary conversation(
      CustomerSummary customer, UUID id, ConversationStatus status, @Nullable Answerer answerer) {
    return new ConversationSummary(
        id,
        customer,
        BRANCH,
        status,
        ConversationType.ORDER,
        answerer == null ? Answerer.ASSISTANT : answerer,
        null,
        null,
        null,
        null,
        0,
        null,
        ChannelState.NONE,
        1);
  }

  private static OrderSummary order(
      UUID id,
      String number,
      ConversationSummary conversation,
      OrderStatus status,
      List<OrderAction> allowed,
      long version) {
    return new OrderSummary(
        id,
        number,
        BRANCH,
        conversation.id(),
        conversation.customer(),
        status,
        OrderStanding.NEW,
        Fulfilment.PICKUP,
        null,
        List.of(),
        Money.ZERO,
        new Money(4600),
        new Money(600),
        null,
        null,
        allowed,
        Instant.now(),
        Instant.now(),
        null,
        version);
  }

  private void happened(LiveEvent event) {
    String next = Integer.toString(events.size() + 1);
    events.add(new LiveFrame.Happened(next, Instant.now(), event));
  }
}
