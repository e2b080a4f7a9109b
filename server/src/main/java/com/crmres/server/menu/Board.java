package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.SalesChannel;
import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Works out from the whole menu and the state of a branch what that branch sells at one moment.
final class Board {

  /// Choices within choices deeper than this are not asked.
  static final int DEEPEST = 3;

  private static final Instant NEVER = Instant.MAX;

  private final UUID restaurantId;
  private final MenuBook book;
  private final BranchState branch;
  private final Instant moment;
  private final Map<UUID, BookGroup> groups = new HashMap<>();
  private final Map<UUID, ModifierOption> plainOptions = new HashMap<>();
  private final Set<UUID> partsNow = new HashSet<>();
  private final Map<UUID, Instant> nextBegins = new HashMap<>();
  private final PriceChoice prices;
  private final Absences absences;
  private Instant until = NEVER;

  private Board(UUID restaurantId, MenuBook book, BranchState branch, Instant moment) {
    this.restaurantId = restaurantId;
    this.book = book;
    this.branch = branch;
    this.moment = moment;
    book.groups().forEach(group -> groups.put(group.id(), group));
    book.dayParts().forEach(this::look);
    branch.absences().values().forEach(all -> all.forEach(gone -> changesAt(gone.until())));
    this.prices = new PriceChoice(branch.branchId(), partsNow);
    this.absences = new Absences(branch, moment, partsNow, nextBegins);
  }

  /// What the branch sells at the moment, and how long that stays true if nobody changes anything.
  static Shown at(UUID restaurantId, MenuBook book, BranchState branch, Instant moment) {
    Board board = new Board(restaurantId, book, branch, moment);
    return new Shown(board.menu(), moment, board.until);
  }

  private void look(DayPart part) {
    DayPartTimes times =
        new DayPartTimes(part, new HijriCalendar(book.hijriShift()), branch.zone());
    if (times.isNow(moment)) {
      partsNow.add(part.id());
    }
    times.nextBegin(moment).ifPresent(begin -> nextBegins.put(part.id(), begin));
    changesAt(times.nextChange(moment).orElse(null));
  }

  private void changesAt(@Nullable Instant change) {
    if (change != null && change.isAfter(moment) && change.isBefore(until)) {
      until = change;
    }
  }

  private Menu menu() {
    Map<UUID, List<BookItem>> items = new HashMap<>();
    for (BookItem item : book.items()) {
      items.computeIfAbsent(item.categoryId(), _ -> new ArrayList<>()).add(item);
    }
    return new Menu(
        restaurantId,
        branch.branchId(),
        book.categories().stream()
            .filter(category -> !category.hidden() && !absences.isHidden(category.id()))
            .map(category -> category(category, items.getOrDefault(category.id(), List.of())))
            .toList());
  }

  private Menu.Category category(MenuBook.Category category, List<BookItem> items) {
    return new Menu.Category(
        category.id(),
        category.name(),
        items.stream()
            .filter(item -> !item.hidden() && !absences.isHidden(item.id()))
            .map(item -> item(category, item))
            .toList());
  }

  private MenuItem item(MenuBook.Category category, BookItem item) {
    List<ModifierGroup> choices = item.groups().stream().flatMap(this::group).toList();
    PriceChoice.Chosen price = prices.of(item.price(), item.prices());
    Optional<Absence> absence =
        absences.ofItem(category, item).or(() -> absences.ofChoices(choices));
    return new MenuItem(
        item.id(),
        item.name(),
        item.description(),
        item.aliases(),
        price.price(),
        absence.isEmpty(),
        choices,
        item.sku(),
        price.prices(),
        item.photo(),
        item.calories(),
        item.allergens(),
        absence.orElse(null));
  }

  private Stream<ModifierGroup> group(BookItem.Link link) {
    BookGroup group = groups.get(link.groupId());
    if (group == null || !SalesChannel.sells(group.ruled().channels())) {
      return Stream.empty();
    }
    Integer free = link.freeCount();
    return Stream.of(
        new ModifierGroup(
            group.id(),
            ModifierGroup.Kind.valueOf(group.kind().name()),
            group.name(),
            link.min() == null ? group.min() : link.min(),
            link.max() == null ? group.max() : link.max(),
            options(group, link.prices(), 1),
            free == null ? group.ruled() : group.ruled().withFreeCount(free)));
  }

  private List<ModifierOption> options(BookGroup group, Map<UUID, Money> own, int depth) {
    return group.options().stream()
        .filter(option -> !absences.isHidden(option.id()))
        .map(option -> option(option, own.get(option.id()), depth))
        .toList();
  }

  /// Most options are the same wherever they stand, so they are made once.
  private ModifierOption option(BookGroup.Option option, @Nullable Money own, int depth) {
    return own == null && option.nestedGroupIds().isEmpty()
        ? plainOptions.computeIfAbsent(option.id(), _ -> made(option, null, depth))
        : made(option, own, depth);
  }

  private ModifierOption made(BookGroup.Option option, @Nullable Money own, int depth) {
    PriceChoice.Chosen price =
        own == null
            ? prices.of(option.price(), option.prices())
            : new PriceChoice.Chosen(own, Prices.BASE);
    Optional<Absence> absence = absences.ofOption(option);
    ModifierOption plain = plain(option, price, absence.orElse(null), depth);
    return option.preModifiers().isEmpty()
        ? plain
        : plain.with(OptionForms.of(plain, option.preModifiers()));
  }

  private ModifierOption plain(
      BookGroup.Option option, PriceChoice.Chosen price, @Nullable Absence absence, int depth) {
    return new ModifierOption(
        option.id(),
        option.name(),
        option.aliases(),
        price.price(),
        option.standard(),
        option.available() && absence == null,
        depth < DEEPEST ? nested(option, depth + 1) : List.of(),
        price.prices(),
        option.calories(),
        option.allergens(),
        absence,
        List.of(),
        null);
  }

  private List<ModifierGroup> nested(BookGroup.Option option, int depth) {
    return option.nestedGroupIds().stream()
        .flatMap(id -> Stream.ofNullable(groups.get(id)))
        .filter(group -> SalesChannel.sells(group.ruled().channels()))
        .map(group ->
            new ModifierGroup(
                group.id(),
                ModifierGroup.Kind.valueOf(group.kind().name()),
                group.name(),
                group.min(),
                group.max(),
                options(group, Map.of(), depth),
                group.ruled()))
        .toList();
  }

  /// A menu with the time in which it holds.
  record Shown(Menu menu, Instant from, Instant until) {

    boolean holdsAt(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }
}
