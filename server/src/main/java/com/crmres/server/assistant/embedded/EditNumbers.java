package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.ModifierGroup;
import java.util.List;

/// Reads how many of what is spoken of there shall be, or how many more.
final class EditNumbers {

  private final EditPad pad;
  private final EditPortions portions;

  EditNumbers(EditPad pad, EditPortions portions) {
    this.pad = pad;
    this.portions = portions;
  }

  /// "دبل برجر": how the dish shall be, not how many.
  private boolean isSizeOfNext(int w, int to) {
    Tag next = pad.words.isClause(to) ? null : pad.words.tag(to);
    Mention mention = next == null ? null : next.mention();
    return mention != null
        && pad.menu
            .optionsOf(mention.items().getFirst())
            .at(pad.words.words, w, group -> group.kind() != ModifierGroup.Kind.REMOVE)
            .filter(hit -> hit.whole() && hit.to() <= to)
            .isPresent();
  }

  /// "ثنتين لا ثلاث": three, unless there were three before.
  int recount(int w, int said) {
    boolean instead =
        pad.words.isPlainNo(w - 1) && pad.focus.size() == 1 && !pad.focus.getFirst().wasSo(said);
    if (instead) {
      pad.focus.getFirst().quantity = said;
    }
    return pad.words.behindNumber(w);
  }

  int read(int w, int said) {
    int to = pad.words.behindNumber(w);
    if (isSizeOfNext(w, to)) {
      pad.waiting = w;
      return to;
    }
    int from = behindMore(to);
    if (pad.words.isFrom(from)) {
      EditTargets.Target of = pad.targets.byDish(from + 1).orElse(null);
      boolean more = from > to || pad.verb == EditVerb.ADD || saysMore(w - 1);
      if (of != null && pad.verb == EditVerb.REMOVE && isItsSize(of, w)) {
        return portions.someOf(of, 1);
      }
      return of == null
          ? w
          : more && endsAt(of.to()) ? another(of, said) : portions.someOf(of, said);
    }
    if (pad.verb == EditVerb.REPLACE
        && pad.gone.size() == 1
        && pad.gone.getFirst().quantity >= said
        && (!pad.dishAt(to) || pad.gone.getFirst().quantity > said)) {
      pad.gone = List.of(pad.cut(pad.gone.getFirst(), said));
      return to;
    }
    pad.number = said;
    if (!pad.words.isClause(to) && (pad.dishAt(to) || pad.words.ofThem(to) > to)) {
      return to;
    }
    return quantity(to, said);
  }

  /// "درزن من فطاير الجبن", where they come by the dozen.
  private boolean isItsSize(EditTargets.Target of, int w) {
    return of.parts().size() == 1
        && pad.options
            .taking(of.parts().getFirst(), w)
            .filter(of.parts().getFirst()::has)
            .isPresent();
  }

  /// "كمان واحد من البرجر", "واحد زيادة متل اللاتيه"; `w` if it is not said of what.
  int again(int w) {
    Tag tag = pad.words.tag(w);
    if (tag == null || pad.number != null || !tag.means("SAME_AGAIN")) {
      return w;
    }
    int at = behindMore(tag.to());
    boolean like = EditVocabulary.LIKE.contains(pad.words.word(at));
    EditTargets.Target of =
        like || pad.words.isFrom(at) ? pad.targets.byDish(at + 1).orElse(null) : null;
    return of == null || !endsAt(of.to()) ? w : another(of, 1);
  }

  /// "واحد كمان من البرجر".
  private int behindMore(int w) {
    int at = w;
    while (pad.words.has(at) && !pad.words.isClause(at) && saysMore(at)) {
      at++;
    }
    return at;
  }

  private boolean saysMore(int w) {
    return pad.words.means(w, "SAME_AGAIN") || EditVocabulary.MORE.contains(pad.words.bare(w));
  }

  private boolean endsAt(int w) {
    return !pad.words.has(w) || pad.words.isClause(w) || pad.words.isFiller(w);
  }

  private int another(EditTargets.Target of, int said) {
    if (of.parts().size() != 1) {
      return -1;
    }
    of.parts().getFirst().quantity += said;
    pad.spokenOf(of.parts());
    return of.to();
  }

  /// A number that no dish follows.
  private int quantity(int to, int said) {
    boolean differs =
        !pad.words.isClause(to)
            && pad.focus.stream()
                .anyMatch(part ->
                    pad.tells(part, to)
                        || pad.persons.length(Math.max(0, pad.words.tagIndex(to))) > 0);
    EditedPart open = isOpen(to) ? pad.lastAdded : pad.added;
    if (open != null && open.open) {
      open.quantity = said;
      open.open = false;
      pad.number = null;
      return to;
    }
    if (pad.verb == EditVerb.REMOVE || (pad.verb == EditVerb.ADD && !pad.focus.isEmpty())) {
      return moreOf(to, said);
    }
    if (pad.verb == EditVerb.CHANGE && !pad.pronoun && !pad.named) {
      EditedPart whole = pad.fitting(to, said);
      if (whole == null) {
        return -1;
      }
      pad.cut(whole, said);
      return to;
    }
    if (pad.rest != null && pad.rest.quantity >= said && !pad.named) {
      pad.cut(pad.rest, said);
      return to;
    }
    boolean says =
        !pad.words.isClause(to)
            && (pad.persons.length(Math.max(0, pad.words.tagIndex(to))) > 0
                || pad.behindWithout(to) > to
                || !pad.words.isFiller(to));
    EditedPart only =
        pad.focus.isEmpty() && pad.verb == EditVerb.NONE && says ? pad.onlyOneOver(said) : null;
    if (only != null
        && (pad.tells(only, to) || pad.persons.length(Math.max(0, pad.words.tagIndex(to))) > 0)) {
      pad.cut(only, said);
      return to;
    }
    EditedPart whole = pad.divisible(said);
    boolean forOne =
        whole != null
            && pad.words.tagIndex(to) >= 0
            && pad.persons.length(pad.words.tagIndex(to)) > 0;
    if (whole != null
        && !pad.pronoun
        && whole.quantity > said
        && (differs || forOne || (pad.words.asItIs(to) > to))) {
      pad.cut(whole, said);
      return to;
    }
    return setQuantity(to, said);
  }

  /// "شاورما دجاج، ثلاث": the number alone behind the dish named last.
  private boolean isOpen(int to) {
    return pad.added == null
        && pad.lastAdded != null
        && pad.focus.equals(List.of(pad.lastAdded))
        && (!pad.words.has(to) || pad.words.isClause(to));
  }

  int setQuantity(int to, int said) {
    if (pad.focus.isEmpty() && pad.pronoun) {
      List<EditedPart> lines = pad.cart.parts();
      pad.spokenOf(lines.size() == 1 ? lines : List.of());
    }
    if (pad.focus.size() != 1
        || !(pad.named || pad.pronoun || pad.verb == EditVerb.CHANGE || pad.corrects)) {
      return -1;
    }
    pad.focus.getFirst().quantity = said;
    pad.number = null;
    pad.corrects = false;
    return to;
  }

  private int moreOf(int to, int said) {
    if (pad.focus.size() != 1 || !(pad.named || pad.pronoun)) {
      return -1;
    }
    EditedPart part = pad.focus.getFirst();
    int left = pad.verb == EditVerb.REMOVE ? part.quantity - said : part.quantity + said;
    if (left < 0) {
      return -1;
    }
    part.quantity = left;
    pad.number = null;
    return to;
  }
}
