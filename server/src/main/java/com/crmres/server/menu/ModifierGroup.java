package com.crmres.server.menu;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.util.List;
import java.util.UUID;

/// Choices of one kind for an item, of which between `min` and `max` are taken.
///
/// A group with `min` over 0 whose options hold a standard one needs no question: the standard
/// applies. An option that is taken twice counts twice.
///
/// @param rules what else holds
public record ModifierGroup(
    UUID id,
    Kind kind,
    LocalizedText name,
    int min,
    int max,
    List<ModifierOption> options,
    GroupRules rules) {

  public ModifierGroup {
    options = List.copyOf(options);
  }

  /// A group with the plain rules.
  public ModifierGroup(
      UUID id, Kind kind, LocalizedText name, int min, int max, List<ModifierOption> options) {
    this(id, kind, name, min, max, options, GroupRules.PLAIN);
  }

  /// What a group is for.
  public enum Kind implements WireName {
    /// Exactly one; its option's price is added to the item's, or stands in its place.
    SIZE,
    /// Something the item needs, for example the bread or the heat.
    CHOICE,
    /// Something extra, at a price.
    ADDON,
    /// An ingredient that may be left out.
    REMOVE,
    /// A wish that costs nothing, for example well done.
    NOTE
  }
}
