package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// What a group of choices is for.
public enum GroupKind implements WireName {
  /// Exactly one of them.
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
