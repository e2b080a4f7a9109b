package com.crmres.common.ordering;

import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order with its lines.
///
/// @param number what people say aloud, unique per branch and day, for example `A-27`
/// @param standing where it stands beside its status: payment, delivery, …
/// @param contactPhone the number to call about a delivery, digits with country code; it need not
///   be the one the customer writes from
/// @param deliveryFee with VAT; nothing for a pickup
/// @param total of the lines and the delivery, with VAT
/// @param vat contained in the total
/// @param allowed the moves that are possible now, for whoever may make them
/// @param promisedAt when it shall be ready, once accepted
/// @param reason why it was rejected or cancelled
/// @param version expected by the next change
public record OrderSummary(
    UUID id,
    String number,
    UUID branchId,
    UUID conversationId,
    CustomerSummary customer,
    OrderStatus status,
    OrderStanding standing,
    Fulfilment fulfilment,
    @Nullable String contactPhone,
    List<Line> lines,
    Money deliveryFee,
    Money total,
    Money vat,
    @Nullable String note,
    @Nullable String reason,
    List<OrderAction> allowed,
    Instant placedAt,
    Instant statusSince,
    @Nullable Instant promisedAt,
    long version) {

  public OrderSummary {
    lines = List.copyOf(lines);
    allowed = List.copyOf(allowed);
  }

  /// One item of the order.
  ///
  /// @param itemId of the menu, which may not have it any more
  /// @param modifiers chosen options and left-out ingredients, as shown to the kitchen
  /// @param total for the whole quantity
  public record Line(
      UUID itemId,
      int quantity,
      LocalizedText name,
      @Nullable LocalizedText size,
      List<LocalizedText> modifiers,
      @Nullable String note,
      Money total) {
    public Line {
      modifiers = List.copyOf(modifiers);
    }

    /// The same, of that item.
    public Line of(UUID item) {
      return new Line(item, quantity, name, size, modifiers, note, total);
    }
  }
}
