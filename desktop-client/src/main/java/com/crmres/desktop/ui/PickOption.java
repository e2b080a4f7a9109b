package com.crmres.desktop.ui;

import org.jspecify.annotations.Nullable;

/// One thing that can be chosen from a [PickModel].
///
/// @param id tells it from the others, in the node tree as well
/// @param title what it is called
/// @param detail a second line; empty for none
/// @param also what it may be found by besides title and detail
/// @param marked whether it holds already
/// @param run what choosing it does
public record PickOption(
    String id,
    String title,
    String detail,
    String also,
    @Nullable Icon icon,
    boolean marked,
    Runnable run) {

  /// An option with a title only.
  public static PickOption of(String id, String title, Icon icon, Runnable run) {
    return new PickOption(id, title, "", "", icon, false, run);
  }

  public PickOption withDetail(String words) {
    return new PickOption(id, title, words, also, icon, marked, run);
  }

  public PickOption foundBy(String words) {
    return new PickOption(id, title, detail, words, icon, marked, run);
  }

  public PickOption marked(boolean holds) {
    return new PickOption(id, title, detail, also, icon, holds, run);
  }
}
