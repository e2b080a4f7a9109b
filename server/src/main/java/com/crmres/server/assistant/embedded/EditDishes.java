package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.List;

/// Reads dishes: whether they speak of what is in the cart, or order something new.
final class EditDishes {

  private final EditPad pad;
  private final EditPortions portions;
  private final EditNumbers numbers;
  private final EditSwaps swaps;

  EditDishes(EditPad pad, EditPortions portions, EditNumbers numbers, EditSwaps swaps) {
    this.pad = pad;
    this.portions = portions;
    this.numbers = numbers;
    this.swaps = swaps;
  }

  int read(int w) {
    EditTargets.Target target = pad.targets.at(w).orElse(null);
    Tag tag = pad.words.tag(w);
    Mention mention = tag == null ? null : tag.mention();
    if (!pad.gone.isEmpty() && mention != null) {
      return swaps.replacement(mention);
    }
    if (mention != null && pad.words.isInstead(mention.to())) {
      return swaps.inPlace(mention);
    }
    if (pad.denied && target != null) {
      return pad.added == null ? notThat(target) : swaps.insteadOf(target);
    }
    if (mention != null && saysMore(mention)) {
      return mention.to();
    }
    if (mention != null && swaps.becomes(target, mention)) {
      return swaps.replacement(mention);
    }
    if (target == null && mention != null && pad.denied && mention.items().contains(pad.became)) {
      pad.denied = false;
      return mention.to();
    }
    if (target == null && mention != null && swaps.ofKin(w, mention)) {
      return swaps.replacement(mention);
    }
    if (target == null) {
      return mention == null ? w : fresh(mention);
    }
    if (pad.corrects && pad.number != null && target.parts().size() == 1) {
      pad.spokenOf(target.parts());
      return numbers.setQuantity(target.to(), pad.number);
    }
    if (pad.spread >= 0 && pad.nameEnd == w && sharesWish(target)) {
      return reference(w, target);
    }
    return switch (pad.verb) {
      case REMOVE -> removal(target);
      case REPLACE -> swaps.goes(target);
      case CHANGE -> reference(w, target);
      case ADD ->
          !pad.words.isOnto(w) && isMore(w, target) && mention != null
              ? more(mention, target)
              : reference(w, target);
      case WANT, NONE ->
          isNew(w, target) && mention != null ? fresh(mention) : reference(w, target);
    };
  }

  /// "كبر البطاطس والبيبسي": both.
  private boolean sharesWish(EditTargets.Target target) {
    boolean ends = !pad.words.has(target.to()) || pad.words.isClause(target.to());
    boolean shared = ends && pad.number == null && target.parts().size() == 1;
    if (shared) {
      pad.waiting = pad.spread;
    }
    return shared;
  }

  /// "في الفول مش الطعمية": of which it was not said.
  private int notThat(EditTargets.Target target) {
    pad.denied = false;
    return target.to();
  }

  /// "نصها دجاج": what it is already.
  private boolean saysMore(Mention mention) {
    return pad.named
        && pad.number == null
        && !mention.whole()
        && pad.verb != EditVerb.REMOVE
        && pad.focus.size() == 1
        && !pad.words.isClause(mention.from())
        && mention.items().contains(pad.focus.getFirst().item);
  }

  private boolean isMore(int w, EditTargets.Target target) {
    int to = target.to();
    boolean goesOn = !pad.words.isClause(to) && pad.words.isThe(w);
    boolean described =
        goesOn
            && pad.number == null
            && (pad.words.means(to, "CHANGE")
                || target.parts().stream().anyMatch(part -> pad.tells(part, to)));
    return !described;
  }

