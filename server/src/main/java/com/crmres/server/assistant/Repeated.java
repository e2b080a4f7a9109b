package com.crmres.server.assistant;

import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What of an order of the past is put into the cart once more, and how.
public final class Repeated {

  private final Proposal.Repeat wish;

  public Repeated(Proposal.Repeat wish) {
    this.wish = wish;
  }

  /// The order that is meant; who has no habit yet means what he had last.
  public Optional<PastOrder> order(Past past) {
    Optional<PastOrder> last = past.orders().stream().findFirst();
    return switch (wish.which()) {
      case LAST -> last;
      case USUAL -> Optional.ofNullable(past.usual()).or(() -> last);
    };
  }

  /// Whether he asked for his usual order and has none yet.
  public boolean lacksHabit(Past past) {
    return wish.which() == Proposal.Which.USUAL && past.usual() == null;
  }

  /// Whether it is his habit that is repeated.
  public boolean isHabit(Past past) {
    return wish.which() == Proposal.Which.USUAL && past.usual() != null;
  }

  /// Its lines, as many of each as are wanted now.
  public List<PastOrder.Line> lines(PastOrder order) {
    return order.lines().stream()
        .filter(line -> !wish.changes().contains(new Adjustment.Without(line.itemId())))
        .map(this::counted)
        .toList();
  }

  private PastOrder.Line counted(PastOrder.Line line) {
    return wish.changes().stream()
        .filter(change ->
            change instanceof Adjustment.Quantity(UUID itemId, int _)
                && itemId.equals(line.itemId()))
        .map(change -> ((Adjustment.Quantity) change).quantity())
        .reduce((_, last) -> last)
        .map(line::withQuantity)
        .orElse(line);
  }

  /// What must be chosen otherwise on a line that stands in the cart by now.
  public List<CartCommand> choices(MenuItem item, UUID lineId) {
    return wish.changes().stream().flatMap(change -> choice(change, item, lineId)).toList();
  }

  private static Stream<CartCommand> choice(Adjustment change, MenuItem item, UUID lineId) {
    if (!(change instanceof Adjustment.Options(UUID itemId, List<UUID> take, List<UUID> leave))
        || (itemId != null && !itemId.equals(item.id()))) {
      return Stream.empty();
    }
    List<UUID> taken = known(item, take);
    List<UUID> left = known(item, leave);
    return taken.isEmpty() && left.isEmpty()
        ? Stream.empty()
        : Stream.of(new CartCommand.ChangeOptions(lineId, taken, left));
  }

  private static List<UUID> known(MenuItem item, List<UUID> options) {
    return options.stream().filter(id -> item.option(id).isPresent()).toList();
  }
}
