package com.crmres.server.assistant.openrouter;

import com.crmres.server.assistant.Adjustment;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks what a model wants of an earlier order, and what shall be otherwise this time: only of
/// dishes that the order had, and only what these dishes offer.
final class Repeating {

  private final Handles handles;
  private final Wanted wanted;
  private final Past past;

  Repeating(Handles handles, Wanted wanted, Past past) {
    this.handles = handles;
    this.wanted = wanted;
    this.past = past;
  }

  Verdict check(JsonNode arguments) {
    Proposal.Which which =
        arguments.path("which").asText().equals("usual")
            ? Proposal.Which.USUAL
            : Proposal.Which.LAST;
    Optional<PastOrder> order = new Repeated(new Proposal.Repeat(which)).order(past);
    if (order.isEmpty()) {
      return Calls.rule("NO_EARLIER_ORDER");
    }
    List<Adjustment> changes = new ArrayList<>();
    for (JsonNode change : arguments.path("changes")) {
      String fault = read(order.get(), change, changes);
      if (fault != null) {
        return Calls.rule(fault);
      }
    }
    return Calls.ok(new Proposal.Repeat(which, changes));
  }

  /// Adds what one change asks for.
  ///
  /// @return what is wrong; null if nothing is
  private @Nullable String read(PastOrder order, JsonNode change, List<Adjustment> changes) {
    boolean ofOne = change.path("item_id").isTextual();
    List<MenuItem> dishes = dishes(order, change.path("item_id"));
    if (dishes.isEmpty()) {
      return "NOT_IN_THAT_ORDER";
    }
    UUID itemId = ofOne ? dishes.getFirst().id() : null;
    int before = changes.size();
    JsonNode quantity = change.path("qty");
    if (quantity.isInt()) {
      if (itemId == null) {
        return "QUANTITY_OF_WHICH_DISH";
      }
      changes.add(
          quantity.asInt() == 0
              ? new Adjustment.Without(itemId)
              : new Adjustment.Quantity(itemId, quantity.asInt()));
    }
    String fault = choose(dishes, itemId, change, changes);
    return fault == null && changes.size() == before ? "NOTHING_CHANGED" : fault;
  }

  private List<MenuItem> dishes(PastOrder order, JsonNode handle) {
    return order.lines().stream()
        .map(PastOrder.Line::itemId)
        .distinct()
        .flatMap(id -> handles.item(handles.ofItem(id)).stream())
        .filter(item -> !handle.isTextual() || handles.of(item).equals(handle.asText()))
        .toList();
  }

  private @Nullable String choose(
      List<MenuItem> dishes, @Nullable UUID itemId, JsonNode change, List<Adjustment> changes) {
    Set<UUID> take = new LinkedHashSet<>();
    Set<UUID> leave = new LinkedHashSet<>();
    for (JsonNode handle : change.path("options")) {
      if (!take.addAll(known(dishes, handle.asText()))) {
        return "NO_SUCH_OPTION";
      }
    }
    for (JsonNode handle : change.path("take_out")) {
      if (!leave.addAll(known(dishes, handle.asText()))) {
        return "NO_SUCH_OPTION";
      }
    }
    for (JsonNode named : change.path("without")) {
      if (!without(dishes, named.asText(), take, leave)) {
        return "NO_SUCH_INGREDIENT";
      }
    }
    if (!take.isEmpty() || !leave.isEmpty()) {
      changes.add(new Adjustment.Options(itemId, List.copyOf(take), List.copyOf(leave)));
    }
    return null;
  }

  private List<UUID> known(List<MenuItem> dishes, String handle) {
    return handles
        .option(handle)
        .map(ModifierOption::id)
        .filter(id -> dishes.stream().anyMatch(dish -> dish.option(id).isPresent()))
        .map(List::of)
        .orElse(List.of());
  }

  /// What is left out is an option to take, or an extra to leave.
  private boolean without(List<MenuItem> dishes, String named, Set<UUID> take, Set<UUID> leave) {
    boolean found = false;
    for (MenuItem dish : dishes) {
      ModifierOption option = wanted.without(dish, named).orElse(null);
      if (option != null) {
        (leavesOut(dish, option) ? take : leave).add(option.id());
        found = true;
      }
    }
    return found;
  }

  private static boolean leavesOut(MenuItem dish, ModifierOption option) {
    return dish.groups().stream()
        .filter(group -> group.kind() == ModifierGroup.Kind.REMOVE)
        .anyMatch(group -> group.options().contains(option));
  }
}
