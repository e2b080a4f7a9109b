package com.crmres.common.kitchen;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one station makes of one order.
///
/// @param number of the order, as people say it aloud
/// @param customer the name to call out
/// @param status of the order
/// @param allergies to be shown always, in the words they were said
/// @param scheduledFor when the customer wants it; null for as soon as possible
/// @param queueAt its place in the queue, which it keeps whatever is undone
/// @param fireAt when it is given out by itself; null if it need not wait
/// @param doneAt when this station was done; null while it is not
/// @param open whether the station shows it
/// @param version expected by the next command
public record KitchenTicket(
    UUID id,
    UUID orderId,
    UUID branchId,
    UUID stationId,
    LocalizedText station,
    String number,
    Fulfilment fulfilment,
    String customer,
    OrderStatus status,
    List<TicketMark> marks,
    List<KitchenLine> lines,
    @Nullable String note,
    List<String> allergies,
    @Nullable Instant scheduledFor,
    Instant queueAt,
    @Nullable Instant fireAt,
    @Nullable Instant firedAt,
    @Nullable Instant promisedAt,
    @Nullable Instant doneAt,
    boolean open,
    long version) {
  public KitchenTicket {
    marks = List.copyOf(marks);
    lines = List.copyOf(lines);
    allergies = List.copyOf(allergies);
  }
}
