package com.crmres.server.assistant.paying;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import com.crmres.server.payment.Choosing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Asks a customer whose order was just placed how he pays, where there is a choice, and takes his
/// answer: a tap, or one plain word.
public final class PayingDesk implements Desk {

  /// A bare "card" much later speaks of something else.
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(30);

  private final Desk desk;
  private final Orders orders;
  private final Choosing choosing;
  private final Clock clock;

  public PayingDesk(Desk desk, Orders orders, Choosing choosing, Clock clock) {
    this.desk = desk;
    this.orders = orders;
    this.choosing = choosing;
    this.clock = clock;
  }

  /// What the customer chose for which order.
  private record Wish(OrderSummary order, PaymentMethod method) {}

  @Override
  public Served serve(Transaction transaction, UUID restaurantId, Turn turn, Reading reading) {
    List<OrderSummary> before =
        orders.ofConversation(transaction, restaurantId, turn.conversationId());
    Optional<Wish> wish =
        turn.said().stream().flatMap(said -> wish(said, turn, before).stream()).findFirst();
    if (wish.isEmpty()) {
      return asking(transaction, restaurantId, turn, reading, before);
    }
    MessageContent told =
        choosing.choose(
            transaction,
            restaurantId,
            orders,
            wish.get().order(),
            wish.get().method(),
            reading.language());
    return turn.said().size() == 1
        ? new Served(List.of(told), turn.pending(), 0, null)
        : with(desk.serve(transaction, restaurantId, turn, reading), told);
  }

  private Served asking(
      Transaction transaction,
      UUID restaurantId,
      Turn turn,
      Reading reading,
      List<OrderSummary> before) {
    Served served = desk.serve(transaction, restaurantId, turn, reading);
    return orders.ofConversation(transaction, restaurantId, turn.conversationId()).stream()
        .findFirst()
        .filter(newest -> before.stream().noneMatch(known -> known.id().equals(newest.id())))
        .flatMap(placed -> question(transaction, restaurantId, placed, reading.language()))
        .map(question -> with(served, question))
        .orElse(served);
  }

  private Optional<MessageContent> question(
      Transaction transaction, UUID restaurantId, OrderSummary placed, Language language) {
    return choosing.question(transaction, restaurantId, placed, language);
  }

  private Optional<Wish> wish(Turn.Said said, Turn turn, List<OrderSummary> known) {
    return switch (said.content()) {
      case MessageContent.Choice(String id, String _) ->
          Choosing.read(id).flatMap(chosen -> wish(chosen, known));
      case MessageContent.Text(String text) when turn.cart().isEmpty() ->
          PayWords.read(text).flatMap(method -> wish(method, known));
      default -> Optional.empty();
    };
  }

  private static Optional<Wish> wish(Choosing.Chosen chosen, List<OrderSummary> known) {
    return known.stream()
        .filter(order -> order.id().equals(chosen.orderId()))
        .findFirst()
        .map(order -> new Wish(order, chosen.method()));
  }

  private Optional<Wish> wish(PaymentMethod method, List<OrderSummary> known) {
    return known.stream()
        .findFirst()
        .filter(order -> order.status() != OrderStatus.DELIVERED)
        .filter(order -> clock.instant().isBefore(order.placedAt().plus(ANSWERED_WITHIN)))
        .map(order -> new Wish(order, method));
  }

  private static Served with(Served served, MessageContent more) {
    List<MessageContent> answers = new ArrayList<>(served.answers());
    answers.add(more);
    return new Served(answers, served.pending(), served.misses(), served.handOver());
  }
}
