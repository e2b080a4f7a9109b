package com.crmres.server.ordering;

import com.crmres.common.ordering.AlterOrderRequest.Change;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The changes that staff want of an order's lines, as commands of a cart.
///
/// @param origins for each command, which change it belongs to
record LineWishes(List<CartCommand> commands, List<Integer> origins) {

  LineWishes {
    commands = List.copyOf(commands);
    origins = List.copyOf(origins);
  }

  static LineWishes of(List<Change> changes) {
    List<CartCommand> commands = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      for (CartCommand command : commands(changes.get(i))) {
        commands.add(command);
        origins.add(i);
      }
    }
    return new LineWishes(commands, origins);
  }

  private static List<CartCommand> commands(Change change) {
    UUID line = change.lineId();
    UUID item = change.itemId();
    if (line == null) {
      List<UUID> options = change.optionIds() == null ? List.of() : change.optionIds();
      return item == null
          ? List.of()
          : List.of(
              new CartCommand.Add(item, change.quantity(), options, note(change), null, null));
    }
    if (change.quantity() == 0) {
      return List.of(new CartCommand.Remove(line));
    }
    List<CartCommand> commands = new ArrayList<>();
    commands.add(new CartCommand.ChangeQuantity(line, change.quantity()));
    if (change.optionIds() != null) {
      commands.add(new CartCommand.Correction.SetOptions(line, change.optionIds()));
    }
    return commands;
  }

  private static @Nullable String note(Change change) {
    return change.note() == null || change.note().isBlank() ? null : change.note().strip();
  }
}
