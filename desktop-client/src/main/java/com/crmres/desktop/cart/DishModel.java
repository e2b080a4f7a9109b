package com.crmres.desktop.cart;

import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Item;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.ordering.CartDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One dish before it goes into the cart: how many, with which choices, with which wish. The rules
/// are the menu's; the server holds them once more.
public final class DishModel {

  static final int MOST = 50;
  static final int LONGEST_NOTE = 200;

  /// What is wrong with the choices of a group.
  public enum Fault {
    LACKING,
    TOO_MANY
  }

  private final Item item;
  private final @Nullable UUID lineId;
  private final Map<UUID, Integer> counts = new LinkedHashMap<>();
  private final IntegerProperty quantity = new SimpleIntegerProperty(1);
  private final StringProperty note = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// A dish that is not in the cart yet.
  DishModel(Item item) {
    this.item = item;
    this.lineId = null;
  }

  /// A line of the cart that is corrected.
  DishModel(Item item, CartDetails.Line line) {
    this.item = item;
    this.lineId = line.id();
    line.optionIds().forEach(id -> counts.merge(id, 1, Integer::sum));
    quantity.set(line.quantity());
    note.set(line.note() == null ? "" : line.note());
  }

  public Item item() {
    return item;
  }

  /// The line that is corrected; null for a new one.
  @Nullable UUID lineId() {
    return lineId;
  }

  public IntegerProperty quantity() {
    return quantity;
  }

  public StringProperty note() {
    return note;
  }

  /// Grows with every choice.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /// The groups that are asked, in their order: what a taken option brings along comes after its
  /// own group.
  public List<Group> asked() {
    List<Group> asked = new ArrayList<>();
    follow(item.groups(), asked, new HashSet<>());
    return asked;
  }

  private void follow(List<Group> groups, List<Group> asked, Set<UUID> seen) {
    for (Group group : groups) {
      if (seen.add(group.id())) {
        asked.add(group);
        group.options().stream()
            .filter(option -> count(group, option) > 0)
            .forEach(option -> follow(option.nested(), asked, seen));
      }
    }
  }

  /// How often an option applies: chosen, or standard where nothing of its group was chosen.
  public int count(Group group, Option option) {
    return chosen(group) == 0 ? option.standard() ? 1 : 0 : counts.getOrDefault(option.id(), 0);
  }

  private int chosen(Group group) {
    return group.options().stream().mapToInt(option -> counts.getOrDefault(option.id(), 0)).sum();
  }

  /// Whether only one of a group may be taken.
  public static boolean isSingle(Group group) {
    return group.max() == 1 || group.kind() == GroupKind.SIZE;
  }

  /// Whether one option may be taken several times.
  public static boolean isCounted(Group group) {
    return !isSingle(group) && group.ruled().maxPerOption() != 1;
  }

  /// Takes an option, or leaves it.
  public void toggle(Group group, Option option) {
    boolean taken = count(group, option) > 0;
    if (isSingle(group)) {
      if (!taken || group.min() == 0) {
        set(group, taken ? Map.of() : Map.of(option.id(), 1));
      }
      return;
    }
    step(group, option, taken ? -count(group, option) : 1);
  }

  /// One more of an option, or one less.
  public void step(Group group, Option option, int by) {
    Map<UUID, Integer> wanted = new LinkedHashMap<>();
    group.options().forEach(one -> wanted.put(one.id(), count(group, one)));
    wanted.merge(option.id(), by, (before, more) -> Math.max(0, before + more));
    set(group, wanted);
  }

  private void set(Group group, Map<UUID, Integer> wanted) {
    group.options().forEach(option -> counts.remove(option.id()));
    wanted.forEach((id, count) -> {
      if (count > 0) {
        counts.put(id, count);
      }
    });
    changes.set(changes.get() + 1);
  }

  /// What is wrong with a group, where something is.
  public Optional<Fault> fault(Group group) {
    List<Integer> taken =
        group.options().stream().map(option -> count(group, option)).filter(n -> n > 0).toList();
    int sum = taken.stream().mapToInt(Integer::intValue).sum();
    int most = group.ruled().maxPerOption();
    int different = group.ruled().maxDistinct();
    if (sum > group.max()
        || (different > 0 && taken.size() > different)
        || (most > 0 && taken.stream().anyMatch(count -> count > most))) {
      return Optional.of(Fault.TOO_MANY);
    }
    return sum < group.min() || taken.size() < group.ruled().minDistinct()
        ? Optional.of(Fault.LACKING)
        : Optional.empty();
  }

  /// The first group that keeps the dish from the cart.
  public Optional<Group> open() {
    return asked().stream().filter(group -> fault(group).isPresent()).findFirst();
  }

  /// Whether it can go into the cart. What is lacking may be asked of the customer later.
  public boolean isAllowed() {
    return asked().stream().noneMatch(group -> fault(group).equals(Optional.of(Fault.TOO_MANY)))
        && note.get().strip().length() <= LONGEST_NOTE;
  }

  public void more(int by) {
    quantity.set(Math.clamp(quantity.get() + by, 1, MOST));
  }

  /// What was chosen, an option taken twice twice.
  List<UUID> optionIds() {
    Set<UUID> reachable = new HashSet<>();
    asked().forEach(group -> group.options().forEach(option -> reachable.add(option.id())));
    List<UUID> ids = new ArrayList<>();
    counts.forEach((id, count) -> {
      if (reachable.contains(id)) {
        ids.addAll(Collections.nCopies(count, id));
      }
    });
    return ids;
  }
}
