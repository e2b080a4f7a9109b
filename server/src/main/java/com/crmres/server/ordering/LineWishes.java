package com.crmres.server.ordering;

import com.crmres.common.ordering.AlterOrderRequest.Change;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// @param lines of the order as it is now
  static LineWishes of(List<Change> changes, List<OrderLine> lines) {
    List<CartCommand> commands = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      for (CartCommand command : commands(changes.get(i), lines)) {
        commands.add(command);
        origins.add(i);
      }
    }
    return new LineWishes(commands, origins);
  }

  private static List<CartCommand> commands(Change change, List<OrderLine> lines) {
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
    choices(line, change.optionIds(), lines).ifPresent(commands::add);
    return commands;
  }

  /// What is taken, and what is left out, so that exactly the wanted choices stand.
  private static Optional<CartCommand> choices(
      UUID lineId, @Nullable List<UUID> wanted, List<OrderLine> lines) {
    if (wanted == null) {
      return Optional.empty();
    }
    List<UUID> now =
        lines.stream()
            .filter(line -> lineId.equals(line.id()))
            .flatMap(line -> line.optionIds().stream())
            .toList();
    List<UUID> take = wanted.stream().filter(option -> !now.contains(option)).toList();
    List<UUID> leave = now.stream().filter(option -> !wanted.contains(option)).toList();
    return take.isEmpty() && leave.isEmpty()
        ? Optional.empty()
        : Optional.of(new CartCommand.ChangeOptions(lineId, take, leave));
  }

  private static @Nullable String note(Change change) {
    return change.note() == null || change.note().isBlank() ? null : change.note().strip();
  }
}
