package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_WORD = 80;
  private static final int LONGEST_CODE = 100;
  private static final int MOST_CATEGORIES = 300;
  private static final int MOST_ITEMS = 5_000;
  private static final int MOST_GROUPS = 3_000;
  private static final int MOST_OPTIONS = 100;
  private static final int MOST_WORDS = 50;
  private static final int MOST_TAKEN = 99;
  private static final int MOST_CALORIES = 20_000;
  private static final long DEAREST = 10_000_000;
  private static final int MONTHS = 12;
  private static final Set<String> DAYS =
      Stream.of(DayOfWeek.values())
          .map(day -> day.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final MenuBook book;
  private final Set<UUID> branches;
  private final Faults faults = new Faults();
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
    count("categories", book.categories(), MOST_CATEGORIES);
    count("items", book.items(), MOST_ITEMS);
    count("groups", book.groups(), MOST_GROUPS);
    each("dayParts", book.dayParts(), DayPart::id, this::dayPart);
    each(
        "ingredients",
        book.ingredients(),
        MenuBook.Ingredient::id,
        (at, it) -> name(at, it.name()));
    each("categories", book.categories(), MenuBook.Category::id, this::category);
    each("groups", book.groups(), BookGroup::id, this::group);
    each("items", book.items(), BookItem::id, this::item);
    optionIds();
    codes();
  }

  private void category(String at, MenuBook.Category category) {
    name(at, category.name());
    known(at + ".dayPartId", category.dayPartId(), dayParts);
  }

  private void item(String at, BookItem item) {
    name(at, item.name());
    if (required(at + ".description", item.description())) {
      faults.length(at + ".description.ar", item.description().ar(), 0, LONGEST_DESCRIPTION);
      faults.length(at + ".description.en", item.description().en(), 0, LONGEST_DESCRIPTION);
    }
    if (required(at + ".categoryId", item.categoryId())) {
      known(at + ".categoryId", item.categoryId(), ids(book.categories(), MenuBook.Category::id));
    }
    price(at + ".price", item.price());
    words(at + ".aliases", item.aliases());
    words(at + ".allergens", item.allergens());
    calories(at, item.calories());
    faults.length(at + ".sku", item.sku(), 0, LONGEST_CODE);
    known(at + ".dayPartId", item.dayPartId(), dayParts);
    allKnown(at + ".ingredientIds", item.ingredientIds(), ingredients);
    prices(at + ".prices", item.prices());
    links(at, item.groups());
  }

  private void links(String at, List<BookItem.Link> links) {
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < links.size(); index++) {
      BookItem.Link link = links.get(index);
      String place = "%s.groups[%d]".formatted(at, index);
      if (required(place + ".groupId", link.groupId())) {
        known(place + ".groupId", link.groupId(), groups);
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
          known(at + ".prices", option, options);
          price(at + ".prices", price);
        });
  }

  private Stream<BookGroup> group(UUID id) {
    return book.groups().stream().filter(group -> group.id().equals(id)).limit(1);
  }

  private void group(String at, BookGroup group) {
    name(at, group.name());
    if (required(at + ".kind", group.kind())) {
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
    if (!required(at + ".freePolicy", rules.freePolicy())
        || !required(at + ".display", rules.display())) {
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
    required(at + ".id", option.id());
    name(at, option.name());
    price(at + ".price", option.price());
    words(at + ".aliases", option.aliases());
    words(at + ".allergens", option.allergens());
    calories(at, option.calories());
    allKnown(at + ".nestedGroupIds", option.nestedGroupIds(), groups);
    allKnown(at + ".ingredientIds", option.ingredientIds(), ingredients);
    prices(at + ".prices", option.prices());
    new PreModifiers(faults, this::price).check(at + ".preModifiers", group, option);
  }

  private void dayPart(String at, DayPart part) {
    name(at, part.name());
    part.week().keySet().stream()
        .filter(day -> !DAYS.contains(day))
        .forEach(day -> faults.add(at + ".week." + day, Rule.CHOICE));
    part.week()
        .forEach((day, spans) -> {
          if (required(at + ".week." + day, spans)) {
            spans(at + ".week." + day, spans);
          }
        });
    part.exceptions()
        .forEach(exception -> {
          required(at + ".exceptions", exception.date());
          spans(at + ".exceptions", exception.spans());
        });
    part.hijriMonths().forEach(month -> faults.range(at + ".hijriMonths", month, 1, MONTHS));
    if (part.from() != null && part.until() != null && part.until().isBefore(part.from())) {
      faults.add(at + ".until", Rule.UNEXPECTED);
    }
  }

  private void spans(String at, List<DayPart.Span> spans) {
    spans.forEach(span -> {
      required(at + ".from", span.from());
      required(at + ".to", span.to());
    });
  }

  private void prices(String at, List<PriceRule> prices) {
    Set<List<@Nullable Object>> seen = new HashSet<>();
    for (int index = 0; index < prices.size(); index++) {
      PriceRule rule = prices.get(index);
      String place = "%s[%d]".formatted(at, index);
      known(place + ".branchId", rule.branchId(), branches);
      known(place + ".dayPartId", rule.dayPartId(), dayParts);
      price(place + ".price", rule.price());
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

  private void name(String at, @Nullable LocalizedText name) {
    if (required(at + ".name", name)) {
      faults.length(at + ".name.ar", Objects.requireNonNull(name).ar(), 1, LONGEST_NAME);
      faults.length(at + ".name.en", name.en(), 1, LONGEST_NAME);
    }
  }

  private void price(String at, @Nullable Money price) {
    if (required(at, price)) {
      long halalas = Objects.requireNonNull(price).halalas();
      if (halalas < 0 || halalas > DEAREST) {
        faults.add(at, Rule.RANGE, 0, DEAREST / 100);
      }
    }
  }

  private void words(String at, List<String> words) {
    if (words.size() > MOST_WORDS) {
      faults.add(at, Rule.COUNT, 0, MOST_WORDS);
    }
    words.forEach(word -> faults.length(at, word, 1, LONGEST_WORD));
  }

  private void calories(String at, @Nullable Integer calories) {
    if (calories != null) {
      faults.range(at + ".calories", calories, 0, MOST_CALORIES);
    }
  }

  private void known(String at, @Nullable UUID id, Set<UUID> known) {
    if (id != null && !known.contains(id)) {
      faults.add(at, Rule.UNKNOWN);
    }
  }

  private void allKnown(String at, List<UUID> ids, Set<UUID> known) {
    ids.forEach(id -> known(at, id, known));
    if (new HashSet<>(ids).size() < ids.size()) {
      faults.add(at, Rule.DUPLICATE);
    }
  }

  private boolean required(String at, @Nullable Object value) {
    if (value == null) {
      faults.add(at, Rule.REQUIRED);
    }
    return value != null;
  }

  private void count(String at, List<?> list, int most) {
    if (list.size() > most) {
      faults.add(at, Rule.COUNT, 0, most);
    }
  }

  private <T> void each(String list, List<T> all, Function<T, @Nullable UUID> id, Check<T> check) {
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < all.size(); index++) {
      String at = "%s[%d]".formatted(list, index);
      UUID own = id.apply(all.get(index));
      if (required(at + ".id", own) && !seen.add(Objects.requireNonNull(own))) {
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
