package com.crmres.common.menu;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a file would change in the menu.
///
/// @param base the version of the menu it was compared with; whoever applies it names it. Once it
///   is applied, the version that came of it
/// @param applied whether it has been done
/// @param unchanged how many things stay as they are
public record MenuDifference(
    long base,
    boolean applied,
    List<Entry> added,
    List<Change> changed,
    List<Entry> removed,
    int unchanged) {

  public MenuDifference {
    added = Lists.orEmpty(added);
    changed = Lists.orEmpty(changed);
    removed = Lists.orEmpty(removed);
  }

  /// What something is.
  public enum Kind implements WireName {
    CATEGORY,
    ITEM,
    GROUP,
    OPTION,
    DAY_PART,
    INGREDIENT
  }

  /// One thing of the menu.
  public record Entry(Kind kind, UUID id, LocalizedText name) {}

  /// One thing that becomes another.
  public record Change(Entry entry, List<Field> fields) {
    public Change {
      fields = Lists.orEmpty(fields);
    }
  }

  /// One member of it, before and after; null where there is none.
  public record Field(String name, @Nullable String before, @Nullable String after) {}
}
