package com.crmres.server.ordering.cart;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open cart after the menu changed under it: its read-back is void.
///
/// @param cart as it is now
/// @param gone lines that were taken out, since the branch has none left
public record Swept(Cart cart, List<Gone> gone) {
  public Swept {
    gone = List.copyOf(gone);
  }

  /// A line that was taken out.
  ///
  /// @param substituteId what may stand in for it; null if nothing is like it
  public record Gone(CartLine line, @Nullable UUID substituteId) {}
}
