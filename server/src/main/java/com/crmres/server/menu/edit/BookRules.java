package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PriceRule;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong with a whole menu; each fault names its place, for example
/// `items[3].price`.
final class BookRules {

  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_CODE = 100;
  private static final int MOST_CATEGORIES = 300;
  private static final int MOST_ITEMS = 5_000;
  private static final int MOST_GROUPS = 3_000;
  private static final int MOST_OPTIONS = 100;
  private static final int MOST_TAKEN = 99;

  private final MenuBook book;
  private final Set<UUID> branches;
  private final Faults faults = new Faults();
  private final ValueRules values = new ValueRules(faults);
  private final Set<UUID> groups;
  private final Set<UUID> dayParts;
  private final Set<UUID> ingredients;

  private BookRules(MenuBook book, Set<UUID> branches) {
    this.book = book;
    this.branches = branches;
    this.groups = ids(book.groups(), BookGroup::id);
    this.dayParts = ids(book.dayParts(), DayPart::id);
    this.ingredients = ids(book.ingredients(), MenuBook.Ingredient::id);
  }

  /// Every fault of the menu of a restaurant with these branches.
  static List<Fault> check(MenuBook book, Set<UUID> branches) {
    BookRules rules = new BookRules(book, branches);
    rules.check();
    new Nesting(book, rules.faults).check();
    return rules.faults.found();
  }

  private void check() {
    faults.range("hijriShift", book.hijriShift(), -1, 1);
    values.count("categories", book.categories(), MOST_CATEGORIES);
    values.count("items", book.items(), MOST_ITEMS);
    values.count("groups", book.groups(), MOST_GROUPS);
    each("dayParts", book.dayParts(), DayPart::id, new DayPartRules(faults, values)::check);
    each(
        "ingredients",
        book.ingredients(),
        MenuBook.Ingredient::id,
        (at, it) -> values.name(at, it.name()));
    each("categories", book.categories(), MenuBook.Category::id, this::category);
    each("groups", book.groups(), BookGroup::id, this::group);
    each("items", book.items(), BookItem::id, this::item);
    optionIds();
    codes();
  }

  private void category(String at, MenuBook.Category category) {
    values.name(at, category.name());
    values.known(at + ".dayPartId", category.dayPartId(), dayParts);
  }

  private void item(String at, BookItem item) {
    values.name(at, item.name());
    if (values.required(at + ".description", item.description())) {
      faults.length(at + ".description.ar", item.description().ar(), 0, LONGEST_DESCRIPTION);
      faults.length(at + ".description.en", item.description().en(), 0, LONGEST_DESCRIPTION);
    }
    if (values.required(at + ".categoryId", item.categoryId())) {
      values.known(
          at + ".categoryId", item.categoryId(), ids(book.categories(), MenuBook.Category::id));
    }
    values.price(at + ".price", item.price());
    values.words(at + ".aliases", item.aliases());
    values.words(at + ".allergens", item.allergens());
    values.calories(at, item.calories());
    faults.length(at + ".sku", item.sku(), 0, LONGEST_CODE);
    values.known(at + ".dayPartId", item.dayPartId(), dayParts);
    values.allKnown(at + ".ingredientIds", item.ingredientIds(), ingredients);
    prices(at + ".prices", item.prices());
    links(at, item.groups());
  }