  private int more(Mention mention, EditTargets.Target target) {
    int to = target.to();
    Integer count = pad.words.isClause(to) ? null : pad.words.number(to);
    boolean free = count == null || !pad.dishAt(pad.words.behindNumber(to));
    if (target.parts().size() == 1
        && pad.number == null
        && free
        && pad.person == null
        && pad.words.isThe(mention.from())) {
      target.parts().getFirst().quantity += count == null ? 1 : count;
      pad.spokenOf(target.parts());
      return count == null ? to : pad.words.behindNumber(to);
    }
    if (target.parts().size() == 1
        && target.parts().getFirst().options.isEmpty()
        && target.parts().getFirst().person == null
        && pad.person == null) {
      EditedPart part = target.parts().getFirst();
      Integer behind = pad.words.isClause(target.to()) ? null : pad.words.number(target.to());
      if (pad.number == null
          && behind != null
          && !pad.dishAt(pad.words.behindNumber(target.to()))) {
        pad.number = behind;
      }
      boolean counted = behind != null && pad.number != null && pad.number.equals(behind);
      EditedPart some = putIn(part.item, mention);
      some.open = false;
      return counted ? pad.words.behindNumber(target.to()) : target.to();
    }
    return fresh(mention.of(target.parts().stream().map(part -> part.item).distinct().toList()));
  }

  /// Whether a dish of the cart is ordered once more, rather than spoken of.
  private boolean isNew(int w, EditTargets.Target target) {
    int to = target.to();
    if (pad.words.ofThem(to) > to || pad.words.means(to, "REMOVE")) {
      return false;
    }
    if (pad.number != null) {
      Integer some = pad.number;
      boolean parts =
          pad.verb == EditVerb.NONE
              && target.parts().size() == 1
              && (target.parts().getFirst().quantity > some || pad.words.saysTotal())
              && (followsOther(to) || pad.words.saysTotal());
      return pad.words.ofThem(pad.words.behindNumber(to)) == pad.words.behindNumber(to) && !parts;
    }
    boolean several = target.parts().size() == 1 && target.parts().getFirst().quantity > 1;
    boolean parted =
        several
            && !pad.words.isThe(w)
            && pad.verb == EditVerb.NONE
            && (followsOther(to) || sharedOut(to));
    return (!pad.words.isThe(w) && pad.words.number(to) == null)
        ? !parted
        : (pad.verb == EditVerb.WANT && pad.words.isClause(to) && pad.words.isThe(w));
  }

  /// "طاووق لماما بلا مخلل وللبابا بجبنة".
  private boolean sharedOut(int w) {
    int t = pad.words.tagIndex(w);
    return t >= 0 && pad.persons.length(t) > 0 && pad.tellsOfOthers(w + 1);
  }

  private boolean followsOther(int w) {
    for (int i = w; i < pad.words.size(); i++) {
      if (pad.words.isOther(i)
          || pad.words.isRest(i)
          || (pad.words.isClause(i)
              && pad.words.number(i) != null
              && !pad.dishAt(pad.words.behindNumber(i)))) {
        return true;
      }
    }
    return false;
  }

  private int reference(int w, EditTargets.Target target) {
    int to = target.to();
    if (pad.number != null) {
      return counted(target, pad.number);
    }
    boolean all = pad.words.has(to) && !pad.words.isClause(to) && pad.words.isAll(to);
    Tag tag = pad.words.tag(w);
    boolean dual = tag != null && tag.mention() != null && tag.mention().dual();
    if (target.parts().size() > 1 && !all && !(dual && target.parts().size() == 2)) {
      return -1;
    }
    int cut = cut(w, target, dual ? 2 : 1);
    if (cut > 0) {
      return cut;
    }
    if (pad.corrects
        && !pad.focus.isEmpty()
        && target.parts().stream().noneMatch(pad.focus::contains)) {
      pad.corrects = false;
      boolean ends = !pad.words.has(to) || pad.words.isClause(to);
      if (ends && pad.focus.size() == 1 && target.parts().size() == 1) {
        target.parts().getFirst().remember();
        pad.focus.getFirst().handOn(target.parts().getFirst());
        pad.focus = target.parts();
        return to;
      }
      pad.focus.forEach(EditedPart::comeBack);
    }
    List<EditedPart> parts = new ArrayList<>();
    if (pad.nameEnd == w) {
      parts.addAll(pad.focus);
    }
    target.parts().stream().filter(part -> !parts.contains(part)).forEach(parts::add);
    pad.spokenOf(List.copyOf(parts));
    pad.nameEnd = all ? to + 1 : to;
    return pad.nameEnd;
  }

