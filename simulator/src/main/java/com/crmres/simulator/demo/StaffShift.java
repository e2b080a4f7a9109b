package com.crmres.simulator.demo;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Simulated branch staff: accept orders and move them along, answer those who asked for a person.
final class StaffShift implements AutoCloseable {

  private static final List<OrderAction> WAY =
      List.of(OrderAction.START_PREPARING, OrderAction.MARK_READY, OrderAction.HAND_OVER);
  private static final Duration GLANCE = Duration.ofMillis(1500);
  private static final Duration COOKING = Duration.ofSeconds(5);
  private static final int MINUTES = 20;

  private final StaffDesk desk;
  private final Transcript transcript;
  private final Clock clock;
  private final LiveBoard board;
  private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, OrderSummary> orders = new ConcurrentHashMap<>();
  private final Map<UUID, Duration> boardTimes = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> accepted = new ConcurrentHashMap<>();
  private final Set<UUID> answered = ConcurrentHashMap.newKeySet();

  StaffShift(StaffDesk desk, Transcript transcript, Clock clock) {
    this.desk = desk;
    this.transcript = transcript;
    this.clock = clock;
    this.board = new LiveBoard(desk, this::heard);
  }

  void begin() throws IOException, InterruptedException {
    board.open();
  }

  /// The newest state of every order that came by.
  List<OrderSummary> orders() {
    return List.copyOf(orders.values());
  }

  /// From the event of a new order to the staff's socket.
  List<Duration> boardTimes() {
    return List.copyOf(boardTimes.values());
  }

  /// When staff pressed "accept", by order.
  Map<UUID, Instant> accepted() {
    return Map.copyOf(accepted);
  }

  boolean isDone() {
    return orders.values().stream().noneMatch(order -> order.status() == OrderStatus.PENDING);
  }

  @Override
  public void close() {
    board.close();
    hands.shutdownNow();
  }

  private void heard(LiveFrame.Happened frame) {
    switch (frame.event()) {
      case LiveEvent.OrderChanged(OrderSummary order) -> {
        OrderSummary before = orders.put(order.id(), order);
        if (before == null && order.status() == OrderStatus.PENDING) {
          boardTimes.put(order.id(), atLeastZero(Duration.between(frame.at(), clock.instant())));
          transcript.said(
              transcript.text("staff.board"),
              "▣",
              transcript.text("staff.placed", order.number(), order.total().riyals()));
          hands.execute(() -> serve(order));
        }
      }
      case LiveEvent.ConversationChanged(ConversationSummary conversation) ->
          answerIfEscalated(conversation);
      case LiveEvent.MessageAdded added -> answerIfEscalated(added.conversation());
      case LiveEvent.MessageStatusChanged _,
          LiveEvent.MessageChanged _,
          LiveEvent.ChannelNoticed _,
          LiveEvent.ThreadsRearranged _,
          LiveEvent.SuggestionChanged _,
          LiveEvent.OrderAlarm _,
          LiveEvent.AvailabilityChanged _,
          LiveEvent.TaskChanged _,
          LiveEvent.PosDriftChanged _,
          LiveEvent.PaymentChanged _,
          LiveEvent.PaymentTaskChanged _,
          LiveEvent.TicketChanged _,
          LiveEvent.HelpWanted _,
          LiveEvent.PrinterChanged _,
          LiveEvent.BranchStateChanged _,
          LiveEvent.NoteChanged _,
          LiveEvent.StaffWrites _,
          LiveEvent.CartChanged _,
          LiveEvent.Unknown _ -> {}
    }
  }

  private void answerIfEscalated(ConversationSummary conversation) {
    if (conversation.status() == ConversationStatus.ESCALATED && answered.add(conversation.id())) {
      hands.execute(() -> answer(conversation));
    }
  }

  private void serve(OrderSummary order) {
    try {
      Thread.sleep(GLANCE);
      accepted.put(order.id(), clock.instant());
      move(order.id(), OrderAction.ACCEPT);
      for (OrderAction action : WAY) {
        Thread.sleep(COOKING);
        move(order.id(), action);
      }
    } catch (IOException refused) {
      transcript.note("staff.refused", order.number(), why(refused));
    } catch (InterruptedException shiftOver) {
      Thread.currentThread().interrupt();
    }
  }

  /// Moves an order on from the version it has now, if that is allowed.
  private void move(UUID id, OrderAction action) throws IOException, InterruptedException {
    String path = "/v1/orders/" + id;
    OrderSummary now = desk.get(path, OrderSummary.class);
    if (!now.allowed().contains(action)) {
      return;
    }
    Integer minutes = action == OrderAction.ACCEPT ? MINUTES : null;
    var change = new ChangeOrderRequest(UUID.randomUUID(), action, now.version(), null, minutes);
    OrderSummary moved = desk.post(path + "/changes", change, OrderSummary.class);
    transcript.said(
        transcript.text("staff.name"),
        "▶",
        transcript.text(
            "staff.moved", moved.number(), transcript.text("status." + moved.status())));
  }

  private void answer(ConversationSummary conversation) {
    String path = "/v1/conversations/" + conversation.id();
    try {
      Thread.sleep(GLANCE);
      desk.post(path + "/take-over", null, ConversationSummary.class);
      transcript.said(
          transcript.text("staff.name"),
          "✋",
          transcript.text("staff.takes", conversation.customer().name()));
      var reply = new ReplyRequest(UUID.randomUUID(), transcript.text("staff.reply"));
      desk.post(path + "/replies", reply, JsonNode.class);
      Thread.sleep(COOKING);
      desk.post(path + "/hand-back", null, ConversationSummary.class);
    } catch (IOException refused) {
      transcript.note("staff.refused", conversation.id(), why(refused));
    } catch (InterruptedException shiftOver) {
      Thread.currentThread().interrupt();
    }
  }

  /// Two clocks of one machine may differ by a little.
  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /// Some failures of the network have no words of their own.
  private static String why(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
