package com.crmres.desktop.history;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.money.Money;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import java.util.Locale;

/// Words what happened.
final class TimelineWords {

  /// Where an order may come to: as a whole, or with its money or its way.
  private static final List<String> AXES =
      List.of("order.status", "order.payment", "order.delivery");

  private final Texts texts;

  TimelineWords(Texts texts) {
    this.texts = texts;
  }

  Icon icon(TimelineEntry entry) {
    return switch (entry.kind()) {
      case HANDS -> Icon.TAKE_OVER;
      case CART -> Icon.CART;
      case ORDER -> Icon.ORDERS;
      case FEEDBACK -> Icon.STAR;
    };
  }

  String title(TimelineEntry entry) {
    return switch (entry.kind()) {
      case HANDS -> texts.known("timeline.hands", entry.what(), "timeline.hands.other");
      case CART -> texts.known("timeline.cart", entry.what(), "timeline.cart.other");
      case ORDER -> order(entry);
      case FEEDBACK -> feedback(entry);
    };
  }

  /// An order is told by where it came to; the names of its moves are the server's own.
  private String order(TimelineEntry entry) {
    String number = entry.orderNumber();
    String came = entry.to() == null ? "" : entry.to().toUpperCase(Locale.ROOT);
    String what =
        entry.what().equals("placed")
            ? texts.of("timeline.order.placed")
            : AXES.stream()
                .map(axis -> axis + "." + came)
                .filter(texts.bundle()::containsKey)
                .map(texts::of)
                .findFirst()
                .orElseGet(() -> texts.of("timeline.order.other"));
    return texts.of(
        "timeline.about",
        texts.of("timeline.order.number", number == null ? "" : DisplayText.leftToRight(number)),
        what);
  }

  private String feedback(TimelineEntry entry) {
    Integer rating = entry.rating();
    return rating == null
        ? texts.of("timeline.feedback")
        : texts.of("timeline.feedback.rated", Integer.toString(rating));
  }

  /// Who it was.
  String who(TimelineEntry entry) {
    String name = entry.who();
    return name == null
        ? texts.known("timeline.actor", entry.actor(), "timeline.actor.system")
        : DisplayText.line(name);
  }

  /// Why, how much, and of which order a cart was.
  String details(TimelineEntry entry) {
    StringBuilder details = new StringBuilder();
    String number = entry.orderNumber();
    if (entry.kind() != TimelineEntry.Kind.ORDER && number != null) {
      details.append(texts.of("timeline.order.number", DisplayText.leftToRight(number)));
    }
    Money amount = entry.amount();
    if (amount != null) {
      join(details, DisplayText.money(amount, texts));
    }
    String reason = entry.reason();
    if (reason != null) {
      join(details, reason(entry, reason));
    }
    return details.toString();
  }

  private String reason(TimelineEntry entry, String reason) {
    String prefix = entry.kind() == TimelineEntry.Kind.HANDS ? "escalation" : "order.reason";
    String key = prefix + "." + reason.toUpperCase(Locale.ROOT);
    return texts.bundle().containsKey(key) ? texts.of(key) : DisplayText.line(reason);
  }

  private static void join(StringBuilder details, String more) {
    details.append(details.isEmpty() ? "" : "  ·  ").append(more);
  }
}
