package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.Language;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who a customer was to us, and where things stood, when a conversation was handed over.
///
/// @param orders how many he has placed, without those that came to nothing
/// @param language null before his first turn
/// @param cart what he had put together and not ordered yet
/// @param lastOrder null if he has none
record Brief(
    int orders, @Nullable Language language, List<Piece> cart, @Nullable LastOrder lastOrder) {
  Brief {
    cart = List.copyOf(cart);
  }

  /// So many of an item.
  record Piece(int quantity, LocalizedText name) {}

  /// The order placed last, as it stood then.
  record LastOrder(String number, OrderStatus status) {}
}
