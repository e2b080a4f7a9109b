package com.crmres.server.ordering.cart;

import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.database.Ids;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartResult.Changed;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.CartResult.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rules by which a cart changes, without any table: what is not on offer does not get in.
final class CartRules {

  private static final int MOST_LINES = 40;
  private static final int MOST_OF_ONE = 50;
  private static final int LONGEST_NOTE = 200;

  private final Offer offer;
  private final Ids ids;
  private final WayRules ways;
  private final CartCorrections corrections;

  CartRules(Offer offer, Ids ids) {
    this.offer = offer;
    this.ids = ids;
    this.ways = new WayRules(offer);
    this.corrections = new CartCorrections(offer, ways);
  }

  /// The cart after the command; one that changes nothing makes no new version.
  CartResult apply(Cart cart, CartCommand command) {
    return switch (change(cart, command)) {
      case Refused refused -> refused;
      case Changed(Cart changed) -> new Changed(nextVersion(cart, ways.settled(changed)));
    };
  }

  private CartResult change(Cart cart, CartCommand command) {
    return switch (command) {
      case CartCommand.Add add -> add(cart, add);
      case CartCommand.ChangeQuantity(UUID lineId, int quantity) ->
          changeQuantity(cart, lineId, quantity);
      case CartCommand.ChangeOptions(UUID lineId, List<UUID> take, List<UUID> leave) ->
          changeOptions(cart, lineId, take, leave);
      case CartCommand.Remove(UUID lineId) -> remove(cart, lineId);
      case CartCommand.Clear _ -> new Changed(cart.withLines(List.of()).withNote(null));
      case CartCommand.ChooseFulfilment(Fulfilment fulfilment) ->
          ways.chooseFulfilment(cart, fulfilment);
      case CartCommand.ChooseBranch(UUID branchId) -> ways.chooseBranch(cart, branchId);
      case CartCommand.DeliverTo(Cart.Destination destination) -> ways.deliverTo(cart, destination);
      case CartCommand.ContactBy(PhoneNumber phone) ->
          new Changed(cart.withContactPhone(phone.digits()));
      case CartCommand.ChooseTime(String words) -> ways.chooseTime(cart, words);
      case CartCommand.TakeTime(Instant at) -> ways.takeTime(cart, at);
      case CartCommand.AddNote(String note) -> addNote(cart, note);
      case CartCommand.Correction correction -> corrections.apply(cart, correction);
    };
  }

  private CartResult add(Cart cart, CartCommand.Add add) {
    MenuItem item = offer.menu(cart).item(add.itemId()).orElse(null);
    if (item == null) {
      return new Refused(new Reason.Unknown());
    }
    if (!isQuantity(add.quantity()) || isTooLong(add.note())) {
      return new Refused(new Reason.OutOfRange());
    }
    if (!offer.sells(cart, item.id())) {
      return new Refused(new Reason.SoldOut(item.id()));
    }
    if (cart.lines().size() >= MOST_LINES) {
      return new Refused(new Reason.Full());
    }
    Choices choices = new Choices(item, add.optionIds(), cart.way());
    return fault(item, choices, add.optionIds(), cart.way())
        .<CartResult>map(Refused::new)
        .orElseGet(() -> new Changed(withLine(cart, item, choices, add)));
  }

  private Cart withLine(Cart cart, MenuItem item, Choices choices, CartCommand.Add add) {
    List<CartLine> lines = new ArrayList<>(cart.lines());
    lines.add(
        new CartLine(
            ids.next(),
            item.id(),
            add.quantity(),
            choices.kept(),
            add.note(),
            add.person(),
            add.evidence(),
            choices.preModified()));
    return cart.withLines(lines);
  }

  private static CartResult changeQuantity(Cart cart, UUID lineId, int quantity) {
    if (cart.line(lineId).isEmpty()) {
      return new Refused(new Reason.Unknown());
    }
    if (!isQuantity(quantity)) {
      return new Refused(new Reason.OutOfRange());
    }
    return new Changed(onLine(cart, lineId, line -> line.withQuantity(quantity)));
  }

  private CartResult changeOptions(Cart cart, UUID lineId, List<UUID> take, List<UUID> leave) {
    MenuItem item =
        cart.line(lineId).flatMap(line -> offer.menu(cart).item(line.itemId())).orElse(null);
    if (item == null || !new Choices(item, leave, null).allKnown()) {
      return new Refused(new Reason.Unknown());
    }
    CartLine line = cart.line(lineId).orElseThrow();
    Choices choices = new Choices(item, line.optionIds(), cart.way()).changed(take, leave);
    return fault(item, choices, take, cart.way())
        .<CartResult>map(Refused::new)
        .orElseGet(() -> new Changed(onLine(cart, lineId, old -> old.with(choices))));
  }

  /// What is wrong with a choice of which `asked` is new.
  static Optional<Reason> fault(
      MenuItem item, Choices choices, List<UUID> asked, @Nullable PriceTag way) {
    Choices wanted = new Choices(item, asked, way);
    if (!wanted.allKnown() || !choices.reaches(asked)) {
      return Optional.of(new Reason.Unknown());
    }
    if (!wanted.allAvailable()) {
      return Optional.of(new Reason.SoldOut(item.id()));
    }
    Optional<ModifierGroup> overfull = wanted.overfull().or(choices::overfull);
    return overfull.map(group -> new Reason.TooMany(item.id(), group.id(), group.max()));
  }

  private static CartResult remove(Cart cart, UUID lineId) {
    if (cart.line(lineId).isEmpty()) {
      return new Refused(new Reason.Unknown());
    }
    return new Changed(
        cart.withLines(cart.lines().stream().filter(line -> !line.id().equals(lineId)).toList()));
  }

  private static CartResult addNote(Cart cart, String note) {
    String old = cart.note();
    if (note.isBlank() || note.equals(old)) {
      return new Changed(cart);
    }
    String both = old == null ? note.strip() : old + "\n" + note.strip();
    return isTooLong(both)
        ? new Refused(new Reason.OutOfRange())
        : new Changed(cart.withNote(both));
  }

  private static Cart nextVersion(Cart before, Cart after) {
    return after.equals(before) ? before : after.nextVersion();
  }

  static Cart onLine(Cart cart, UUID lineId, UnaryOperator<CartLine> change) {
    return cart.withLines(
        cart.lines().stream()
            .map(line -> line.id().equals(lineId) ? change.apply(line) : line)
            .toList());
  }

  private static boolean isQuantity(int quantity) {
    return quantity >= 1 && quantity <= MOST_OF_ONE;
  }

  static boolean isTooLong(@Nullable String note) {
    return note != null && note.length() > LONGEST_NOTE;
  }
}
