package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// Why something on the menu cannot be had, in the order in which it is looked for.
public enum AbsenceReason implements WireName {
  /// It is sold at another time.
  DAY_PART,
  /// Its category is sold out.
  CATEGORY,
  /// It is sold out itself.
  ITEM,
  /// What must be chosen of it is sold out.
  OPTION,
  /// The counted stock is used up.
  STOCK,
  /// Something it is made of is missing.
  INGREDIENT
}
