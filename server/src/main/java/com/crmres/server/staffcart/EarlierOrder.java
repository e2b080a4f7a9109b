package com.crmres.server.staffcart;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Puts an earlier order of the customer's into his cart, as far as it can be had now.
final class EarlierOrder {

  private final Orders orders;
  private final Carts carts;
  private final Menus menus;
  private final Restaurants restaurants;

  EarlierOrder(Orders orders, Carts carts, Menus menus, Restaurants restaurants) {
    this.orders = orders;
    this.carts = carts;
    this.menus = menus;
    this.restaurants = restaurants;
  }

  /// What did not come along, and what came without a choice that is gone.
  record Left(List<LocalizedText> missing, List<LocalizedText> changed) {
    Left {
      missing = List.copyOf(missing);
      changed = List.copyOf(changed);
    }
  }

  /// The order that is to be repeated.
  ///
  /// @throws ApiException if none is named
  static UUID wanted(CartStepRequest wish) {
    if (wish.orderId() == null) {
      new Faults().add("orderId", Rule.REQUIRED).throwIfAny();
    }
    return Objects.requireNonNull(wish.orderId());
  }

  /// An order of the conversation's customer that the person may see.
  OrderSummary find(StaffCarts.Asked asked, ConversationSummary conversation, UUID orderId) {
    return orders
        .find(asked.transaction(), asked.restaurantId(), orderId)
        .filter(order -> asked.person().sees(order.branchId()))
        .filter(order -> order.customer().id().equals(conversation.customer().id()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  Left putIn(StaffCarts.Asked asked, OrderSummary order) {
    List<LocalizedText> missing = new ArrayList<>();
    List<LocalizedText> changed = new ArrayList<>();
    for (OrderLine line : orders.lines(asked.transaction(), asked.restaurantId(), order.id())) {
      if (!put(asked, line, line.optionIds())) {
        List<UUID> left = left(asked, line);
        boolean came = left.size() < line.optionIds().size() && put(asked, line, left);
        (came ? changed : missing).add(line.sold().name());
      }
    }
    return new Left(missing, changed);
  }

  private boolean put(StaffCarts.Asked asked, OrderLine line, List<UUID> optionIds) {
    CartCommand.Add add =
        new CartCommand.Add(
            line.itemId(),
            line.sold().quantity(),
            optionIds,
            line.sold().note(),
            line.person(),
            null);
    return carts.apply(asked.transaction(), asked.restaurantId(), asked.conversationId(), add)
        instanceof CartResult.Changed;
  }

  /// The choices that can still be had.
  private List<UUID> left(StaffCarts.Asked asked, OrderLine line) {
    Transaction transaction = asked.transaction();
    UUID chosen =
        carts.current(transaction, asked.restaurantId(), asked.conversationId()).branchId();
    UUID branch =
        chosen == null
            ? restaurants.branches(transaction, asked.restaurantId()).getFirst().id()
            : chosen;
    Optional<MenuItem> item =
        menus.of(transaction, asked.restaurantId(), branch).item(line.itemId());
    return line.optionIds().stream()
        .filter(id ->
            item.flatMap(known -> known.option(id)).filter(ModifierOption::available).isPresent())
        .toList();
  }
}