  /// "البرجر الاول", "شاورما منهم", "لاتيه واحد": some of a line; 0 if it is not some.
  private int cut(int w, EditTargets.Target target, int some) {
    int to = target.to();
    EditedPart part = target.parts().getFirst();
    if (target.parts().size() > 1) {
      return 0;
    }
    int them = pad.words.ofThem(to);
    if (them > to && part.quantity > some) {
      pad.cut(part, some);
      return them;
    }
    if (pad.targets.isPlace(to) && !pad.words.isClause(to) && part.quantity > 1) {
      pad.cut(part, 1);
      return pad.words.text.tags.get(pad.words.tagIndex(to)).to();
    }
    Integer behind = pad.words.number(to);
    int at = behind == null ? to : pad.words.behindNumber(to);
    if (!pad.words.isThe(w) && pad.verb == EditVerb.NONE && pad.words.ofThem(at) == at) {
      pad.cut(part, behind == null ? some : 1);
      return to;
    }
    return 0;
  }

  /// So many of what is in the cart.
  private int counted(EditTargets.Target target, Integer some) {
    int to = target.to();
    int them = pad.words.ofThem(to);
    boolean total = pad.words.saysTotal();
    if (!total && pad.verb == EditVerb.NONE && them == to && target.parts().size() == 1) {
      pad.cut(target.parts().getFirst(), some);
      return to;
    }
    if (them > to) {
      pad.number = null;
      return portions.someOf(new EditTargets.Target(target.parts(), them), some);
    }
    if (pad.verb == EditVerb.CHANGE
        && target.parts().stream().anyMatch(part -> part.quantity > some && pad.tells(part, to))) {
      return portions.someOf(target, some);
    }
    if (target.parts().size() != 1) {
      return -1;
    }
    pad.spokenOf(target.parts());
    return numbers.setQuantity(to, some);
  }

  private int fresh(Mention mention) {
    if (pad.corrects && pad.number == null && pad.lastAdded != null && !mention.dual()) {
      return meant(mention, pad.lastAdded);
    }
    if (mention.items().size() > 1 || !mention.sure()) {
      return -1;
    }
    if (pad.verb == EditVerb.REMOVE || pad.verb == EditVerb.REPLACE) {
      return -1;
    }
    MenuItem item = mention.items().getFirst();
    if (pad.added != null
        && pad.added.to == mention.from()
        && pad.number == null
        && pad.added.item.equals(item)
        && !pad.words.isClause(mention.from())) {
      // "دلة قهوة": the second word says more of the same.
      pad.added.to = mention.to();
      return mention.to();
    }
    putIn(item, mention);
    return mention.to();
  }

  /// "شاورما دجاج، قصدي لحم": another dish was meant.
  private int meant(Mention mention, EditedPart last) {
    MenuItem other = swaps.instead(mention, last);
    if (other == null) {
      return -1;
    }
    last.become(other);
    pad.corrects = false;
    pad.spokenOf(List.of(last));
    return mention.to();
  }

  private EditedPart putIn(MenuItem item, Mention mention) {
    int quantity = pad.number != null ? pad.number : mention.dual() ? 2 : 1;
    EditedPart part = pad.cart.add(item, quantity);
    part.open = pad.number == null && !mention.dual();
    part.from = mention.from();
    part.to = mention.to();
    pad.number = null;
    pad.rest = null;
    pad.spokenOf(List.of(part));
    pad.added = part;
    pad.lastAdded = part;
    return part;
  }

  private int removal(EditTargets.Target target) {
    if (target.parts().size() != 1) {
      return -1;
    }
    EditedPart part = target.parts().getFirst();
    int to = target.to();
    Integer behind =
        pad.number != null || pad.words.isClause(to) || pad.dishAt(pad.words.behindNumber(to))
            ? null
            : pad.words.number(to);
    int fewer = pad.number != null ? pad.number : behind != null ? behind : part.quantity;
    pad.spokenOf(target.parts());
    pad.number = null;
    if (fewer > part.quantity) {
      return -1;
    }
    part.quantity -= fewer;
    return behind == null ? to : pad.words.behindNumber(to);
  }
}
