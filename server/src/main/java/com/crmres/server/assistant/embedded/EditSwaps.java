package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads that one dish comes in the place of another.
final class EditSwaps {

  private final EditPad pad;

  EditSwaps(EditPad pad) {
    this.pad = pad;
  }

  int insteadOf(EditTargets.Target target) {
    if (target.parts().size() != 1 || pad.added == null) {
      return -1;
    }
    EditedPart old = target.parts().getFirst();
    MenuItem item = pad.added.item;
    Set<UUID> said = new LinkedHashSet<>(pad.added.options);
    boolean open = pad.added.open;
    int quantity = pad.added.quantity;
    pad.added.quantity = 0;
    old.become(item);
    old.options.addAll(said);
    if (!open) {
      old.quantity = quantity;
    }
    pad.added = null;
    pad.denied = false;
    pad.spokenOf(List.of(old));
    return target.to();
  }

  /// "خلها لحم": what was spoken of becomes another.
  boolean becomes(EditTargets.@Nullable Target target, Mention mention) {
    boolean verbless = pad.verb == EditVerb.NONE && pad.named && pad.added == null;
    return ((pad.verb == EditVerb.CHANGE && (pad.named || pad.pronoun)) || verbless)
        && pad.focus.size() == 1
        && pad.number == null
        && !pad.words.isClause(mention.from())
        && (target == null || target.parts().stream().noneMatch(pad.focus::contains))
        && !pad.words.text.isDefinite(pad.words.text.tags.get(pad.words.tagIndex(mention.from())))
        && instead(mention, pad.focus.getFirst()) != null
        && (pad.verb == EditVerb.CHANGE
            || pad.menu.sameCategory(
                pad.focus.getFirst().item.id(), mention.items().getFirst().id()));
  }

  int goes(EditTargets.Target target) {
    if (pad.added != null && target.parts().size() == 1) {
      return insteadOf(target);
    }
    if (target.parts().size() != 1) {
      return -1;
    }
    Integer some = pad.number;
    EditedPart part = target.parts().getFirst();
    if (some != null && some <= part.quantity) {
      part = pad.cut(part, some);
    } else {
      pad.spokenOf(target.parts());
    }
    pad.number = null;
    pad.gone = List.of(part);
    return target.to();
  }

  /// "خلي الكنافة جبنة", where the only kunafa there is one with cream.
  boolean ofKin(int w, Mention mention) {
    MenuItem item = mention.items().getFirst();
    List<EditedPart> kin =
        pad.cart.parts().stream()
            .filter(part -> pad.menu.sameCategory(part.item.id(), item.id()))
            .filter(part -> head(part.item).equals(head(item)))
            .toList();
    boolean one =
        pad.verb == EditVerb.CHANGE
            && pad.words.isDefinite(w)
            && pad.number == null
            && mention.length() > 1
            && mention.items().size() == 1
            && kin.size() == 1;
    if (one) {
      pad.focus = kin;
    }
    return one;
  }

  private static String head(MenuItem item) {
    return item.name().ar().split(" ", 2)[0];
  }

  /// "مانجو بداله": it comes in the place of what was spoken of last.
  int inPlace(Mention mention) {
    if (pad.gone.isEmpty() && pad.focus.size() != 1 && pad.lastAdded != null) {
      pad.focus = List.of(pad.lastAdded);
    }
    int to = replacement(mention);
    return to > 0 ? to + 1 : to;
  }

  int replacement(Mention mention) {
    List<EditedPart> old = pad.gone.isEmpty() ? pad.focus : pad.gone;
    if (old.size() != 1) {
      return -1;
    }
    MenuItem other = instead(mention, old.getFirst());
    if (other == null) {
      return -1;
    }
    pad.became = old.getFirst().item;
    old.getFirst().become(other);
    if (pad.number != null || mention.dual()) {
      old.getFirst().quantity = pad.number == null ? 2 : pad.number;
      pad.number = null;
    }
    pad.gone = List.of();
    pad.corrects = false;
    pad.spokenOf(old);
    return mention.to();
  }

  /// The dish meant that comes in the place of a part: of the same kind, named alike.
  @Nullable MenuItem instead(Mention mention, EditedPart part) {
    List<MenuItem> others =
        mention.items().stream().filter(item -> !item.id().equals(part.item.id())).toList();
    List<MenuItem> same =
        others.stream().filter(item -> pad.menu.sameCategory(item.id(), part.item.id())).toList();
    List<MenuItem> meant = same.isEmpty() ? others : same;
    if (meant.size() < 2) {
      return meant.isEmpty() || (same.isEmpty() && !mention.sure()) ? null : meant.getFirst();
    }
    List<MenuItem> alike = meant.stream().filter(item -> isAlike(item, part.item)).toList();
    return alike.size() == 1 ? alike.getFirst() : null;
  }

  /// "شاورما لحم" for "شاورما دجاج": names that differ in a word.
  private static boolean isAlike(MenuItem one, MenuItem other) {
    List<String> first = List.of(one.name().ar().split(" "));
    List<String> second = new ArrayList<>(List.of(other.name().ar().split(" ")));
    int length = second.size();
    second.removeAll(first);
    return first.size() == length && second.size() == 1;
  }

  int replaces(int w, Tag tag) {
    int next = tag.to();
    if (pad.pronoun
        && pad.focus.stream().anyMatch(part -> pad.options.taking(part, next).isPresent())) {
      return next;
    }
    int before = behindWhatWas(next);
    if (before > next) {
      pad.verb = EditVerb.CHANGE;
      return before;
    }
    if (pad.words.has(next)
        && pad.targets.byDish(next).isEmpty()
        && pad.words.number(next) == null) {
      List<EditedPart> having =
          (pad.named ? pad.focus : pad.cart.parts())
              .stream()
                  .filter(part ->
                      pad.options.leaving(part, next).filter(part::has).isPresent()
                          || pad.options.taking(part, next).filter(part::has).isPresent())
                  .toList();
      if (having.size() == 1) {
        OptionNames.Hit hit =
            pad.options
                .taking(having.getFirst(), next)
                .or(() -> pad.options.leaving(having.getFirst(), next))
                .orElseThrow();
        if (!having.getFirst().told.contains(hit.group().id())) {
          having.getFirst().doWithout(hit);
        }
        pad.spokenOf(having);
        pad.verb = EditVerb.CHANGE;
        return hit.to();
      }
      return pad.targets.at(next).isEmpty() ? -1 : next;
    }
    return next;
  }

  /// "ثلاث بدل واحد", "كيلو بدل نص", "لحم بدل دجاج": how it was need not be undone.
  private int behindWhatWas(int w) {
    if (!pad.named || pad.focus.size() != 1) {
      return w;
    }
    EditedPart part = pad.focus.getFirst();
    Tag tag = pad.words.tag(w);
    if (pad.became != null && tag != null && tag.mention() != null) {
      return tag.mention().items().contains(pad.became) ? tag.to() : w;
    }
    if (pad.words.number(w) != null
        && !pad.dishAt(pad.words.behindNumber(w))
        && !pad.words.isFrom(pad.words.behindNumber(w))) {
      return pad.words.behindNumber(w);
    }
    return pad.options
        .taking(part, w)
        .filter(hit ->
            part.told.contains(hit.group().id()) && !part.options.contains(hit.option().id()))
        .map(OptionNames.Hit::to)
        .orElse(w);
  }
}
