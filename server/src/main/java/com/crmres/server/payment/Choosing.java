package com.crmres.server.payment;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.Exchange;
import com.crmres.server.ordering.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// How a placed order is paid: the usual way, until the customer chose another one; he is asked
/// only where there is a choice.
public final class Choosing {

  private static final String PREFIX = "pay:";

  private final Payments payments;
  private final Texts texts;

  Choosing(Payments payments, Texts texts) {
    this.payments = payments;
    this.texts = texts;
  }

  /// A tap on a button of the question.
  public record Chosen(UUID orderId, PaymentMethod method) {}

  /// What a button's id means; empty if it is no button of ours.
  public static Optional<Chosen> read(String button) {
    String[] parts = button.split(":", -1);
    if (parts.length != 3 || !button.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      PaymentMethod method = WireName.parse(PaymentMethod.class, parts[1]);
      return Exchange.uuid(parts[2]).map(orderId -> new Chosen(orderId, method));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The question for an order that was just placed; empty where there is no choice.
  public Optional<MessageContent> question(
      Transaction transaction, UUID restaurantId, OrderSummary order, Language language) {
    List<PaymentMethod> methods =
        payments.methods(transaction, restaurantId, order.branchId(), order.total());
    if (methods.size() < 2) {
      return Optional.empty();
    }
    List<MessageContent.Button> buttons =
        methods.stream().map(method -> button(order.id(), method, language)).toList();
    String question = texts.text(language, "ask", Map.of("order", order.number()));
    return Optional.of(new MessageContent.Buttons(question, buttons));
  }

  private MessageContent.Button button(UUID orderId, PaymentMethod method, Language language) {
    return new MessageContent.Button(
        PREFIX + method.wireName() + ":" + orderId,
        texts.text(language, "method." + method.wireName(), Map.of()));
  }

  /// Pays an order the way its customer wants.
  ///
  /// @return what he is told
  public MessageContent choose(
      Transaction transaction,
      UUID restaurantId,
      Orders orders,
      OrderSummary order,
      PaymentMethod method,
      Language language) {
    PayResult result = payments.begin(transaction, restaurantId, orders, order.id(), method, null);
    String key =
        switch (result) {
          case PayResult.Begun _ -> "chosen." + method.wireName();
          case PayResult.NotOffered _ -> "not_offered";
          case PayResult.AlreadyPaid _ -> "already_paid";
          case PayResult.OrderOver _ -> "order_over";
          case PayResult.CommandReused _ -> throw new IllegalStateException("there was no command");
        };
    return new MessageContent.Text(texts.text(language, key, Map.of("order", order.number())));
  }

  /// The usual way.
  void begin(Transaction transaction, UUID restaurantId, OrderSummary order) {
    Payments.usual(payments.methods(transaction, restaurantId, order.branchId(), order.total()))
        .ifPresent(method -> payments.begin(transaction, restaurantId, order, method, null));
  }
}
