package com.crmres.server.assistant.embedded;

import java.util.List;

/// Takes some of what there is apart, to be made differently: "واحد منهم", "الباقي", "نصها".
final class EditPortions {

  private final EditPad pad;

  EditPortions(EditPad pad) {
    this.pad = pad;
  }

  int keep(int next) {
    if (pad.number != null) {
      EditedPart whole = pad.divisible(pad.number);
      if (whole == null) {
        return -1;
      }
      pad.cut(whole, pad.number);
    }
    return next;
  }

  int ofThem(int next) {
    int some = pad.number == null ? 1 : pad.number;
    EditedPart whole = pad.divisible(some);
    if (whole == null) {
      whole = pad.fitting(next, some);
    }
    if (whole == null) {
      whole = pad.onlyOneOver(some);
    }
    if (whole == null) {
      return -1;
    }
    EditedPart part = pad.cut(whole, some);
    pad.gone = pad.verb == EditVerb.REPLACE ? List.of(part) : pad.gone;
    return next;
  }

  int other(int w) {
    if (pad.words.isRest(w)) {
      return theRest(w, w + 1);
    }
    if (pad.rest != null && pad.words.isOtherHalf(w)) {
      pad.spokenOf(List.of(pad.rest));
      return w + 1;
    }
    if (pad.words.isHalf(w) && pad.number == null) {
      return half(w);
    }
    if (pad.number == null && pad.words.saysHalf(w) && pad.words.isDefinite(w + 1)) {
      return halfOf(w);
    }
    if (pad.rest != null && pad.words.isOther(w)) {
      pad.spokenOf(List.of(pad.rest));
      Tag tag = pad.words.tag(w);
      return tag == null ? w + 1 : tag.to();
    }
    return pad.words.isAll(w) ? all(w) : w;
  }

  private int theRest(int w, int to) {
    if (pad.rest != null) {
      pad.spokenOf(List.of(pad.rest));
      return to;
    }
    List<EditedPart> others =
        pad.cart.parts().stream()
            .filter(part -> part.line != null && !pad.touched.contains(part))
            .toList();
    if (others.isEmpty() || pad.touched.isEmpty()) {
      return -1;
    }
    pad.spokenOf(others);
    if (pad.verb == EditVerb.REMOVE && !pad.words.isClause(w)) {
      remove();
    }
    return to;
  }

  private int halfOf(int w) {
    EditTargets.Target of = pad.targets.byDish(w + 1).orElse(null);
    EditedPart whole = of == null || of.parts().size() != 1 ? null : of.parts().getFirst();
    if (of == null
        || whole == null
        || whole.quantity % 2 == 1
        || pad.options.taking(whole, w).isPresent()) {
      return w;
    }
    pad.cut(whole, whole.quantity / 2);
    return of.to();
  }

  private int half(int w) {
    EditedPart whole = pad.focus.isEmpty() ? pad.onlyOneOver(1) : pad.divisible(2);
    if (whole == null || whole == pad.rest || whole.quantity % 2 == 1) {
      return w;
    }
    pad.cut(whole, whole.quantity / 2);
    return w + 1;
  }

  private int all(int w) {
    EditTargets.Target next =
        pad.words.bare(w).equals("كل") ? pad.targets.byDish(w + 1).orElse(null) : null;
    if (next != null) {
      pad.spokenOf(next.parts());
      return next.to();
    }
    if (pad.verb == EditVerb.REMOVE || (pad.words.bare(w).equals("كل") && !pad.named)) {
      return w;
    }
    List<EditedPart> ordered =
        pad.touched.stream().filter(part -> part.line == null && part.quantity > 0).toList();
    if (!ordered.isEmpty()) {
      pad.spokenOf(ordered);
    } else if (!pad.named) {
      pad.spokenOf(pad.cart.parts());
    }
    return w + 1;
  }

  /// "شيل الكنافة، بس القهوة", "خلي بس القهوة": whatever else there is goes.
  int only(int w) {
    boolean gone =
        pad.verb == EditVerb.CHANGE ? !pad.named : pad.verb == EditVerb.REMOVE || isAnyGone();
    EditTargets.Target kept =
        gone && pad.words.means(w, "MOD:ONLY") && pad.words.isThe(w + 1)
            ? pad.targets.byDish(w + 1).orElse(null)
            : null;
    boolean ends = kept != null && (!pad.words.has(kept.to()) || pad.words.isClause(kept.to()));
    if (kept == null || !ends) {
      return w;
    }
    pad.cart.parts().stream()
        .filter(part -> !kept.parts().contains(part))
        .forEach(part -> part.quantity = 0);
    pad.spokenOf(kept.parts());
    return kept.to();
  }

  private boolean isAnyGone() {
    return pad.cart.lines().stream().anyMatch(part -> part.quantity == 0);
  }

  int someOf(EditTargets.Target of, int said) {
    EditedPart whole =
        of.parts().stream()
            .filter(part -> part.quantity > said)
            .findFirst()
            .orElse(of.parts().size() == 1 ? of.parts().getFirst() : null);
    if (whole == null || whole.quantity < said) {
      return -1;
    }
    if (pad.verb == EditVerb.REMOVE) {
      pad.touched.add(whole);
      whole.quantity -= said;
      pad.number = null;
      return of.to();
    }
    EditedPart part = pad.cut(whole, said);
    if (pad.verb == EditVerb.REPLACE) {
      pad.gone = List.of(part);
    }
    return of.to();
  }

  void remove() {
    pad.focus.forEach(part -> part.quantity = 0);
    pad.focus = List.of();
    pad.named = false;
  }
}
