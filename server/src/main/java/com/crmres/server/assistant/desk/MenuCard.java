package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.Substitutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The menu as it is shown in the chat: categories, items, prices.
final class MenuCard {

  private final Menu menu;
  private final Voice voice;

  MenuCard(Menu menu, Voice voice) {
    this.menu = menu;
    this.voice = voice;
  }

  /// The items of these ids that are on the menu.
  List<MenuItem> items(List<UUID> ids) {
    return ids.stream().flatMap(id -> menu.item(id).stream()).toList();
  }

  /// What may stand in for an item of the menu that is sold out.
  Optional<MenuItem> like(UUID itemId) {
    return Substitutes.of(menu, itemId);
  }

  /// The item of this code in the catalogue.
  Optional<MenuItem> ofSku(String sku) {
    return menu.ofSku(sku);
  }

  /// The categories, or the items of the first one asked for.
  Answer.Question show(List<UUID> categoryIds, int page, @Nullable PendingQuestion pending) {
    return menu.categories().stream()
        .filter(category -> categoryIds.contains(category.id()))
        .findFirst()
        .map(category -> items(category, page, pending))
        .orElseGet(() -> categories(page, pending));
  }

  private Answer.Question categories(int page, @Nullable PendingQuestion pending) {
    List<Answer.Choice> rows =
        menu.categories().stream()
            .map(category ->
                new Answer.Choice(
                    new Tap.Open(category.id(), 0), voice.in(category.name()), some(category)))
            .toList();
    return new Answer.Question(
        voice.say("menu.categories"),
        page(rows, page, Tap.Browse::new),
        voice.say("menu.open"),
        pending);
  }

  private String some(Menu.Category category) {
    return category.items().stream()
        .limit(4)
        .map(item -> voice.in(item.name()))
        .collect(Collectors.joining(voice.say("comma")));
  }

  private Answer.Question items(
      Menu.Category category, int page, @Nullable PendingQuestion pending) {
    List<Answer.Choice> rows =
        category.items().stream().map(item -> row(item, 1, List.of())).toList();
    return new Answer.Question(
        voice.say("menu.items", voice.in(category.name())),
        page(rows, page, next -> new Tap.Open(category.id(), next)),
        voice.say("menu.open"),
        pending);
  }

  /// A row that puts the item into the cart.
  Answer.Choice row(MenuItem item, int quantity, List<UUID> optionIds) {
    List<UUID> own = optionIds.stream().filter(id -> item.option(id).isPresent()).toList();
    String price = item.available() ? voice.money(item.price()) : voice.say("sold_out.mark");
    String about = voice.in(item.description());
    return new Answer.Choice(
        new Tap.Pick(item.id(), quantity, own),
        voice.in(item.name()),
        about.isBlank() ? price : price + " · " + about);
  }

  private List<Answer.Choice> page(List<Answer.Choice> rows, int page, IntFunction<Tap> next) {
    if (rows.size() <= Fit.ROWS) {
      return rows;
    }
    int size = Fit.ROWS - 1;
    int from = Math.clamp((long) page * size, 0, (rows.size() - 1) / size * size);
    List<Answer.Choice> shown =
        new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + size)));
    int following = from + size < rows.size() ? from / size + 1 : 0;
    shown.add(new Answer.Choice(next.apply(following), voice.say("menu.more")));
    return shown;
  }

  /// What an item costs, with its sizes.
  String price(MenuItem item) {
    if (!item.available()) {
      return voice.say("sold_out", voice.in(item.name()));
    }
    String sizes =
        item.sizes().stream()
            .flatMap(group -> group.options().stream())
            .map(size -> voice.in(size.name()) + " " + voice.money(item.price().plus(size.price())))
            .collect(Collectors.joining(voice.say("comma")));
    String about = voice.in(item.description());
    String line =
        sizes.isEmpty()
            ? voice.say("price.one", voice.in(item.name()), voice.money(item.price()))
            : voice.say("price.sizes", voice.in(item.name()), sizes);
    return about.isBlank() ? line : line + "\n" + about;
  }

  /// Asks for a choice that a line needs.
  Answer.Question choose(MenuItem item, ModifierGroup group, UUID lineId) {
    List<Answer.Choice> choices =
        group.options().stream()
            .filter(ModifierOption::available)
            .limit(Fit.ROWS)
            .map(option -> choice(option, lineId))
            .toList();
    return new Answer.Question(
        voice.say("choose", voice.in(item.name()), voice.in(group.name())),
        choices,
        choices.size() <= Fit.BUTTONS ? null : voice.say("choose.open"),
        new PendingQuestion.ChooseOption(lineId, item.id(), group.id()));
  }

  private Answer.Choice choice(ModifierOption option, UUID lineId) {
    String price = option.price().halalas() == 0 ? "" : "+" + voice.money(option.price());
    return new Answer.Choice(new Tap.Choose(lineId, option.id()), voice.in(option.name()), price);
  }
}
