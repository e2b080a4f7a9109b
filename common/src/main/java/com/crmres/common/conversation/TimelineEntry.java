package com.crmres.common.conversation;

import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened in a conversation besides what was said.
///
/// @param id different for each entry, and always the same
/// @param what `order`: the move's name; `cart`: the action; `hands`: `taken_over`, `handed_back`,
///   `resolved`, `escalated`; `feedback`: the sentiment
/// @param actor `customer`, `assistant`, `staff`, `device`, `pos`, `payment` or `system`
/// @param who the staff member's name
/// @param orderId the order it is about
/// @param orderNumber what people say aloud
/// @param to the state an order, its kitchen, delivery or payment came to
/// @param reason a code, or somebody's words
/// @param rating 1 to 5, of feedback
public record TimelineEntry(
    String id,
    Instant at,
    Kind kind,
    String what,
    String actor,
    @Nullable String who,
    @Nullable UUID orderId,
    @Nullable String orderNumber,
    @Nullable String to,
    @Nullable String reason,
    @Nullable Money amount,
    @Nullable Integer rating) {

  /// What it is about.
  public enum Kind implements WireName {
    HANDS,
    CART,
    ORDER,
    FEEDBACK
  }
}
