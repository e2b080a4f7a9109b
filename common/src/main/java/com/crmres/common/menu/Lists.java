package com.crmres.common.menu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of forms: one that was left out is empty.
final class Lists {

  private Lists() {}

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
