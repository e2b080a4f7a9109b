package com.crmres.server.restaurant.place;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.common.restaurant.ZoneCollection.Terms;
import com.crmres.server.language.Word;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// A part of a city to which a branch delivers, and on which terms.
public final class Zone {

  private final UUID id;
  private final ZoneCollection.Polygon shape;
  private final Terms terms;
  private final Area area;

  Zone(UUID id, ZoneCollection.Polygon shape, Terms terms) {
    this.id = id;
    this.shape = shape;
    this.terms = terms;
    this.area = Area.of(GeoJson.rings(shape));
  }

  public UUID id() {
    return id;
  }

  public LocalizedText name() {
    return terms.name();
  }

  /// What the goods must cost.
  public Money minimum() {
    return terms.minimum();
  }

  public boolean contains(Spot spot) {
    return area.contains(spot);
  }

  /// Whether an address names it. One whose fee depends on the distance needs a pin.
  public boolean isNamedIn(String address) {
    String words = words(address);
    return terms.bands().isEmpty()
        && List.of(terms.name().ar(), terms.name().en()).stream()
            .map(Zone::words)
            .filter(name -> !name.isBlank())
            .anyMatch(words::contains);
  }

  private static String words(String text) {
    return Word.of(text).stream().map(Word::text).collect(Collectors.joining(" ", " ", " "));
  }

  /// What delivery costs.
  ///
  /// @param kilometres from the branch, as the crow flies
  /// @param goods what the goods cost
  public Money fee(double kilometres, Money goods) {
    Money freeFrom = terms.freeFrom();
    if (freeFrom != null && goods.compareTo(freeFrom) >= 0) {
      return Money.ZERO;
    }
    return terms.bands().stream()
        .filter(band -> kilometres >= band.fromKilometres())
        .max(Comparator.comparingDouble(ZoneCollection.Band::fromKilometres))
        .map(ZoneCollection.Band::fee)
        .orElse(terms.fee());
  }

  ZoneCollection.Feature feature() {
    return new ZoneCollection.Feature(GeoJson.FEATURE, id, shape, terms);
  }

  ZoneCollection.Polygon shape() {
    return shape;
  }

  Terms terms() {
    return terms;
  }
}
