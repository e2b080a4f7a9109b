package com.crmres.server.assistant.evaluation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.assistant.House;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets up what a case begins with, in the terms of a mind.
final class Scene {

  private static final UUID CART = id("cart");
  private static final int VERSION = 3;

  private final SuiteMenu menu;
  private final OrderCase about;

  Scene(SuiteMenu menu, OrderCase about) {
    this.menu = menu;
    this.about = about;
  }

  /// @throws BadInput if the case names what its menu does not have
  Turn turn() {
    return turn(about.said());
  }

  /// The same, had this been said.
  Turn turn(List<String> said) {
    Cart cart = cart();
    return turn(menu, said, cart, pending(cart), past());
  }

  static Turn turn(
      SuiteMenu menu, List<String> said, Cart cart, @Nullable PendingQuestion pending, Past past) {
    List<Turn.Said> messages = new ArrayList<>();
    said.forEach(text ->
        messages.add(
            new Turn.Said(id("message " + messages.size()), new MessageContent.Text(text))));
    return new Turn(
        id("conversation"),
        messages,
        menu.menu(),
        cart,
        pending,
        null,
        0,
        List.of(
            new Turn.BranchName(
                menu.menu().branchId(), List.of(TrialHouse.BRANCH.ar(), TrialHouse.BRANCH.en()))),
        new House(TrialHouse.name(menu), Personality.CASUAL, List.of()),
        past);
  }

  static Cart emptyCart() {
    return new Cart(CART, 0, null, null, null, null, null, List.of(), null);
  }

  private Cart cart() {
    if (about.cart().isEmpty()) {
      return emptyCart();
    }
    List<CartLine> lines = new ArrayList<>();
    for (OrderCase.Line line : about.cart()) {
      String name = line.line() == null ? "l" + (lines.size() + 1) : line.line();
      MenuItem item = item(line.item());
      lines.add(
          new CartLine(
              id("line " + name),
              item.id(),
              line.count(),
              options(item, line.options()),
              line.note(),
              line.person(),
              null));
    }
    return new Cart(CART, VERSION, null, null, null, null, null, lines, VERSION);
  }

  private @Nullable PendingQuestion pending(Cart cart) {
    OrderCase.Pending pending = about.pending();
    if (pending == null) {
      return null;
    }
    return switch (pending.type()) {
      case "anything_else" -> new PendingQuestion.AnythingElse();
      case "choose_option" -> chooseOption(cart, pending);
      case "which_item" ->
          new PendingQuestion.WhichItem(
              pending.items().stream().map(key -> item(key).id()).toList(),
              pending.quantity() == null ? 1 : pending.quantity(),
              List.of());
      case "confirm_cart" -> new PendingQuestion.ConfirmCart(cart.id(), cart.version());
      case "how_to_get" -> new PendingQuestion.HowToGet();
      case "which_branch" -> new PendingQuestion.WhichBranch();
      case "where_to" -> new PendingQuestion.WhereTo();
      default -> throw new BadInput("no pending question is called '" + pending.type() + "'");
    };
  }

  private PendingQuestion chooseOption(Cart cart, OrderCase.Pending pending) {
    UUID lineId = id("line " + pending.line());
    CartLine line =
        cart.lines().stream()
            .filter(candidate -> candidate.id().equals(lineId))
            .findFirst()
            .orElseThrow(() -> new BadInput("the cart has no line '" + pending.line() + "'"));
    String group = String.valueOf(pending.group());
    return new PendingQuestion.ChooseOption(
        lineId,
        line.itemId(),
        menu.menu()
            .item(line.itemId())
            .flatMap(item -> menu.group(item, group))
            .map(ModifierGroup::id)
            .orElseThrow(
                () -> new BadInput(menu.key(line.itemId()) + " has no group '" + group + "'")));
  }

  private Past past() {
    Past.PastOrder last = pastOrder(about.lastOrder());
    Past.PastOrder usual = pastOrder(about.usual());
    return new Past(
        List.of(),
        null,
        last == null ? List.of() : List.of(last),
        usual,
        List.of(),
        Past.FormOfAddress.UNKNOWN);
  }

  private Past.@Nullable PastOrder pastOrder(List<OrderCase.Line> lines) {
    return lines.isEmpty()
        ? null
        : new Past.PastOrder(
            id("order " + lines),
            TrialHouse.NOW.minusSeconds(86_400),
            lines.stream().map(this::past).toList());
  }

  private Past.PastOrder.Line past(OrderCase.Line line) {
    MenuItem item = item(line.item());
    return new Past.PastOrder.Line(item.id(), line.count(), options(item, line.options()));
  }

  private MenuItem item(String key) {
    return menu.item(key).orElseThrow(() -> new BadInput("the menu has no item '" + key + "'"));
  }

  private List<UUID> options(MenuItem item, List<String> written) {
    return written.stream()
        .map(name ->
            menu.option(item, name)
                .map(ModifierOption::id)
                .orElseThrow(
                    () -> new BadInput(menu.key(item.id()) + " has no option '" + name + "'")))
        .toList();
  }

  static UUID id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
