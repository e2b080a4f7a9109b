package com.crmres.server.assistant.evaluation;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads carts and expected lines as servings, equal ones together, so that they can be compared.
final class Servings {

  private static final Comparator<Serving> ORDER =
      Comparator.comparing(Serving::item).thenComparing(Serving::toString);

  private Servings() {}

  static List<Serving> of(SuiteMenu menu, Cart cart) {
    return merged(cart.lines().stream().map(line -> serving(menu, line)));
  }

  /// @throws BadInput if the lines name what the menu does not have
  static List<Serving> of(SuiteMenu menu, List<OrderCase.Line> lines) {
    return merged(lines.stream().map(line -> serving(menu, line)));
  }

  private static Serving serving(SuiteMenu menu, CartLine line) {
    List<SuiteMenu.Choice> choices =
        menu.menu()
            .item(line.itemId())
            .map(item -> menu.choices(item, line.optionIds()))
            .orElse(List.of());
    return new Serving(
        menu.key(line.itemId()),
        line.quantity(),
        choices,
        persons(line.person()),
        isSaid(line.note()));
  }

  private static Serving serving(SuiteMenu menu, OrderCase.Line line) {
    MenuItem item =
        menu.item(line.item())
            .orElseThrow(() -> new BadInput("the menu has no item '" + line.item() + "'"));
    List<UUID> options =
        line.options().stream()
            .map(written ->
                menu.option(item, written)
                    .map(ModifierOption::id)
                    .orElseThrow(
                        () -> new BadInput(line.item() + " has no option '" + written + "'")))
            .toList();
    return new Serving(
        line.item(),
        line.count(),
        menu.choices(item, options),
        persons(line.person()),
        isSaid(line.note()));
  }

  private static Set<String> persons(@Nullable String person) {
    return person == null || person.isBlank() ? Set.of() : Set.of(person.strip());
  }

  private static boolean isSaid(@Nullable String note) {
    return note != null && !note.isBlank();
  }

  private static List<Serving> merged(Stream<Serving> servings) {
    List<Serving> merged = new ArrayList<>();
    servings.forEach(next -> {
      int like = 0;
      while (like < merged.size() && !merged.get(like).isLike(next)) {
        like++;
      }
      if (like < merged.size()) {
        merged.set(like, merged.get(like).and(next));
      } else {
        merged.add(next);
      }
    });
    merged.sort(ORDER);
    return List.copyOf(merged);
  }
}
