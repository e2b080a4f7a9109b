package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date on which a branch keeps other hours than usual.
///
/// @param spans those that begin on the date; none when it is closed
/// @param note what customers are told of it, as "Eid al-Fitr"
public record SpecialDay(
    LocalDate date, List<OpeningHours.Span> spans, @Nullable LocalizedText note) {
  public SpecialDay {
    spans = List.copyOf(spans);
  }
}
