package com.crmres.bench.mind;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.menu.ModifierOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A menu of a thousand dishes with sixty toppings, as no restaurant prints one.
public final class LargeMenu {

  private static final List<String> KINDS =
      List.of(
          "pizza|بيتزا",
          "burger|برجر",
          "sandwich|ساندوتش",
          "salad|سلطة",
          "pasta|باستا",
          "wrap|راب",
          "soup|شوربة",
          "juice|عصير",
          "cake|كيكة",
          "rice|رز");
  private static final List<String> ADJECTIVES =
      List.of(
          "chicken|دجاج",
          "beef|لحم",
          "spicy shrimp|روبيان حار",
          "smoked salmon|سلمون مدخن",
          "truffle|ترافل",
          "garlic|ثوم",
          "mushroom|فطر",
          "vegetable|خضار",
          "mango|مانجو",
          "tandoori|تندوري");
  private static final List<String> PLACES =
      List.of(
          "Napoli|نابولي",
          "Beirut|بيروت",
          "Jeddah|جدة",
          "Bombay|بومباي",
          "Texas|تكساس",
          "Tokyo|طوكيو",
          "Cairo|القاهرة",
          "Madrid|مدريد",
          "Athens|اثينا",
          "Lyon|ليون");

  private LargeMenu() {}

  /// The first so many of its categories, a hundred dishes each.
  public static Menu of(int kinds) {
    List<Menu.Category> categories = new ArrayList<>();
    for (String kind : KINDS.subList(0, kinds)) {
      List<MenuItem> items = new ArrayList<>();
      for (String adjective : ADJECTIVES) {
        PLACES.forEach(place -> items.add(item(kind, adjective, place)));
      }
      categories.add(new Menu.Category(id("large " + kind), text(kind), items));
    }
    return new Menu(id("restaurant"), id("branch"), categories);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static LocalizedText text(String both) {
    String[] parts = both.split("\\|", -1);
    return new LocalizedText(parts[1], parts[0]);
  }

  private static MenuItem item(String kind, String adjective, String place) {
    LocalizedText k = text(kind);
    LocalizedText a = text(adjective);
    LocalizedText p = text(place);
    String english = p.en() + " " + a.en() + " " + k.en();
    return new MenuItem(
        id(english),
        new LocalizedText(k.ar() + " " + a.ar() + " " + p.ar(), english),
        new LocalizedText("", ""),
        List.of(),
        new Money(1000),
        true,
        groups(english));
  }

  /// Every dish has groups of its own, as in catalogues that were imported.
  private static List<ModifierGroup> groups(String key) {
    return List.of(
        group(key, Kind.SIZE, "size", "Small|صغير", "Medium|وسط", "Large|كبير"),
        group(
            key,
            Kind.ADDON,
            "toppings",
            IntStream.range(0, 60)
                .mapToObj(i ->
                    PLACES.get(i % 10).split("\\|", -1)[0] + " cheese number " + i + "|جبن " + i)
                .toArray(String[]::new)),
        group(key, Kind.REMOVE, "without", "Onion|بصل", "Tomato|طماطم", "Pickles|مخلل"));
  }

  private static ModifierGroup group(String key, Kind kind, String name, String... options) {
    List<ModifierOption> list = new ArrayList<>();
    for (String option : options) {
      list.add(
          new ModifierOption(
              id(key + name + option), text(option), List.of(), new Money(0), false, true));
    }
    return new ModifierGroup(id(key + name), kind, new LocalizedText(name, name), 0, 10, list);
  }
}
