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
    if (said == null && names(draft, drafts)) {
      return true;
    }
    if (draft.wish != Draft.Wish.ADD || said == null || said < 2) {
      return false;
    }
    List<Draft> kinds =
        drafts.subList(drafts.indexOf(draft) + 1, drafts.size()).stream()
            .takeWhile(other -> other.wish == Draft.Wish.ADD && isKind(other, draft))
            .toList();
    int counted = kinds.stream().mapToInt(Headings::count).sum();
    return kinds.size() > 1 && counted == said && saysNoMore(draft, kinds);
  }

  /// What is said of all of them is said of each kind, too: "… كلها صاج".
  private static boolean saysNoMore(Draft heading, List<Draft> kinds) {
    return !heading.changesMore()
        || (heading.person == null
            && heading.notes.isEmpty()
            && kinds.stream().allMatch(kind -> hasAll(kind, heading)));
  }

  private static boolean hasAll(Draft kind, Draft heading) {
    return heading.take.stream()
        .filter(id -> kind.items.stream().anyMatch(item -> item.option(id).isPresent()))
        .allMatch(kind.take::contains);
  }

  /// "مناقيش: ثنتين زعتر": the kind is named first, and then how many of each.
  private static boolean names(Draft draft, List<Draft> drafts) {
    int next = drafts.indexOf(draft) + 1;
    Draft first = next < drafts.size() ? drafts.get(next) : null;
    return first != null
        && draft.wish == Draft.Wish.ADD
        && first.wish == Draft.Wish.ADD
        && draft.items.size() > 1
        && !draft.changesMore()
        && first.quantity != null
        && first.sentence == draft.sentence
        && first.clause == draft.clause
        && isKind(first, draft);
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
