package com.crmres.common.kitchen;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;

/// A choice that the cook must read.
public record KitchenModifier(Kind kind, LocalizedText name) {

  /// What it does to the dish.
  public enum Kind implements WireName {
    /// Left out.
    WITHOUT,
    /// On top.
    EXTRA,
    /// One of several.
    CHOICE
  }
}
