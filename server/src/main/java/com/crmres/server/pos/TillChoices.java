package com.crmres.server.pos;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What is chosen with dishes of a till, as groups of our menu. The same group of the same till is
/// always the same here, whichever dish brings it.
final class TillChoices {

  /// A till that takes more than it has options takes one of them several times.
  private static final GroupRules ANY_NUMBER =
      new GroupRules(
          0,
          0,
          0,
          0,
          GroupRules.FreePolicy.CHEAPEST,
          true,
          false,
          false,
          GroupRules.Display.QUANTITY,
          Set.of());

  private final UUID branchId;
  private final Map<String, PosMenuItem> options = new HashMap<>();

  /// What each of our options is at the till.
  private final Map<UUID, String> counterparts = new LinkedHashMap<>();

  TillChoices(UUID branchId, List<PosMenuItem> theirs) {
    this.branchId = branchId;
    theirs.stream()
        .filter(their -> their.thing() == PosThing.OPTION)
        .forEach(their -> options.put(their.id(), their));
  }

  /// The groups of a dish; one of which the till sells nothing is none.
  List<BookGroup> of(PosMenuItem dish) {
    return dish.groups().stream().flatMap(group -> group(group).stream()).toList();
  }

  /// What the options of all groups so far are at the till.
  Map<UUID, String> counterparts() {
    return Map.copyOf(counterparts);
  }

  private Optional<BookGroup> group(PosGroup their) {
    List<BookGroup.Option> ours =
        their.optionIds().stream()
            .distinct()
            .flatMap(id -> Stream.ofNullable(options.get(id)))
            .map(option -> option(their, option))
            .toList();
    if (ours.isEmpty()) {
      return Optional.empty();
    }
    int most = their.max() == 0 ? ours.size() : their.max();
    int max = Math.max(1, Math.max(most, their.min()));
    return Optional.of(
        new BookGroup(
            id("till group " + branchId + " " + their.id()),
            their.min() > 0 ? GroupKind.CHOICE : GroupKind.ADDON,
            inBoth(their.name()),
            their.min(),
            max,
            max > ours.size() ? ANY_NUMBER : GroupRules.PLAIN,
            ours));
  }

  private BookGroup.Option option(PosGroup group, PosMenuItem their) {
    UUID id = id("till option " + branchId + " " + group.id() + " " + their.id());
    counterparts.put(id, their.id());
    return new BookGroup.Option(
        id,
        inBoth(their.name()),
        List.of(),
        their.price(),
        false,
        true,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /// The same key always has the same id.
  static UUID id(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  /// Where the till has a name in one language only, the other serves.
  static LocalizedText inBoth(LocalizedText name) {
    return new LocalizedText(
        name.ar().isBlank() ? name.en() : name.ar(), name.en().isBlank() ? name.ar() : name.en());
  }
}
