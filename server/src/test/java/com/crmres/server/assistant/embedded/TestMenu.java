package com.crmres.server.assistant.embedded;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.assistant.House;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.menu.ModifierOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A small believable menu: shawarma, burgers, broast, grills, sides, drinks, sweets.
public final class TestMenu {

  /// For whom the assistant speaks.
  public static final House HOUSE =
      new House(new LocalizedText("النور", "Noor"), Personality.CASUAL, List.of());

  public static final UUID RESTAURANT = id("restaurant");
  public static final UUID OLAYA = id("Olaya");
  public static final UUID YASMIN = id("Yasmin");

  private TestMenu() {}

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public static Menu menu() {
    return new Menu(
        RESTAURANT,
        OLAYA,
        List.of(
            category(
                "شاورما|Shawarma",
                item("شاورما دجاج|Chicken shawarma", 900, wrap("cs")),
                item("شاورما لحم|Beef shawarma|meat shawarma", 1100, wrap("bs")),
                item("صحن شاورما دجاج|Chicken shawarma plate", 2200, heat("csp", true)),
                item("شاورما عربي|Arabic shawarma", 2000, heat("as", true))),
            category(
                "برجر|Burgers",
                item("برجر دجاج|Chicken burger", 1600, burger("cb")),
                item("برجر لحم|Beef burger|همبرجر", 1800, burger("bb")),
                item("دبل برجر لحم|Double beef burger", 2600, burger("db")),
                item("زنجر|Zinger|برجر زنجر|zinger burger", 1700, burger("z"))),
            category(
                "بروست|Broast",
                item("بروست 4 قطع|Broast 4 pieces", 2000, heat("b4", false)),
                item("بروست 8 قطع|Broast 8 pieces", 3800, heat("b8", false)),
                item("مسحب|Chicken tenders|ستربس|tenders", 2100, heat("ct", true))),
            category(
                "وجبات|Meals",
                item("وجبة زنجر|Zinger meal", 2900, drink("zm")),
                item("وجبة عائلية|Family meal", 9900)),
            category(
                "مشويات|Grills",
                item("كباب لحم|Beef kebab", 3200),
                item("شيش طاووق|Shish tawook", 2900),
                item("كبسة دجاج|Chicken kabsa", 1900, half("ck")),
                item("مندي لحم|Lamb mandi", 3900)),
            category(
                "مقبلات|Sides",
                item("بطاطس|Fries|بطاطس مقلية", 700, sizes("fr", false)),
                item("حمص|Hummus", 1000),
                item("متبل|Mutabbal", 1000),
                item("سلطة فتوش|Fattoush salad|فتوش", 1400),
                item("سلطة سيزر|Caesar salad|سيزر", 1600),
                item("صوص ثوم|Garlic sauce|ثومية", 200),
                item("حلقات بصل|Onion rings", 900)),
            category(
                "مشروبات|Drinks",
                item("بيبسي|Pepsi", 400),
                item("سفن اب|7up|سفن", 400),
                item("ميرندا|Mirinda", 400),
                item("موية|Water|ماء", 200),
                item("عصير برتقال|Orange juice", 1000, sizes("oj", true)),
                item("ليمون بالنعناع|Lemon mint|عصير ليمون", 1000, sizes("lm", true)),
                item("لبن|Laban", 300),
                item("شاي|Tea", 300)),
            category(
                "حلويات|Desserts",
                item("كنافة|Kunafa", 1500),
                item("أم علي|Om Ali", 1400),
                item("بسبوسة|Basbousa", 1200))));
  }

  public static MenuItem named(String english) {
    return menu()
        .items()
        .filter(item -> item.name().en().equals(english))
        .findFirst()
        .orElseThrow();
  }

  private static Menu.Category category(String name, MenuItem... items) {
    return new Menu.Category(id("category " + name), text(name), List.of(items));
  }

  private static LocalizedText text(String names) {
    String[] parts = names.split("\\|", -1);
    return new LocalizedText(parts[0], parts[1]);
  }

  private static MenuItem item(String names, long halalas, ModifierGroup... groups) {
    String[] parts = names.split("\\|", -1);
    return new MenuItem(
        id(parts[1]),
        text(names),
        new LocalizedText("", ""),
        List.of(parts).subList(2, parts.length),
        new Money(halalas),
        true,
        List.of(groups),
        sku(parts[1]));
  }

  /// The code of an item by its English name.
  public static String sku(String english) {
    return english.toUpperCase(Locale.ROOT).replace(' ', '-');
  }

  private static ModifierGroup[] wrap(String key) {
    return new ModifierGroup[] {
      sizes(key, true),
      group(
          key,
          Kind.CHOICE,
          "الخبز|Bread",
          1,
          1,
          "صامولي|Roll|*",
          "صاج|Saj",
          "خبز عربي|Arabic bread"),
      group(key, Kind.CHOICE, "الحرارة|Heat", 1, 1, "عادي|Regular|*", "حار|Spicy"),
      group(
          key,
          Kind.ADDON,
          "إضافات|Extras",
          0,
          3,
          "جبن إضافي|Extra cheese",
          "ثوم إضافي|Extra garlic"),
      group(
          key,
          Kind.REMOVE,
          "بدون|Without",
          0,
          4,
          "بدون ثوم|No garlic",
          "بدون مخلل|No pickles",
          "بدون بطاطس|No fries",
          "بدون بصل|No onion")
    };
  }

  private static ModifierGroup[] burger(String key) {
    return new ModifierGroup[] {
      group(key, Kind.ADDON, "إضافات|Extras", 0, 3, "جبن|Cheese", "هلابينو|Jalapeno", "بيض|Egg"),
      group(
          key,
          Kind.REMOVE,
          "بدون|Without",
          0,
          5,
          "بصل|Onion",
          "طماطم|Tomato",
          "خس|Lettuce",
          "مخلل|Pickles",
          "مايونيز|Mayo")
    };
  }

  private static ModifierGroup heat(String key, boolean standard) {
    return group(
        key,
        Kind.CHOICE,
        "الحرارة|Heat",
        1,
        1,
        standard ? "عادي|Regular|*" : "عادي|Regular",
        "حار|Spicy");
  }

  private static ModifierGroup drink(String key) {
    return group(
        key,
        Kind.CHOICE,
        "المشروب|Drink",
        1,
        1,
        "بيبسي|Pepsi",
        "سفن اب|7up",
        "ميرندا|Mirinda",
        "موية|Water");
  }

  private static ModifierGroup half(String key) {
    return group(key, Kind.SIZE, "الحجم|Size", 1, 1, "نص حبة|Half", "حبة كاملة|Whole");
  }

  private static ModifierGroup sizes(String key, boolean standard) {
    return group(
        key,
        Kind.SIZE,
        "الحجم|Size",
        1,
        1,
        "صغير|Small",
        standard ? "وسط|Medium|*" : "وسط|Medium",
        "كبير|Large");
  }

  private static ModifierGroup group(
      String key, Kind kind, String name, int min, int max, String... options) {
    List<ModifierOption> list = new ArrayList<>();
    for (String option : options) {
      boolean standard = option.endsWith("|*");
      list.add(
          new ModifierOption(
              id(key + name + option),
              text(option),
              List.of(),
              new Money(kind == Kind.ADDON ? 200 : 0),
              standard,
              true));
    }
    return new ModifierGroup(id(key + name), kind, text(name), min, max, list);
  }
}
