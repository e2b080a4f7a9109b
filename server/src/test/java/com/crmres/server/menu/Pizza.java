package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.menu.SalesChannel;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The menu of a pizzeria: toppings that are wanted extra, light, aside or not at all, flavours by
/// halves, and choices for deliveries or for the branch only.
public final class Pizza {

  public static final UUID PIZZA = id("pizza");
  public static final UUID LEMONADE = id("lemonade");
  public static final UUID ONION = id("onion");
  public static final UUID CHEESE = id("cheese");
  public static final UUID OLIVE = id("olive");
  public static final UUID PEPPERONI = id("pepperoni");
  public static final UUID MARGHERITA = id("margherita");
  public static final UUID ICE = id("ice cubes");
  public static final UUID FORK = id("fork");
  public static final UUID PAPER = id("paper bag");
  public static final UUID CHINA = id("china plate");
  public static final UUID TOPPINGS = id("toppings");
  public static final UUID BAG = id("bag");

  private Pizza() {}

  /// How an option is wanted.
  public static UUID wanted(PreModifier kind, UUID optionId) {
    return OptionForms.id(optionId, kind);
  }

  /// The menu as it stands beside what another one has.
  public static MenuBook in(MenuBook book) {
    return book.withCategories(with(book.categories(), List.of(category())))
        .withGroups(with(book.groups(), groups()))
        .withItems(with(book.items(), List.of(pizza(), lemonade())));
  }

  /// What a branch sells of it.
  public static Menu menu(UUID restaurantId, UUID branchId, Instant moment) {
    BranchState state = new BranchState(branchId, ZoneId.of("Asia/Riyadh"), Map.of(), Set.of());
    return Board.at(restaurantId, in(MenuBook.EMPTY), state, moment).menu();
  }

  private static MenuBook.Category category() {
    return new MenuBook.Category(id("pizzas"), text("بيتزا", "Pizzas"), null, false);
  }

  private static BookItem pizza() {
    return item(
        PIZZA, text("بيتزا", "Pizza"), 4_000, "toppings", "flavour", "cutlery", "bag", "plate");
  }

  private static BookItem lemonade() {
    return item(LEMONADE, text("ليمونادة", "Lemonade"), 1_200, "ice");
  }

  private static List<BookGroup> groups() {
    return List.of(
        group(
            "toppings",
            GroupKind.ADDON,
            0,
            3,
            Set.of(),
            option(
                ONION, "بصل", "Onion", 100, true, way(PreModifier.NO), way(PreModifier.SIDE, 50L)),
            option(
                CHEESE,
                "جبن",
                "Cheese",
                300,
                true,
                way(PreModifier.NO),
                way(PreModifier.EXTRA),
                way(PreModifier.LIGHT)),
            option(OLIVE, "زيتون", "Olive", 200, false, way(PreModifier.EXTRA, 350L))),
        group(
            "flavour",
            GroupKind.CHOICE,
            1,
            1,
            Set.of(),
            option(PEPPERONI, "ببروني", "Pepperoni", 605, false, halves()),
            option(MARGHERITA, "مارجريتا", "Margherita", 0, false, halves())),
        group(
            "cutlery",
            GroupKind.NOTE,
            0,
            1,
            Set.of(SalesChannel.DELIVERY),
            option(FORK, "شوكة", "Fork", 0, false)),
        group(
            "bag",
            GroupKind.CHOICE,
            1,
            1,
            Set.of(SalesChannel.DELIVERY),
            option(PAPER, "كيس ورق", "Paper bag", 100, false),
            option(id("plastic"), "كيس بلاستيك", "Plastic bag", 0, false)),
        group(
            "plate",
            GroupKind.CHOICE,
            1,
            1,
            Set.of(SalesChannel.BRANCH),
            option(CHINA, "صحن", "Plate", 0, false)),
        group(
            "ice",
            GroupKind.ADDON,
            0,
            1,
            Set.of(),
            option(ICE, "ثلج", "Ice", 0, true, way(PreModifier.NO), way(PreModifier.LIGHT))));
  }

  private static PreModifierRule[] halves() {
    return new PreModifierRule[] {way(PreModifier.HALF_LEFT), way(PreModifier.HALF_RIGHT)};
  }

  private static PreModifierRule way(PreModifier kind) {
    return way(kind, null);
  }

  private static PreModifierRule way(PreModifier kind, @Nullable Long price) {
    return new PreModifierRule(kind, price == null ? null : new Money(price));
  }

  private static BookItem item(UUID id, LocalizedText name, long price, String... groups) {
    return new BookItem(
        id,
        id("pizzas"),
        name,
        text("", ""),
        List.of(),
        new Money(price),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        false,
        Arrays.stream(groups).map(group -> new BookItem.Link(id(group))).toList(),
        List.of());
  }

  private static BookGroup group(
      String name,
      GroupKind kind,
      int min,
      int max,
      Set<SalesChannel> channels,
      BookGroup.Option... options) {
    GroupRules rules =
        new GroupRules(
            0,
            0,
            1,
            0,
            GroupRules.FreePolicy.CHEAPEST,
            kind != GroupKind.ADDON,
            false,
            false,
            GroupRules.Display.CHECK,
            channels);
    return new BookGroup(id(name), kind, text(name, name), min, max, rules, List.of(options));
  }

  private static BookGroup.Option option(
      UUID id, String ar, String en, long price, boolean standard, PreModifierRule... ways) {
    return new BookGroup.Option(
        id,
        text(ar, en),
        List.of(),
        new Money(price),
        standard,
        true,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(ways));
  }

  private static <T> List<T> with(List<T> old, List<T> more) {
    List<T> all = new ArrayList<>(old);
    all.addAll(more);
    return all;
  }

  private static LocalizedText text(String ar, String en) {
    return new LocalizedText(ar, en);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("pizza " + name).getBytes(StandardCharsets.UTF_8));
  }
}
