package com.crmres.server.assistant.mode;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.restaurant.Branch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A conversation's cart and orders at one moment, and what has changed in them since another.
///
/// @param orders the newest first
record Till(Cart cart, PricedCart priced, List<OrderSummary> orders, List<Branch> branches) {

  Till {
    orders = List.copyOf(orders);
    branches = List.copyOf(branches);
  }

  /// What has changed since `before`; an order that was placed says all that its cart would.
  List<Change> since(Till before) {
    List<Change> changes = new ArrayList<>();
    Map<UUID, OrderStatus> known =
        before.orders.stream()
            .collect(Collectors.toMap(OrderSummary::id, OrderSummary::status, (one, _) -> one));
    for (OrderSummary order : orders) {
      OrderStatus then = known.get(order.id());
      if (then == null) {
        changes.add(new Change(Change.Kind.PLACED, same(order.total().text())));
      } else if (then != order.status()) {
        changes.add(new Change(Change.Kind.ORDER_MOVED, same(order.number())));
      }
    }
    if (cart.id().equals(before.cart.id()) || before.cart.isEmpty()) {
      changes.addAll(0, linesSince(before));
      changes.addAll(restSince(before.cart));
    }
    return changes;
  }

  private List<Change> linesSince(Till before) {
    List<Change> changes = new ArrayList<>();
    Map<UUID, LocalizedText> old = before.lines();
    Map<UUID, LocalizedText> now = lines();
    old.forEach((id, line) -> {
      LocalizedText after = now.get(id);
      if (after == null) {
        changes.add(new Change(Change.Kind.REMOVED, line));
      } else if (!after.equals(line)) {
        changes.add(new Change(Change.Kind.CHANGED, line, after));
      }
    });
    now.forEach((id, line) -> {
      if (!old.containsKey(id)) {
        changes.add(new Change(Change.Kind.ADDED, line));
      }
    });
    return changes;
  }

  private List<Change> restSince(Cart before) {
    List<Change> changes = new ArrayList<>();
    if (cart.fulfilment() != null && cart.fulfilment() != before.fulfilment()) {
      changes.add(
          switch (cart.fulfilment()) {
            case PICKUP -> new Change(Change.Kind.PICKUP);
            case DELIVERY -> new Change(Change.Kind.DELIVERY);
          });
    }
    if (isNew(cart.branchId(), before.branchId())) {
      branches.stream()
          .filter(branch -> branch.id().equals(cart.branchId()))
          .forEach(branch -> changes.add(new Change(Change.Kind.BRANCH, branch.name())));
    }
    if (isNew(cart.destination(), before.destination())) {
      changes.add(new Change(Change.Kind.PLACE));
    }
    if (isNew(cart.contactPhone(), before.contactPhone())) {
      changes.add(new Change(Change.Kind.PHONE));
    }
    String note = cart.note();
    if (note != null && !note.equals(before.note())) {
      changes.add(new Change(Change.Kind.NOTE, same(note)));
    }
    return changes;
  }

  /// The cart's lines in words; none of them where the menu no longer knows one.
  private Map<UUID, LocalizedText> lines() {
    Map<UUID, LocalizedText> lines = new LinkedHashMap<>();
    if (priced.lines().size() == cart.lines().size()) {
      for (int i = 0; i < cart.lines().size(); i++) {
        lines.put(cart.lines().get(i).id(), words(cart.lines().get(i), priced.lines().get(i)));
      }
    }
    return lines;
  }

  private static LocalizedText words(CartLine line, OrderSummary.Line shown) {
    return new LocalizedText(
        words(line, shown, LocalizedText::ar), words(line, shown, LocalizedText::en));
  }

  private static String words(
      CartLine line, OrderSummary.Line shown, Function<LocalizedText, String> language) {
    List<String> more = new ArrayList<>();
    LocalizedText size = shown.size();
    if (size != null) {
      more.add(language.apply(size));
    }
    shown.modifiers().forEach(modifier -> more.add(language.apply(modifier)));
    add(more, line.note());
    add(more, line.person());
    String name =
        String.format(Locale.ROOT, "%d × %s", line.quantity(), language.apply(shown.name()));
    return more.isEmpty() ? name : name + " (" + String.join(" · ", more) + ")";
  }

  private static void add(List<String> words, @Nullable String word) {
    if (word != null) {
      words.add(word);
    }
  }

  private static boolean isNew(@Nullable Object now, @Nullable Object before) {
    return now != null && !Objects.equals(now, before);
  }

  private static LocalizedText same(String text) {
    return new LocalizedText(text, text);
  }
}
