package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// The small restaurant of the tests: two branches, one that delivers, and a handful of dishes that
/// show every kind of choice.
public final class Noor {

  public static final UUID ID = id("noor");

  /// A Tuesday evening in Riyadh, both branches open.
  public static final Instant EVENING = Instant.parse("2026-11-24T17:00:00Z");

  public static final Restaurant RESTAURANT =
      new Restaurant(ID, new LocalizedText("نور", "Noor"), Personality.CASUAL, null);

  public static final Branch OLAYA =
      branch("A", "العليا", "Olaya", 24.6953, 46.6853, true, "11:00", "02:00");
  public static final Branch MALAZ =
      branch("B", "الملز", "Malaz", 24.6650, 46.7350, false, "12:00", "23:00");

  public static final ModifierOption REGULAR = option("regular", "عادي", "Regular", 0, true);
  public static final ModifierOption LARGE = option("large", "كبير", "Large", 500, false);
  public static final ModifierGroup SIZE =
      group("size", ModifierGroup.Kind.SIZE, 1, 1, REGULAR, LARGE);

  public static final ModifierOption WHITE = option("white", "خبز أبيض", "White bread", 0, false);
  public static final ModifierOption BROWN = option("brown", "خبز أسمر", "Brown bread", 100, false);
  public static final ModifierGroup BREAD =
      group("bread", ModifierGroup.Kind.CHOICE, 1, 1, WHITE, BROWN);

  public static final ModifierOption CHEESE = option("cheese", "جبن", "Cheese", 300, false);
  public static final ModifierOption EGG = option("egg", "بيض", "Egg", 250, false);
  public static final ModifierOption JALAPENO =
      option("jalapeno", "هالبينو", "Jalapeño", 200, false);
  public static final ModifierGroup ADDONS =
      group("addons", ModifierGroup.Kind.ADDON, 0, 2, CHEESE, EGG, JALAPENO);

  public static final ModifierOption NO_ONION =
      option("no-onion", "بدون بصل", "No onion", 0, false);
  public static final ModifierGroup WITHOUT =
      group("without", ModifierGroup.Kind.REMOVE, 0, 1, NO_ONION);

  public static final MenuItem BURGER =
      item("burger", "برجر", "Burger", 2400, SIZE, ADDONS, WITHOUT);
  public static final MenuItem SANDWICH = item("sandwich", "ساندويتش", "Sandwich", 1500, BREAD);
  public static final MenuItem FRIES = item("fries", "بطاطس", "Fries", 900);
  public static final MenuItem COLA = item("cola", "كولا", "Cola", 700);

  public static final Menu.Category EVERYTHING =
      new Menu.Category(
          id("everything"),
          new LocalizedText("الكل", "Everything"),
          List.of(BURGER, SANDWICH, FRIES, COLA));

  private Noor() {}

  public static Menu menuOf(Branch branch) {
    return new Menu(ID, branch.id(), List.of(EVERYTHING));
  }

  /// The menu of a branch that has none left of an item.
  public static Menu menuWithout(Branch branch, MenuItem soldOut) {
    List<MenuItem> items =
        EVERYTHING.items().stream()
            .map(item -> item.equals(soldOut) ? unavailable(item) : item)
            .toList();
    return new Menu(
        ID, branch.id(), List.of(new Menu.Category(EVERYTHING.id(), EVERYTHING.name(), items)));
  }

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static MenuItem unavailable(MenuItem item) {
    return new MenuItem(
        item.id(),
        item.name(),
        item.description(),
        item.aliases(),
        item.price(),
        false,
        item.groups());
  }

  private static Branch branch(
      String code,
      String ar,
      String en,
      double latitude,
      double longitude,
      boolean delivers,
      String from,
      String to) {
    return new Branch(
        id("branch " + code),
        code,
        new LocalizedText(ar, en),
        new LocalizedText("الرياض", "Riyadh"),
        ZoneId.of("Asia/Riyadh"),
        latitude,
        longitude,
        OpeningHours.daily(new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to))),
        delivers,
        20);
  }

  private static MenuItem item(
      String key, String ar, String en, long price, ModifierGroup... groups) {
    return new MenuItem(
        id(key),
        new LocalizedText(ar, en),
        new LocalizedText("", ""),
        List.of(),
        new Money(price),
        true,
        List.of(groups));
  }

  private static ModifierGroup group(
      String key, ModifierGroup.Kind kind, int min, int max, ModifierOption... options) {
    return new ModifierGroup(
        id("group " + key), kind, new LocalizedText(key, key), min, max, List.of(options));
  }

  private static ModifierOption option(
      String key, String ar, String en, long price, boolean standard) {
    return new ModifierOption(
        id("option " + key),
        new LocalizedText(ar, en),
        List.of(),
        new Money(price),
        standard,
        true);
  }
}
