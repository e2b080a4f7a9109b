package com.crmres.common.channel;

import java.time.LocalDate;
import java.util.List;

/// What WhatsApp's messages cost, estimated from the restaurant's own table of rates.
///
/// @param from first day
/// @param to last day
public record ChannelCosts(LocalDate from, LocalDate to, List<CostLine> lines) {
  public ChannelCosts {
    lines = List.copyOf(lines);
  }
}
