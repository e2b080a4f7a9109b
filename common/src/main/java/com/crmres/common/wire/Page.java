package com.crmres.common.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of a long list.
///
/// @param next what to ask for to get the following part; absent at the end
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
