package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.database.Ids;
import com.crmres.server.menu.Menu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an order is now, to be put into a cart once more and changed there.
///
/// @param lines as they were sold
/// @param wantedAt null for as soon as it can be
public record Reopened(
    UUID orderId,
    UUID branchId,
    Fulfilment fulfilment,
    Cart.@Nullable Destination destination,
    @Nullable String contactPhone,
    @Nullable String note,
    @Nullable Instant wantedAt,
    List<Line> lines) {

  public Reopened {
    lines = List.copyOf(lines);
  }

  /// One line of it.
  ///
  /// @param id the same as in the order; null for orders of before lines had one
  public record Line(
      @Nullable UUID id,
      UUID itemId,
      int quantity,
      List<UUID> optionIds,
      @Nullable String note,
      @Nullable String person,
      @Nullable Evidence evidence,
      List<PreModified> preModified) {
    public Line {
      optionIds = List.copyOf(optionIds);
      preModified = List.copyOf(preModified);
    }

    private CartLine inCart(Ids ids) {
      return new CartLine(
          id == null ? ids.next() : id,
          itemId,
          quantity,
          optionIds,
          note,
          person,
          evidence,
          preModified);
    }
  }

  /// The cart with all of the order that the menu still knows, and what stood in it before.
  Cart with(Cart before, Offer offer, Ids ids) {
    Cart there = before.withBranch(branchId).withFulfilment(fulfilment).withWantedAt(wantedAt);
    Menu menu = offer.menu(there);
    List<CartLine> all = new ArrayList<>();
    lines.stream()
        .filter(line -> menu.item(line.itemId()).isPresent())
        .forEach(line -> all.add(line.inCart(ids)));
    all.addAll(before.lines());
    return placed(there.withLines(all).withNote(note)).changing(orderId);
  }

  /// The lines that the menu does not know any more, and that nobody takes out.
  List<Line> lost(Cart cart, List<CartCommand> commands) {
    return lines.stream()
        .filter(line -> isMissing(cart, line))
        .filter(line ->
            commands.stream()
                .noneMatch(command ->
                    command instanceof CartCommand.Remove(UUID lineId) && lineId.equals(line.id())))
        .toList();
  }

  /// Whether it takes out a line that the cart does not hold, since the menu does not know it.
  boolean isGone(Cart cart, CartCommand command) {
    return command instanceof CartCommand.Remove(UUID lineId)
        && lines.stream().anyMatch(line -> lineId.equals(line.id()) && isMissing(cart, line));
  }

  private static boolean isMissing(Cart cart, Line line) {
    return line.id() == null
        ? cart.lines().stream().noneMatch(kept -> kept.itemId().equals(line.itemId()))
        : cart.line(line.id()).isEmpty();
  }

  private Cart placed(Cart cart) {
    Cart there = destination == null ? cart : cart.withDestination(destination);
    return contactPhone == null ? there : there.withContactPhone(contactPhone);
  }
}
