package com.crmres.server.assistant.openrouter;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes menu and cart for a model: a line each, by handles, without a single price.
final class MenuText {

  private final Handles handles;

  MenuText(Handles handles) {
    this.handles = handles;
  }

  /// The menu, or the part of it that `shown` names, in the order of handles.
  String menu(Collection<String> shown) {
    return "MENU (handle | Arabic | English | other names | choices; * is standard, ! must be chosen)\n"
        + handles.items().entrySet().stream()
            .filter(entry -> shown.contains(entry.getKey()))
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private String line(String handle, MenuItem item) {
    return String.join(
        " | ",
        handle,
        clean(item.name().ar()),
        clean(item.name().en()),
        item.aliases().stream().map(MenuText::clean).collect(Collectors.joining(", ")),
        item.groups().stream().map(this::group).collect(Collectors.joining("; ")));
  }

  private String group(ModifierGroup group) {
    boolean asked = group.min() > 0 && group.options().stream().noneMatch(ModifierOption::standard);
    String options =
        group.choices().stream()
            .map(option ->
                handles.ofOption(option.id())
                    + (option.standard() && option.form() == null ? "*" : "")
                    + " "
                    + clean(option.name().ar())
                    + "/"
                    + clean(option.name().en()))
            .collect(Collectors.joining(", "));
    return kind(group) + (asked ? "!" : "") + ": " + options;
  }

  private static String kind(ModifierGroup group) {
    return switch (group.kind()) {
      case SIZE -> "size";
      case CHOICE, NOTE -> clean(group.name().en());
      case ADDON -> "extra";
      case REMOVE -> "without";
    };
  }

  /// What is in the cart, by handles; nothing that a driver or a bill would need.
  String cart() {
    List<CartLine> lines = handles.lines();
    if (lines.isEmpty()) {
      return "(empty)";
    }
    StringBuilder text = new StringBuilder();
    for (int place = 1; place <= lines.size(); place++) {
      CartLine line = lines.get(place - 1);
      text.append("l%d = %s x%d".formatted(place, handles.ofItem(line.itemId()), line.quantity()));
      handles
          .item(handles.ofItem(line.itemId()))
          .ifPresent(item -> text.append(" ").append(clean(item.name().ar())));
      line.optionIds().stream()
          .map(handles::ofOption)
          .sorted(Comparator.comparingInt(String::length).thenComparing(option -> option))
          .forEach(option -> text.append(" ").append(option));
      text.append('\n');
    }
    return text.toString().strip();
  }

  /// What is sold out today stands behind what never changes.
  String soldOut(Collection<String> shown) {
    String gone =
        handles.items().entrySet().stream()
            .filter(entry -> shown.contains(entry.getKey()) && !entry.getValue().available())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return gone.isEmpty() ? "nothing" : gone;
  }

  /// A name typed by staff is data as well: one line, without the signs that we cut lines by.
  private static String clean(String name) {
    return Cleaned.line(name).replace('|', '/');
  }
}
