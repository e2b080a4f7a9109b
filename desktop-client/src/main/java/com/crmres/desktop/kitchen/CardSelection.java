package com.crmres.desktop.kitchen;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/// Which page of cards is shown and which card and line keys act on.
final class CardSelection {

  private final List<Card> cards;
  private final IntegerProperty page = new SimpleIntegerProperty();
  private final IntegerProperty places = new SimpleIntegerProperty(10);
  private final IntegerProperty line = new SimpleIntegerProperty(-1);
  private final ReadOnlyObjectWrapper<@Nullable UUID> chosen = new ReadOnlyObjectWrapper<>();

  CardSelection(List<Card> cards) {
    this.cards = cards;
  }

  IntegerProperty page() {
    return page;
  }

  /// How many cards a page holds.
  IntegerProperty places() {
    return places;
  }

  /// Of the chosen card; -1 for none.
  IntegerProperty line() {
    return line;
  }

  ReadOnlyObjectProperty<@Nullable UUID> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// A page of another size begins at the first one that fits.
  void fits(int count) {
    places.set(count);
    page.set(Math.clamp(page.get(), 0, pages() - 1));
  }

  int pages() {
    return Math.max(1, (cards.size() + places.get() - 1) / places.get());
  }

  List<Card> onPage() {
    int from = Math.min(page.get() * places.get(), cards.size());
    return cards.subList(from, Math.min(from + places.get(), cards.size()));
  }

  void turn(int step) {
    page.set(Math.clamp(page.get() + step, 0, pages() - 1));
  }

  /// @param slot 0 for the first place of the page
  void choose(int slot) {
    List<Card> shown = onPage();
    if (slot >= 0 && slot < shown.size()) {
      choose(shown.get(slot).id());
    }
  }

  void choose(UUID id) {
    if (!id.equals(chosen.get())) {
      line.set(-1);
      chosen.set(id);
    }
  }

  Optional<Card> card() {
    return cards.stream().filter(card -> card.id().equals(chosen.get())).findFirst();
  }

  /// Moves over the lines of the chosen card.
  void step(int step) {
    card().ifPresent(card -> line.set(Math.clamp(line.get() + step, 0, card.dishes().size() - 1)));
  }

  Optional<Card.Dish> dish() {
    return card()
        .filter(card -> line.get() >= 0 && line.get() < card.dishes().size())
        .map(card -> card.dishes().get(line.get()));
  }

  /// After the cards have changed: a page that is gone is left, and so is a card.
  void keep() {
    page.set(Math.clamp(page.get(), 0, pages() - 1));
    if (card().isEmpty()) {
      chosen.set(null);
      line.set(-1);
    }
  }
}
