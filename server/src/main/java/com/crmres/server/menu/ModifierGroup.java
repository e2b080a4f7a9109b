package com.crmres.server.menu;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.util.List;
import java.util.UUID;

/// Choices of one kind for an item, of which between `min` and `max` are taken.
///
/// A group with `min` over 0 whose options hold a standard one needs no question: the standard
/// applies.
public record ModifierGroup(
    UUID id, Kind kind, LocalizedText name, int min, int max, List<ModifierOption> options) {

  public ModifierGroup {
    options = List.copyOf(options);
  }

  /// What a group is for.
  public enum Kind implements WireName {
    /// Exactly one; its option's price is added to the item's.
    SIZE,
    /// Something the item needs, for example the bread or the heat.
    CHOICE,
    /// Something extra, at a price.
    ADDON,
    /// An ingredient that may be left out.
    REMOVE
  }
}
