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
/// @param other what else may be done with it; null for nothing
public record PickOption(
    String id,
    String title,
    String detail,
    String also,
    @Nullable Icon icon,
    boolean marked,
    Runnable run,
    @Nullable Other other) {

  /// What else may be done with an option.
  ///
  /// @param words what that is
  public record Other(String words, Icon icon, Runnable run) {}

  /// An option with a title only.
  public static PickOption of(String id, String title, Icon icon, Runnable run) {
    return new PickOption(id, title, "", "", icon, false, run, null);
  }

  public PickOption withDetail(String words) {
    return new PickOption(id, title, words, also, icon, marked, run, other);
  }

  public PickOption foundBy(String words) {
    return new PickOption(id, title, detail, words, icon, marked, run, other);
  }

  public PickOption marked(boolean holds) {
    return new PickOption(id, title, detail, also, icon, holds, run, other);
  }

  public PickOption or(String words, Icon sign, Runnable act) {
    return new PickOption(id, title, detail, also, icon, marked, run, new Other(words, sign, act));
  }
}
