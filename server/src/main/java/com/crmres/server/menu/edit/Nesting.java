package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds choices that lead back to themselves, and those that lie too deep within others.
final class Nesting {

  private static final int DEEPEST = 3;

  private final MenuBook book;
  private final Faults faults;
  private final Map<UUID, BookGroup> groups = new HashMap<>();
  private final Map<UUID, Integer> depths = new HashMap<>();

  Nesting(MenuBook book, Faults faults) {
    this.book = book;
    this.faults = faults;
    book.groups().stream()
        .filter(group -> group.id() != null)
        .forEach(group -> groups.put(group.id(), group));
  }

  void check() {
    boolean round = false;
    for (int index = 0; index < book.groups().size(); index++) {
      round |= isRound(index);
    }
    if (!round) {
      book.items().forEach(this::depths);
    }
  }

  /// Each circle is named at every group that lies on it.
  private boolean isRound(int index) {
    BookGroup start = book.groups().get(index);
    List<BookGroup> path = circle(start, start, new ArrayList<>());
    if (path.isEmpty()) {
      return false;
    }
    faults.add("groups[%d]".formatted(index), Rule.CIRCLE, names(path));
    return true;
  }

  /// The way from `at` back to `start`; empty if there is none.
  private List<BookGroup> circle(BookGroup start, BookGroup at, List<BookGroup> visited) {
    visited.add(at);
    for (BookGroup next : nested(at)) {
      if (next.equals(start)) {
        return new ArrayList<>(List.of(at, start));
      }
      if (!visited.contains(next)) {
        List<BookGroup> rest = circle(start, next, visited);
        if (!rest.isEmpty()) {
          rest.addFirst(at);
          return rest;
        }
      }
    }
    return List.of();
  }

  private void depths(BookItem item) {
    for (int index = 0; index < item.groups().size(); index++) {
      BookGroup group = groups.get(item.groups().get(index).groupId());
      if (group != null && depth(group) > DEEPEST) {
        faults.add(
            "items[%d].groups[%d]".formatted(book.items().indexOf(item), index),
            Rule.TOO_DEEP,
            DEEPEST);
      }
    }
  }

  private int depth(BookGroup group) {
    Integer known = depths.get(group.id());
    if (known == null) {
      known = 1 + nested(group).stream().mapToInt(this::depth).max().orElse(0);
      depths.put(group.id(), known);
    }
    return known;
  }

  private List<BookGroup> nested(BookGroup group) {
    return group.options().stream()
        .flatMap(option -> option.nestedGroupIds().stream())
        .map(groups::get)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static String names(List<BookGroup> path) {
    return path.stream()
        .map(group -> group.name() == null ? "?" : group.name().ar())
        .collect(Collectors.joining(" ← "));
  }
}
