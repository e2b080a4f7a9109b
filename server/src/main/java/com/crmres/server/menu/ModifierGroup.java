package com.crmres.server.menu;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.menu.SalesChannel;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /// All that can be taken: each option, and behind it how else it may be had.
  public List<ModifierOption> choices() {
    return options.stream()
        .flatMap(option -> Stream.concat(Stream.of(option), option.forms().stream()))
        .toList();
  }

  /// Whether the group is offered to whoever gets the order this way.
  ///
  /// @param way null while he may still choose
  public boolean isOffered(@Nullable PriceTag way) {
    return SalesChannel.offered(rules.channels(), way);
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
