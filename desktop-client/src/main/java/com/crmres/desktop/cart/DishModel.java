package com.crmres.desktop.cart;

import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Item;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.menu.MenuDetails.Way;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            .filter(option -> isThere(group, option))
            .forEach(option -> follow(option.nested(), asked, seen));
      }
    }
  }

  private Taken taken(Group group) {
    return new Taken(group, counts);
  }

  /// How often an option applies as it is: chosen, or standard where nothing of its group was
  /// chosen.
  public int count(Group group, Option option) {
    return taken(group).plain(option);
  }

  /// Whether an option is on the dish, as it is or in a way of its own.
  public boolean isThere(Group group, Option option) {
    return taken(group).isThere(option);
  }

  /// The way in which an option is wanted, where it is not as it is.
  public Optional<Way> way(Group group, Option option) {
    return taken(group).way(option);
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
    boolean taken = isThere(group, option);
    if (isSingle(group)) {
      if (!taken || group.min() == 0) {
        set(group, taken ? Map.of() : Map.of(option.id(), 1));
      }
      return;
    }
    step(group, option, taken ? -count(group, option) : 1);
  }

  /// One more of an option as it is, or one less.
  public void step(Group group, Option option, int by) {
    int wanted = Math.max(0, count(group, option) + by);
    Map<UUID, Integer> said = withoutIt(group, option);
    said.put(option.id(), wanted);
    set(group, said);
  }

  /// Takes an option in a way of its own; once more, and it is had as it was before that.
  public void take(Group group, Option option, Way way) {
    boolean again = way(group, option).equals(Optional.of(way));
    Map<UUID, Integer> said = withoutIt(group, option);
    if (isSingle(group)) {
      said.keySet().retainAll(otherHalf(group, way));
    }
    if (!again) {
      said.put(way.id(), 1);
    } else if (option.standard()) {
      said.put(option.id(), 1);
    }
    set(group, said);
  }

  /// What of a group with a single choice may stay beside a way: what is on the other half.
  private static Set<UUID> otherHalf(Group group, Way way) {
    return group.options().stream()
        .flatMap(option -> option.ways().stream())
        .filter(other -> way.preModifier().isHalf() && other.preModifier().isHalf())
        .filter(other -> other.preModifier() != way.preModifier())
        .map(Way::id)
        .collect(Collectors.toSet());
  }

  private Map<UUID, Integer> withoutIt(Group group, Option option) {
    Map<UUID, Integer> said = taken(group).said();
    said.remove(option.id());
    option.ways().forEach(way -> said.remove(way.id()));
    return said;
  }

  private void set(Group group, Map<UUID, Integer> wanted) {
    group.options().stream().flatMap(DishModel::ids).forEach(counts::remove);
    wanted.forEach((id, count) -> {
      if (count > 0) {
        counts.put(id, count);
      }
    });
    changes.set(changes.get() + 1);
  }

  /// What may stand for an option: itself, or one of its ways.
  private static Stream<UUID> ids(Option option) {
    return Stream.concat(Stream.of(option.id()), option.ways().stream().map(Way::id));
  }

  /// What is wrong with a group, where something is.
  public Optional<Fault> fault(Group group) {
    return taken(group).fault();
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
    asked()
        .forEach(group -> group.options().stream().flatMap(DishModel::ids).forEach(reachable::add));
    List<UUID> ids = new ArrayList<>();
    counts.forEach((id, count) -> {
      if (reachable.contains(id)) {
        ids.addAll(Collections.nCopies(count, id));
      }
    });
    return ids;
  }
}
