package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads how what is spoken of shall be: sizes, choices, extras, what it shall be without.
final class EditWishes {

  private final EditPad pad;
  private final EditNumbers numbers;

  EditWishes(EditPad pad, EditNumbers numbers) {
    this.pad = pad;
    this.numbers = numbers;
  }

  boolean canLeave(int w) {
    return pad.focus.stream().anyMatch(part -> pad.options.leaving(part, w).isPresent());
  }

  int read(int w) {
    int at = pad.behindWithout(w);
    if (at > w && pad.words.has(at)) {
      pad.without = true;
      int named = leaveFrom(at);
      if (named > at) {
        return named;
      }
      int to = leave(at);
      return to > at ? to : w;
    }
    if (pad.without
        && (pad.words.isClause(w) || pad.words.isNo(w - 1) || pad.words.isOf(w - 1, "and"))
        && leave(w) > w) {
      return leave(w);
    }
    if (pad.denied) {
      return deny(w);
    }
    if (pad.words.means(w, "RESTORE")) {
      return restore(w + 1);
    }
    if (pad.words.means(w, "MOD:EXTRA") && pad.optionEnd == w) {
      return w + 1;
    }
    if (pad.words.means(w, "MOD:EXTRA") && pad.words.has(w + 1)) {
      int own = takes(w);
      int next = own > w ? own : Math.max(takes(w + 1), takesMore(w + 1));
      return next > w + 1 || own > w ? next : w;
    }
    return takes(w);
  }

  /// "نص مندي", "كيلوين كباب": the size stands before the dish; the index behind it, or `w`.
  int before(int w) {
    Tag tag = pad.words.tag(w);
    if (tag == null || tag.mention() != null || pad.waiting >= 0 || pad.verb == EditVerb.REMOVE) {
      return w;
    }
    int dish = tag.to();
    if (!pad.words.has(dish) || pad.words.isClause(dish) || !pad.dishAt(dish)) {
      return w;
    }
    Mention next = pad.words.text.tags.get(pad.words.tagIndex(dish)).mention();
    MenuItem item = next == null ? null : oneOf(next, dish);
    if (next == null || item == null) {
      return w;
    }
    boolean size =
        pad.menu
            .optionsOf(item)
            .at(pad.words.described, w, group -> group.kind() == ModifierGroup.Kind.SIZE)
            .filter(hit -> hit.to() == dish || hit.to() == next.to())
            .isPresent();
    if (size) {
      pad.waiting = w;
      boolean two = pad.number == null && isTwo(w, tag) && !isNamedSo(w, item);
      pad.number = two ? Integer.valueOf(2) : pad.number;
    }
    return size ? dish : w;
  }

  /// The dish named, or the only one of them that is in the cart.
  private @Nullable MenuItem oneOf(Mention mention, int w) {
    List<MenuItem> meant =
        mention.items().size() == 1
            ? mention.items()
            : pad.targets.byDish(w).stream()
                .flatMap(target -> target.parts().stream())
                .map(part -> part.item)
                .distinct()
                .toList();
    return meant.size() == 1 ? meant.getFirst() : null;
  }

  private boolean isTwo(int w, Tag tag) {
    boolean counted = tag.isOf("unit") && tag.number() != null && tag.number() == 2;
    return counted || pad.words.word(w).endsWith("ين");
  }

  /// "كيكة عسل قطعتين": two pieces.
  private void countDual(int w, EditedPart part) {
    Integer said = pad.words.number(w);
    if (said != null && said == 2 && !isNamedSo(w, part.item)) {
      part.quantity = 2;
      part.open = false;
    }
  }

  /// "كيلوين" may be a size of its own.
  private boolean isNamedSo(int w, MenuItem item) {
    return item.groups().stream()
        .flatMap(group -> group.options().stream())
        .anyMatch(
            option -> Word.of(option.name().ar()).getFirst().text().equals(pad.words.bare(w)));
  }

  private int deny(int w) {
    Integer dual = pad.words.isOf(w, "unit") ? pad.words.number(w) : null;
    if (pad.named && dual != null) {
      pad.denied = false;
      return numbers.recount(w, dual);
    }
    for (EditedPart part : pad.focus) {
      Optional<OptionNames.Hit> hit = pad.options.taking(part, w);
      if (hit.isPresent()) {
        if (part.options.contains(hit.get().option().id())) {
          part.doWithout(hit.get());
        }
        pad.denied = false;
        return hit.get().to();
      }
    }
    Integer said = pad.words.number(w);
    if (pad.named && said != null) {
      pad.denied = false;
      return numbers.recount(w, said);
    }
    return w;
  }

  /// "من غير سلطة في الفول": which of them it is about is said behind it.
  private int leaveFrom(int w) {
    for (EditedPart part : pad.cart.parts()) {
      OptionNames.Hit hit = pad.options.leaving(part, w).orElse(null);
      EditTargets.Target onto = hit == null ? null : pad.onto(hit.to());
      if (onto != null && onto.parts().size() == 1 && onto.parts().contains(part)) {
        pad.spokenOf(onto.parts());
        pad.options.leave(pad.focus, w);
        return onto.to();
      }
    }
    return w;
  }