  private void links(String at, List<BookItem.Link> links) {
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < links.size(); index++) {
      BookItem.Link link = links.get(index);
      String place = "%s.groups[%d]".formatted(at, index);
      if (values.required(place + ".groupId", link.groupId())) {
        values.known(place + ".groupId", link.groupId(), groups);
        if (!seen.add(link.groupId())) {
          faults.add(place + ".groupId", Rule.DUPLICATE);
        }
        group(link.groupId()).forEach(group -> link(place, link, group));
      }
    }
  }

  private void link(String at, BookItem.Link link, BookGroup group) {
    Integer ownMin = link.min();
    Integer ownMax = link.max();
    Integer free = link.freeCount();
    bounds(
        at,
        group.kind(),
        ownMin == null ? group.min() : ownMin,
        ownMax == null ? group.max() : ownMax);
    if (free != null) {
      faults.range(at + ".freeCount", free, 0, MOST_TAKEN);
    }
    Set<UUID> options = ids(group.options(), BookGroup.Option::id);
    link.prices()
        .forEach((option, price) -> {
          values.known(at + ".prices", option, options);
          values.price(at + ".prices", price);
        });
  }

  private Stream<BookGroup> group(UUID id) {
    return book.groups().stream().filter(group -> group.id().equals(id)).limit(1);
  }

  private void group(String at, BookGroup group) {
    values.name(at, group.name());
    if (values.required(at + ".kind", group.kind())) {
      bounds(at, group.kind(), group.min(), group.max());
      rules(at + ".rules", group);
    }
    faults.range(at + ".options", group.options().size(), 1, MOST_OPTIONS);
    for (int index = 0; index < group.options().size(); index++) {
      option("%s.options[%d]".formatted(at, index), group, group.options().get(index));
    }
    long standard = group.options().stream().filter(BookGroup.Option::standard).count();
    if (standard > group.max()) {
      faults.add(at + ".options", Rule.COUNT, 0, group.max());
    }
  }

  private void bounds(String at, GroupKind kind, int min, int max) {
    faults.range(at + ".min", min, 0, MOST_TAKEN);
    faults.range(at + ".max", max, Math.max(min, 1), MOST_TAKEN);
    if (kind == GroupKind.SIZE && (min != 1 || max != 1)) {
      faults.add(at + ".max", Rule.RANGE, 1, 1);
    }
  }

  private void rules(String at, BookGroup group) {
    GroupRules rules = group.ruled();
    if (!values.required(at + ".freePolicy", rules.freePolicy())
        || !values.required(at + ".display", rules.display())) {
      return;
    }
    int options = group.options().size();
    faults.range(at + ".minDistinct", rules.minDistinct(), 0, Math.min(options, group.max()));
    if (rules.maxDistinct() != 0) {
      faults.range(at + ".maxDistinct", rules.maxDistinct(), Math.max(1, rules.minDistinct()), 99);
    }
    faults.range(at + ".maxPerOption", rules.maxPerOption(), 0, MOST_TAKEN);
    faults.range(at + ".freeCount", rules.freeCount(), 0, MOST_TAKEN);
    if (!rules.channels().isEmpty() && group.kind() == GroupKind.SIZE) {
      faults.add(at + ".channels", Rule.UNEXPECTED);
    }
    if (rules.absolutePrices() && group.kind() != GroupKind.SIZE) {
      faults.add(at + ".absolutePrices", Rule.UNEXPECTED);
    }
    if (rules.maxPerOption() > 0 && (long) rules.maxPerOption() * options < group.min()) {
      faults.range(at + ".maxPerOption", rules.maxPerOption(), group.min(), MOST_TAKEN);
    }
  }

  private void option(String at, BookGroup group, BookGroup.Option option) {
    values.required(at + ".id", option.id());
    values.name(at, option.name());
    values.price(at + ".price", option.price());
    values.words(at + ".aliases", option.aliases());
    values.words(at + ".allergens", option.allergens());
    values.calories(at, option.calories());
    values.allKnown(at + ".nestedGroupIds", option.nestedGroupIds(), groups);
    values.allKnown(at + ".ingredientIds", option.ingredientIds(), ingredients);
    prices(at + ".prices", option.prices());
    new PreModifiers(faults, values::price).check(at + ".preModifiers", group, option);
  }

  private void prices(String at, List<PriceRule> prices) {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (int index = 0; index < prices.size(); index++) {
      PriceRule rule = prices.get(index);
      String place = "%s[%d]".formatted(at, index);
      values.known(place + ".branchId", rule.branchId(), branches);
      values.known(place + ".dayPartId", rule.dayPartId(), dayParts);
      values.price(place + ".price", rule.price());
      if (rule.branchId() == null && rule.tag() == null && rule.dayPartId() == null) {
        faults.add(place, Rule.REQUIRED);
      }
      if (!seen.add(Arrays.asList(rule.branchId(), rule.tag(), rule.dayPartId()))) {
        faults.add(place, Rule.DUPLICATE);
      }
    }
  }

  /// An option belongs to one group only.
  private void optionIds() {
    Map<UUID, String> seen = new HashMap<>();
    for (int index = 0; index < book.groups().size(); index++) {
      for (BookGroup.Option option : book.groups().get(index).options()) {
        if (option.id() != null && seen.put(option.id(), "") != null) {
          faults.add("groups[%d].options".formatted(index), Rule.DUPLICATE);
        }
      }
    }
  }

  private void codes() {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < book.items().size(); index++) {
      String sku = book.items().get(index).sku();
      if (sku != null && !seen.add(sku)) {
        faults.add("items[%d].sku".formatted(index), Rule.TAKEN);
      }
    }
  }

  private <T> void each(String list, List<T> all, Function<T, @Nullable UUID> id, Check<T> check) {
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < all.size(); index++) {
      String at = "%s[%d]".formatted(list, index);
      UUID own = id.apply(all.get(index));
      if (values.required(at + ".id", own) && !seen.add(Objects.requireNonNull(own))) {
        faults.add(at + ".id", Rule.DUPLICATE);
      }
      check.at(at, all.get(index));
    }
  }

  private static <T> Set<UUID> ids(List<T> all, Function<T, @Nullable UUID> id) {
    return all.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /// The check of one thing at its place.
  private interface Check<T> {
    void at(String place, T thing);
  }
}
