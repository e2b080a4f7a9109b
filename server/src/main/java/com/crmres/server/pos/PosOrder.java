package com.crmres.server.pos;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order in the terms of a till.
///
/// @param key the same key is the same order: our id and the version that was handed over
/// @param number what people call it
/// @param status how it stands here at this moment
/// @param lines their totals are before any discount
/// @param deliveryFee with VAT; nothing for a pickup
/// @param discount what the total is below lines and delivery
/// @param total what the customer was told, with VAT
/// @param scheduledFor when the customer wants it; null for as soon as possible
public record PosOrder(
    UUID id,
    String key,
    String number,
    Fulfilment fulfilment,
    OrderStatus status,
    Customer customer,
    @Nullable Place place,
    List<Line> lines,
    Money deliveryFee,
    Money discount,
    Money total,
    Money vat,
    @Nullable String note,
    Instant placedAt,
    @Nullable Instant scheduledFor,
    @Nullable Instant promisedAt) {

  public PosOrder {
    lines = List.copyOf(lines);
  }

  /// When the till shall have it ready, if anybody said.
  public @Nullable Instant dueAt() {
    return scheduledFor == null ? promisedAt : scheduledFor;
  }

  /// Who gets it.
  ///
  /// @param phone digits with country code
  public record Customer(@Nullable String name, @Nullable String phone) {}

  /// Where a delivery goes.
  public record Place(
      @Nullable Double latitude, @Nullable Double longitude, @Nullable String text) {}

  /// One item.
  ///
  /// @param posId what the till calls it
  /// @param total for the whole quantity, options inside
  /// @param note what the kitchen reads: wishes, and what is left out
  public record Line(
      String posId,
      String name,
      int quantity,
      List<Option> options,
      Money total,
      @Nullable String note) {
    public Line {
      options = List.copyOf(options);
    }
  }

  /// A chosen option.
  ///
  /// @param preModifier how it is wanted, where the till knows only the option as it is; null for
  ///   as it is
  public record Option(String posId, String name, @Nullable PreModifier preModifier) {}
}
