package com.crmres.desktop.connection;

import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.RepeatedCart;
import java.util.UUID;

/// The cart of a conversation, as people build and correct it. Each call blocks and throws
/// [ServerFailure]; the same command twice is one.
public interface CartApi {

  CartDetails cart(UUID conversationId);

  CartDetails change(UUID conversationId, ChangeCartRequest request);

  /// Sends the customer what is in it, for him to confirm.
  CartDetails readBack(UUID conversationId, CartStepRequest request);

  /// Says yes for the customer.
  OrderSummary confirm(UUID conversationId, CartStepRequest request);

  /// Puts it away.
  CartDetails cancel(UUID conversationId, CartStepRequest request);

  /// Puts an earlier order into it.
  RepeatedCart repeat(UUID conversationId, CartStepRequest request);

  /// What a branch sells, with all choices.
  MenuDetails menu(UUID branchId);
}
