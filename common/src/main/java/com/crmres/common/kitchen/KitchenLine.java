package com.crmres.common.kitchen;

import com.crmres.common.ordering.KitchenState;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One dish of a station's ticket.
///
/// @param orderLineId the line of the order it belongs to; other stations may have the same one
/// @param person for whom it is
/// @param change null for what was there from the beginning
/// @param acknowledged whether somebody has seen that it is not wanted any more
/// @param remakes how often it had to be made again
public record KitchenLine(
    UUID id,
    UUID orderLineId,
    int quantity,
    UUID itemId,
    LocalizedText name,
    @Nullable LocalizedText size,
    List<KitchenModifier> modifiers,
    @Nullable String note,
    @Nullable String person,
    KitchenState state,
    @Nullable LineChange change,
    @Nullable Instant startedAt,
    @Nullable Instant doneAt,
    boolean acknowledged,
    int remakes) {
  public KitchenLine {
    modifiers = List.copyOf(modifiers);
  }
}
