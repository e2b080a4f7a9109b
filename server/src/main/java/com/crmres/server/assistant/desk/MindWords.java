package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.ReplyPart;
import java.util.List;
import java.util.stream.Collectors;

/// Says a mind's own words, with what only code knows where the mind left a blank.
final class MindWords {

  private final Counter counter;
  private final Voice voice;

  MindWords(Counter counter, Voice voice) {
    this.counter = counter;
    this.voice = voice;
  }

  String of(List<ReplyPart> parts) {
    return parts.stream()
        .map(part ->
            switch (part) {
              case ReplyPart.Words(String text) -> text;
              case ReplyPart.Filled(ReplyPart.Blank blank) -> filled(blank);
            })
        .collect(Collectors.joining())
        .replaceAll("\\s+([،,.!؟?])", "$1")
        .strip();
  }

  /// A blank that cannot be filled is left out.
  private String filled(ReplyPart.Blank blank) {
    return switch (blank) {
      case RESTAURANT_NAME -> voice.in(counter.restaurant().name());
      case CART_TOTAL ->
          counter.cart().isEmpty() ? "" : voice.money(counter.price(counter.cart()).total());
      case ORDER_NUMBER -> counter.lastOrder().map(OrderSummary::number).orElse("");
    };
  }
}
