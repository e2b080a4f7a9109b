package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a till sells.
///
/// @param active whether it sells it now
/// @param groups what is chosen with it; none for an option
public record PosMenuItem(
    PosThing thing,
    String id,
    @Nullable String sku,
    LocalizedText name,
    Money price,
    boolean active,
    List<PosGroup> groups) {

  public PosMenuItem {
    groups = List.copyOf(groups);
  }

  /// Something without choices.
  public PosMenuItem(
      PosThing thing,
      String id,
      @Nullable String sku,
      LocalizedText name,
      Money price,
      boolean active) {
    this(thing, id, sku, name, price, active, List.of());
  }
}
