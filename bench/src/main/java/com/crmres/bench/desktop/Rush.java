package com.crmres.bench.desktop;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Live events of a busy evening, so many a second, told to every channel that is open.
final class Rush implements AutoCloseable {

  private static final int BEATS_A_SECOND = 50;

  private final Invented invented;
  private final int conversations;
  private final int orders;
  private final int perSecond;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
  private final Set<WsSession> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong position = new AtomicLong();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rush").factory());
  private long due;
  private long beats;

  Rush(Invented invented, int conversations, int orders, int perSecond) {
    this.invented = invented;
    this.conversations = conversations;
    this.orders = orders;
    this.perSecond = perSecond;
    var _ = beat.scheduleAtFixedRate(this::tell, 0, 1_000 / BEATS_A_SECOND, TimeUnit.MILLISECONDS);
  }

  long told() {
    return position.get();
  }

  WsListener listener() {
    return new WsListener() {
      @Override
      public void onOpen(WsSession session) {
        session.send(frame(new LiveFrame.CaughtUp(Long.toString(position.get()))), true);
        open.add(session);
      }

      @Override
      public void onClose(WsSession session, int status, String reason) {
        open.remove(session);
      }

      @Override
      public void onError(WsSession session, Throwable failure) {
        open.remove(session);
      }
    };
  }

  private void tell() {
    due += perSecond;
    for (; due >= BEATS_A_SECOND; due -= BEATS_A_SECOND) {
      open.forEach(this::tell);
    }
    if (beats++ % BEATS_A_SECOND == 0) {
      open.forEach(session -> send(session, pulse()));
    }
  }

  private void tell(WsSession session) {
    long number = position.incrementAndGet();
    send(session, new LiveFrame.Happened(Long.toString(number), Instant.now(), event(number)));
  }

  private LiveFrame pulse() {
    return new LiveFrame.Pulse(Long.toString(position.get()), Instant.now());
  }

  private void send(WsSession session, LiveFrame frame) {
    try {
      session.send(frame(frame), true);
    } catch (RuntimeException gone) {
      // The program was closed in the middle of a frame.
      open.remove(session);
    }
  }

  private static String frame(LiveFrame frame) {
    try {
      return Json.MAPPER.writerFor(LiveFrame.class).writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private LiveEvent event(long number) {
    int conversation = random.nextInt(conversations);
    int order = random.nextInt(orders);
    Instant now = Instant.now();
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> {
        MessageDetails said = invented.message(conversation, 1_000_000 + number, now);
        yield new LiveEvent.MessageAdded(
            invented.conversation(conversation, said, 1_000_000 + number), said);
      }
      case 5, 6 ->
          new LiveEvent.MessageStatusChanged(
              Invented.conversationId(conversation),
              invented.message(conversation, 1, now).id(),
              DeliveryStatus.READ,
              null);
      case 7 ->
          new LiveEvent.ConversationChanged(
              invented.conversation(
                  conversation, invented.message(conversation, 1, now), 1_000_000 + number));
      case 8 ->
          new LiveEvent.OrderChanged(
              Kitchenful.order(
                  order,
                  number % 2 == 0 ? OrderStatus.CONFIRMED : OrderStatus.PREPARING,
                  now.minusSeconds(30L * order),
                  1_000 + number));
      default ->
          new LiveEvent.TicketChanged(
              Kitchenful.ticket(order, true, now.minusSeconds(30L * order), 1_000 + number));
    };
  }

  @Override
  public void close() {
    beat.shutdownNow();
  }
}