  int leave(int w) {
    List<EditedPart> parts =
        pad.able(
            w,
            (part, at) ->
                pad.options.leaving(part, at).isPresent()
                    || pad.menu.optionsOf(part.item).without(pad.words.words, at).isPresent());
    int to = pad.words.has(w) ? pad.options.leave(parts, w) : w;
    pad.corrects &= to == w;
    pad.noteTold(parts);
    return to;
  }

  private int restore(int w) {
    List<EditedPart> parts = ontoOrAble(w);
    int to = pad.options.restore(parts, w);
    return to > w ? pad.behindOnto(to, parts) : w - 1;
  }

  private List<EditedPart> ontoOrAble(int w) {
    for (EditedPart part : pad.cart.parts()) {
      Optional<OptionNames.Hit> hit = pad.options.missing(part, w);
      EditTargets.Target onto = hit.map(found -> pad.onto(found.to())).orElse(null);
      if (onto != null && onto.parts().contains(part)) {
        return List.of(part);
      }
    }
    return pad.able(w, (part, at) -> pad.options.missing(part, at).isPresent());
  }

  private int takes(int w) {
    boolean dish = pad.dishAt(w) && !takenByNamed(w) && !isOneMoreWish(w) && !isPut(w);
    if (dish || focusless()) {
      return w;
    }
    List<EditedPart> parts = pad.able(w, (part, at) -> pad.options.taking(part, at).isPresent());
    if (parts.isEmpty()) {
      return missing(w);
    }
    if (pad.isPlain(w) && pad.rest != null && pad.focus.contains(pad.rest) && !pad.told.isEmpty()) {
      pad.rest.plain(pad.told);
      return w + 1;
    }
    parts.forEach(part -> pad.touched.add(part));
    int to = pad.options.take(parts, w);
    pad.optionEnd = to;
    pad.corrects = false;
    if (pad.words.isOf(w, "unit") && parts.size() == 1) {
      countDual(w, parts.getFirst());
    }
    pad.noteTold(parts);
    pad.gone = pad.gone.stream().anyMatch(parts::contains) ? List.of() : pad.gone;
    if (!pad.named) {
      pad.focus = parts;
    }
    return to;
  }

  /// "٨ وزود ثومية": the size that begins with this number, where we asked for one.
  int pieces(int w) {
    Integer said = pad.words.number(w);
    if (said == null || pad.dishAt(w + 1) || pad.focus.size() != 1) {
      return w;
    }
    return pad.options.takePieces(pad.focus.getFirst(), w, said);
  }

  private boolean focusless() {
    return pad.focus.isEmpty() && pad.verb != EditVerb.CHANGE && pad.verb != EditVerb.ADD;
  }

  /// "وزيادة جبن": of what was spoken of, not a dish of that name.
  private int takesMore(int w) {
    Tag tag = pad.words.tag(w);
    boolean dish =
        tag != null && tag.mention() != null && tag.mention().whole() && tag.mention().exact();
    return dish ? w : pad.options.take(pad.focus, w);
  }

  /// "موز ولوتس": a part of a dish's name, behind what was put on another.
  private boolean isOneMoreWish(int w) {
    Tag tag = pad.words.tag(w);
    return pad.optionEnd == w
        && tag != null
        && tag.mention() != null
        && !tag.mention().whole()
        && pad.number == null;
  }

  /// "شيل الفراولة من الوافل وحط لوتس": a part of a dish's name, put onto what is spoken of.
  private boolean isPut(int w) {
    Tag tag = pad.words.tag(w);
    return tag != null
        && tag.mention() != null
        && !tag.mention().whole()
        && pad.verb == EditVerb.ADD
        && pad.number == null
        && pad.focus.size() == 1
        && pad.options
            .taking(pad.focus.getFirst(), w)
            .filter(hit -> hit.to() >= tag.to())
            .isPresent();
  }

  private boolean takenByNamed(int w) {
    Tag tag = pad.words.tag(w);
    if (tag == null
        || tag.mention() == null
        || pad.number != null
        || !(pad.named || pad.asked || pad.corrects)) {
      return false;
    }
    boolean whole = tag.mention().whole() && tag.mention().exact();
    return pad.focus.stream()
        .map(part -> pad.options.taking(part, w))
        .flatMap(Optional::stream)
        .filter(hit -> !pad.corrects || pad.focus.getFirst().told.contains(hit.group().id()))
        .anyMatch(hit -> hit.to() >= tag.to() && !(whole && !pad.gone.isEmpty()));
  }

  private int missing(int w) {
    boolean with =
        pad.words.word(w).startsWith("ب")
            || pad.words.word(w - 1).equals("مع")
            || pad.words.word(w).startsWith("وب");
    boolean back = with || pad.verb == EditVerb.ADD || pad.verb == EditVerb.CHANGE;
    List<EditedPart> parts = !back ? List.of() : pad.named ? pad.focus : ontoOrAble(w);
    int to = pad.options.restore(parts, w);
    if (to > w) {
      return pad.behindOnto(to, parts);
    }
    return pad.isPlain(w) && pad.named ? w + 1 : w;
  }
}
