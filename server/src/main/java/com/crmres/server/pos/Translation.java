package com.crmres.server.pos;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.pos.PosThing;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.PreModified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts an order into the terms of a till. What is left out of a dish, and the standard choice, may
/// have no counterpart there: the kitchen reads it then.
final class Translation {

  private final Menu menu;
  private final Map<Mappings.Ours, String> known;
  private final TreeSet<String> missing = new TreeSet<>();

  Translation(Menu menu, Map<Mappings.Ours, String> known) {
    this.menu = menu;
    this.known = known;
  }

  /// What came of it.
  sealed interface Result {

    record Ready(PosOrder order) implements Result {}

    /// Something has no counterpart.
    ///
    /// @param names as our menu calls it
    record Unmapped(List<String> names) implements Result {}
  }

  Result of(OrderSummary order, Handed handed) {
    List<PosOrder.Line> lines = handed.lines().stream().map(this::line).toList();
    if (!missing.isEmpty()) {
      return new Result.Unmapped(List.copyOf(missing));
    }
    String phone = order.contactPhone() == null ? order.customer().phone() : order.contactPhone();
    return new Result.Ready(
        new PosOrder(
            order.id(),
            handed.key(),
            order.number(),
            order.fulfilment(),
            order.status(),
            new PosOrder.Customer(order.customer().name(), phone),
            place(handed.destination()),
            lines,
            order.deliveryFee(),
            discount(order),
            order.total(),
            order.vat(),
            order.note(),
            order.placedAt(),
            order.standing().scheduledFor(),
            order.promisedAt()));
  }

  private static Money discount(OrderSummary order) {
    long before =
        order.lines().stream().mapToLong(line -> line.total().halalas()).sum()
            + order.deliveryFee().halalas();
    return new Money(Math.max(0, before - order.total().halalas()));
  }

  private PosOrder.Line line(OrderLine line) {
    OrderSummary.Line sold = line.sold();
    String posId = known.get(new Mappings.Ours(PosThing.ITEM, line.itemId()));
    if (posId == null) {
      missing.add(sold.name().en());
    }
    List<PosOrder.Option> options = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    line.optionIds().forEach(id -> option(line, id, options, notes));
    String note =
        Stream.concat(notes.stream(), Stream.ofNullable(sold.note()))
            .collect(Collectors.joining("; "));
    return new PosOrder.Line(
        posId == null ? "" : posId,
        sold.name().en(),
        sold.quantity(),
        options,
        sold.total(),
        note.isEmpty() ? null : note);
  }

  private void option(
      OrderLine line, UUID optionId, List<PosOrder.Option> options, List<String> notes) {
    Optional<PreModified> wanted =
        line.preModified().stream().filter(one -> one.id().equals(optionId)).findFirst();
    UUID plainId = wanted.map(PreModified::optionId).orElse(optionId);
    Optional<Chosen> chosen = chosen(line.itemId(), optionId);
    String name = chosen.map(Chosen::name).orElse(optionId.toString());
    String own = known.get(new Mappings.Ours(PosThing.OPTION, optionId));
    String plain = known.get(new Mappings.Ours(PosThing.OPTION, plainId));
    if (own != null) {
      options.add(new PosOrder.Option(own, name, null));
    } else if (plain != null) {
      options.add(new PosOrder.Option(plain, name, wanted.map(PreModified::kind).orElse(null)));
    } else if (chosen.isPresent() && chosen.get().isFree()) {
      notes.add(name);
    } else {
      missing.add(line.sold().name().en() + ": " + name);
    }
  }

  /// A choice as the menu has it now.
  ///
  /// @param isFree whether it costs nothing and is a standard or something left out
  private record Chosen(String name, boolean isFree) {

    static Chosen of(ModifierGroup group, ModifierOption option) {
      return new Chosen(
          option.name().ar() + " / " + option.name().en(),
          option.price().halalas() == 0
              && (option.standard()
                  || option.is(PreModifier.NO)
                  || group.kind() == ModifierGroup.Kind.REMOVE));
    }
  }

  private Optional<Chosen> chosen(UUID itemId, UUID optionId) {
    return menu.item(itemId).stream()
        .flatMap(MenuItem::allGroups)
        .flatMap(group ->
            group.choices().stream()
                .filter(option -> option.id().equals(optionId))
                .map(option -> Chosen.of(group, option)))
        .findFirst();
  }

  private static PosOrder.@Nullable Place place(Cart.@Nullable Destination destination) {
    return destination == null
        ? null
        : new PosOrder.Place(destination.latitude(), destination.longitude(), destination.text());
  }
}
