package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.Unalterable;
import com.crmres.server.ordering.cart.Cart;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Talks with a customer about changing what he has ordered.
final class Alteration {

  private final Counter counter;
  private final Phrasebook phrases;
  private final Answer answer;
  private final NextStep next;

  Alteration(Counter counter, Phrasebook phrases, Answer answer, NextStep next) {
    this.counter = counter;
    this.phrases = phrases;
    this.answer = answer;
    this.next = next;
  }

  /// Puts his order into the cart.
  ///
  /// @param saysWhat whether he says what shall be otherwise: then he sees that at once
  void begin(boolean saysWhat) {
    switch (counter.alter()) {
      case AlterResult.Opened(OrderSummary order, Cart cart) -> opened(order, cart, saysWhat);
      case AlterResult.Refused(OrderSummary order, Unalterable why) -> refused(order, why);
    }
  }

  private void opened(OrderSummary order, Cart cart, boolean saysWhat) {
    if (saysWhat) {
      next.readBack();
      return;
    }
    answer.say(phrases.voice().say("alter.opened", order.number()));
    answer.say(phrases.cart().soFar(counter.price(cart)));
    answer.ask(phrases.cart().anythingElse(cart));
  }

  /// What he cannot change by himself, people may.
  void refused(@Nullable OrderSummary order, Unalterable why) {
    next.finish();
    String key = "alter." + why.name().toLowerCase(Locale.ROOT);
    if (order == null) {
      answer.ask(phrases.questions().start(phrases.voice().say(key)));
      return;
    }
    answer.say(phrases.voice().say(key, order.number()));
    answer.passOn(EscalationReason.EDITED_AFTER_ORDER);
    counter.isAbout(ConversationType.SUPPORT);
  }

  void done(OrderSummary order) {
    String total = phrases.voice().money(order.total());
    answer.say(phrases.voice().say("altered", order.number(), total));
    next.finish();
  }

  /// He leaves his order as it is.
  void drop(OrderSummary order, Cart cart) {
    counter.putAway(cart.id());
    answer.say(phrases.voice().say("alter.dropped", order.number()));
    next.finish();
  }
}
