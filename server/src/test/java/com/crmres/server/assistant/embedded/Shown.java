package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Adjustment;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/// Readings in a short form that stands well in tables.
final class Shown {

  private final Cart cart;

  Shown(Cart cart) {
    this.cart = cart;
  }

  String of(Reading reading) {
    boolean forPeople = reading.proposals().stream().anyMatch(Proposal.HandOver.class::isInstance);
    return reading.proposals().stream()
        .filter(proposal -> !(forPeople && isNote(proposal)))
        .map(this::of)
        .collect(Collectors.joining("; "));
  }

  /// What is noted beside a handing over is not what is done.
  private static boolean isNote(Proposal proposal) {
    return proposal instanceof Proposal.RecordFeedback || proposal instanceof Proposal.Remember;
  }

  private String of(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand command) -> of(command);
      case Proposal.ConfirmCart(UUID _, int version) -> "confirm v" + version;
      case Proposal.DeclineCart _ -> "decline";
      case Proposal.ReadBack _ -> "read back";
      case Proposal.FillCart _ -> "fill";
      case Proposal.Cancel _ -> "cancel";
      case Proposal.AskWhich(List<UUID> items, int quantity, List<UUID> options) ->
          "which "
              + quantity
              + " "
              + items.stream().map(this::item).collect(Collectors.joining(" / "))
              + (options.isEmpty() ? "" : " +" + options.size());
      case Proposal.AskQuantity(UUID item, int quantity, List<UUID> options) ->
          "how many " + item(item) + options(item, options) + ", not " + quantity;
      case Proposal.Repeat(Proposal.Which which, List<Adjustment> changes) ->
          "repeat "
              + which.name().toLowerCase(Locale.ROOT)
              + changes.stream()
                  .map(change -> " " + adjusted(change))
                  .collect(Collectors.joining());
      case Proposal.NotOnMenu(String words) -> "not on menu: " + words;
      case Proposal.ShowMenu(List<UUID> categories, int _) ->
          categories.isEmpty() ? "menu" : "menu of " + category(categories.getFirst());
      case Proposal.TellPrice(List<UUID> items) ->
          "price " + items.stream().map(this::item).collect(Collectors.joining(" / "));
      case Proposal.Tell(var fact) -> "tell " + fact.name().toLowerCase(Locale.ROOT);
      case Proposal.ChangeOrder _ -> "change order";
      case Proposal.TellOrderStatus _ -> "status";
      case Proposal.MakeElsewhere _ -> "make elsewhere";
      case Proposal.CallBack _ -> "call back";
      case Proposal.Remember(var kind, String value, UUID _) ->
          "remember " + kind.wireName() + ": " + value;
      case Proposal.AllowRemembering(UUID _, boolean agreed) -> "allow " + agreed;
      case Proposal.RecordFeedback feedback ->
          "feedback "
              + feedback.sentiment().wireName()
              + (feedback.rating() == null ? "" : " " + feedback.rating())
              + (feedback.categories().isEmpty() ? "" : " " + feedback.categories());
      case Proposal.HandOver(var reason) -> "hand over: " + reason.name().toLowerCase(Locale.ROOT);
    };
  }

  private String of(CartCommand command) {
    return switch (command) {
      case CartCommand.Add add ->
          "+"
              + add.quantity()
              + " "
              + item(add.itemId())
              + options(add.itemId(), add.optionIds())
              + (add.note() == null ? "" : " {" + add.note() + "}")
              + (add.person() == null ? "" : " for " + add.person());
      case CartCommand.ChangeQuantity(UUID line, int quantity) -> line(line) + " = " + quantity;
      case CartCommand.ChangeOptions(UUID line, List<UUID> take, List<UUID> leave) ->
          line(line)
              + (take.isEmpty() ? "" : " take" + options(itemOf(line), take))
              + (leave.isEmpty() ? "" : " leave" + options(itemOf(line), leave));
      case CartCommand.Remove(UUID line) -> "-" + line(line);
      case CartCommand.Clear _ -> "clear";
      case CartCommand.ChooseFulfilment(var fulfilment) ->
          fulfilment.name().toLowerCase(Locale.ROOT);
      case CartCommand.ChooseBranch(UUID branch) ->
          "branch " + (branch.equals(TestMenu.OLAYA) ? "Olaya" : "Yasmin");
      case CartCommand.DeliverTo(Cart.Destination to) ->
          "deliver to " + (to.latitude() == null ? to.text() : "pin");
      case CartCommand.ContactBy(var phone) -> "call " + phone.digits();
      case CartCommand.ChooseTime(String words) -> "at {" + words + "}";
      case CartCommand.TakeTime(var at) -> "at " + at;
      case CartCommand.AddNote(String note) -> "note {" + note + "}";
      case CartCommand.Correction correction -> correction.toString();
    };
  }

  private String adjusted(Adjustment change) {
    return switch (change) {
      case Adjustment.Quantity(UUID itemId, int quantity) -> quantity + " " + item(itemId);
      case Adjustment.Without(UUID itemId) -> "without " + item(itemId);
      case Adjustment.Options(UUID itemId, List<UUID> take, List<UUID> leave) ->
          (itemId == null ? "each" : item(itemId)) + named("+", take) + named("~", leave);
    };
  }

  private static String named(String sign, List<UUID> ids) {
    return TestMenu.menu()
        .items()
        .flatMap(MenuItem::options)
        .filter(option -> ids.contains(option.id()))
        .map(option -> " " + sign + option.name().en())
        .distinct()
        .collect(Collectors.joining());
  }

  private String options(UUID itemId, List<UUID> ids) {
    MenuItem item = TestMenu.menu().item(itemId).orElseThrow();
    return ids.isEmpty()
        ? ""
        : item.groups().stream()
            .flatMap(group ->
                group.options().stream()
                    .filter(o -> ids.contains(o.id()))
                    .map(o -> sign(group) + o.name().en()))
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private static String sign(ModifierGroup group) {
    return group.kind() == ModifierGroup.Kind.REMOVE ? "-" : "";
  }

  private String item(UUID id) {
    return TestMenu.menu().item(id).orElseThrow().name().en();
  }

  private String category(UUID id) {
    return TestMenu.menu().categories().stream()
        .filter(category -> category.id().equals(id))
        .findFirst()
        .orElseThrow()
        .name()
        .en();
  }

  private UUID itemOf(UUID line) {
    return cart.lines().stream()
        .filter(l -> l.id().equals(line))
        .map(CartLine::itemId)
        .findFirst()
        .orElseThrow();
  }

  private String line(UUID line) {
    return item(itemOf(line));
  }
}
