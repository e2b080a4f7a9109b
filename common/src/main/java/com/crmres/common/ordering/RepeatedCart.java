package com.crmres.common.ordering;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;

/// A cart into which an earlier order was put.
///
/// @param missing dishes that did not come along, by the names they were sold under
/// @param changed dishes that came without a choice that is gone
public record RepeatedCart(
    CartDetails cart, List<LocalizedText> missing, List<LocalizedText> changed) {
  public RepeatedCart {
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
  }
}
