package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.List;

/// Takes out what only announces the items behind it: "six shawarmas: three chicken, three beef".
final class Headings {

  private Headings() {}

  static void drop(List<Draft> drafts) {
    for (Draft draft : List.copyOf(drafts)) {
      if (announces(draft, drafts)) {
        drafts.remove(draft);
      }
    }
  }

  /// As many of its kind follow as it said.
  private static boolean announces(Draft draft, List<Draft> drafts) {
    Integer said = draft.quantity;
    if (draft.wish != Draft.Wish.ADD || said == null || said < 2 || draft.changesMore()) {
      return false;
    }
    List<Draft> kinds =
        drafts.subList(drafts.indexOf(draft) + 1, drafts.size()).stream()
            .takeWhile(other -> other.wish == Draft.Wish.ADD && isKind(other, draft))
            .toList();
    int counted = kinds.stream().mapToInt(Headings::count).sum();
    return kinds.size() > 1 && counted == said;
  }

  private static int count(Draft draft) {
    return draft.quantity == null ? 1 : draft.quantity;
  }

  private static boolean isKind(Draft draft, Draft heading) {
    boolean other = !draft.items.equals(heading.items);
    return other && draft.items.stream().allMatch(item -> isKind(item, heading));
  }

  private static boolean isKind(MenuItem item, Draft heading) {
    return heading.items.contains(item)
        || heading.items.stream()
            .anyMatch(kind -> item.name().ar().startsWith(kind.name().ar() + " "));
  }
}
