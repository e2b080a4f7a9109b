package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// So many of one dish made in one way: a line of the cart, some of it, or something new.
final class EditedPart {

  /// Where it stood in the cart; none if it is new.
  final @Nullable CartLine line;

  MenuItem item;
  int quantity;
  final Set<UUID> options = new LinkedHashSet<>();
  @Nullable String person;
  int from;
  int to;

  /// Whether its number was not said yet.
  boolean open;

  /// The groups of which something was said here.
  final Set<UUID> told = new LinkedHashSet<>();

  private @Nullable EditedPart before;

  EditedPart(@Nullable CartLine line, MenuItem item, int quantity) {
    this.line = line;
    this.item = item;
    this.quantity = quantity;
    if (line != null) {
      options.addAll(line.optionIds());
      person = line.person();
    }
  }

  /// Another part of the same, so many of it, made alike.
  EditedPart cut(int some) {
    EditedPart part = copy();
    part.quantity = some;
    quantity -= some;
    return part;
  }

  private EditedPart copy() {
    EditedPart part = new EditedPart(line, item, quantity);
    part.options.clear();
    part.options.addAll(options);
    part.person = person;
    part.from = from;
    part.to = to;
    return part;
  }

  /// Remembers how it is now, to come back to.
  void remember() {
    before = copy();
  }

  /// As it was when last remembered.
  void comeBack() {
    if (before != null) {
      item = before.item;
      quantity = before.quantity;
      options.clear();
      options.addAll(before.options);
    }
  }

  boolean wasSo(int many) {
    return before == null ? line != null && line.quantity() == many : before.quantity == many;
  }

  /// "لا قصدي اللحم": what was said of this was meant of another.
  void handOn(EditedPart other) {
    EditedPart old = before;
    if (old == null) {
      return;
    }
    for (ModifierGroup group : other.item.groups()) {
      for (ModifierOption option : group.options()) {
        boolean taken = has(options, option) && !has(old.options, option);
        if (taken) {
          other.take(new OptionNames.Hit(group, option, 0, true));
        }
      }
    }
    if (quantity != old.quantity) {
      other.quantity = quantity;
    }
    comeBack();
  }

  private boolean has(Set<UUID> chosen, ModifierOption option) {
    return item.groups().stream()
        .flatMap(group -> group.options().stream())
        .filter(own -> chosen.contains(own.id()))
        .anyMatch(
            own -> own.id().equals(option.id()) || own.name().ar().equals(option.name().ar()));
  }

  boolean has(OptionNames.Hit hit) {
    return options.contains(hit.option().id()) || (hit.option().standard() && isOpen(hit.group()));
  }

  private boolean isOpen(ModifierGroup group) {
    return group.options().stream().noneMatch(option -> options.contains(option.id()));
  }

  void take(OptionNames.Hit hit) {
    ModifierGroup group = hit.group();
    if (group.max() == 1) {
      clear(group);
    }
    if (!(group.max() == 1 && hit.option().standard())) {
      options.add(hit.option().id());
    }
    told.add(group.id());
  }

  /// An ingredient is left out, an extra or a choice is taken back.
  void doWithout(OptionNames.Hit hit) {
    if (hit.group().kind() == ModifierGroup.Kind.REMOVE) {
      options.add(hit.option().id());
    } else {
      options.remove(hit.option().id());
    }
    told.add(hit.group().id());
  }

  void bringBack(OptionNames.Hit hit) {
    options.remove(hit.option().id());
    told.add(hit.group().id());
  }

  /// As the kitchen makes it, in the groups of which something was said of another part.
  void plain(Set<UUID> groups) {
    item.groups().stream().filter(group -> groups.contains(group.id())).forEach(this::clear);
  }

  private void clear(ModifierGroup group) {
    group.options().forEach(option -> options.remove(option.id()));
  }

  /// Becomes another dish, as many and made alike where that can be.
  void become(MenuItem other) {
    Inheritance inherited = new Inheritance(item, quantity, options, person);
    Set<UUID> kept = new LinkedHashSet<>();
    for (ModifierGroup group : other.groups()) {
      Optional<ModifierOption> same =
          group.options().stream().filter(option -> options.contains(option.id())).findFirst();
      same.or(() -> inherited.chosen(group))
          .filter(option -> !(option.standard() && group.max() == 1))
          .ifPresent(option -> kept.add(option.id()));
    }
    item = other;
    options.clear();
    options.addAll(kept);
  }
}
