package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives items their sizes, extras and what they shall be without.
final class Options {

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;

  Options(Notepad pad, Sentence text, Choices choices) {
    this.pad = pad;
    this.text = text;
    this.choices = choices;
  }

  /// "زنجر بيبسي": the drink is the meal's, not a second item; an answer to our question is one
  /// too.
  boolean takenAsOption(Tag tag, Mention mention) {
    Draft answer =
        pad.answersChoice() && !pad.verb && pad.number == null && pad.drafts.isEmpty()
            ? pad.focus()
            : null;
    Draft onto = answer == null && pad.current == null && text.isOntoIt(tag) ? pad.focus() : answer;
    Draft draft = onto != null ? onto : pad.current;
    boolean near =
        draft != null
            && (onto != null
                || (draft.sentence == pad.sentence
                    && (draft.clause == pad.clause || (pad.adding && !mention.whole()))));
    if (draft == null || !near || pad.number != null || pad.mode == Notepad.Mode.TELL) {
      return false;
    }
    Optional<OptionNames.Hit> hit =
        choices
            .option(
                draft,
                tag.from(),
                group ->
                    (group.max() > 1 || !draft.answered.contains(group.id()))
                        && group.kind() != ModifierGroup.Kind.REMOVE)
            .filter(found -> found.whole() && found.to() >= tag.to());
    if (hit.isPresent()) {
      List<Draft> targets = pad.everything ? pad.all() : List.of(draft);
      targets.forEach(target -> take(target, tag.from()));
    }
    return hit.isPresent();
  }

  void useWaiting(Draft draft) {
    pad.waiting.forEach(word -> take(draft, word));
    pad.waitingWithout.forEach(word -> leaveOut(draft, word));
    pad.waiting.clear();
    pad.waitingWithout.clear();
  }

  /// What could come on top and was not asked for: the kitchen is told to leave it.
  private boolean isExtra(Draft draft, OptionNames.Hit hit) {
    return hit.group().kind() == ModifierGroup.Kind.ADDON
        && !draft.has(hit.option().id())
        && !pad.everything;
  }

  /// Where the reading goes on behind an option that began at word `from`.
  int after(int t, int from) {
    int next = t;
    while (next < text.tags.size() && isRead(text.tags.get(next), from)) {
      pad.understood.add(next++);
    }
    return next;
  }

  /// "زود جبنة على البرجر": the cheese belongs to the burger that is named after it.
  boolean waitsForItem(int t, Tag tag, Mention mention) {
    Mention next = text.ontoMention(t);
    if (mention.whole() || pad.number != null || next == null) {
      return false;
    }
    pad.waiting.add(tag.from());
    return wouldFit(tag.from(), next);
  }

  /// "One more like it, but …".
  boolean differs(int t) {
    int next = t + 1;
    while (next < text.tags.size()
        && (text.tags.get(next).means("SAME_AGAIN") || text.tags.get(next).means("MOD:ONLY"))) {
      next++;
    }
    return next < text.tags.size()
        && text.words.get(text.tags.get(next).from()).gap() != Word.Gap.LINE
        && (text.describes(next)
            || text.without(text.tags.get(next)) > 0
            || (pad.turn.cart().isEmpty()
                ? choices.fits(text.tags.get(next))
                : focusFor(text.tags.get(next).from()) != null
                    && text.tags.get(next).mention() == null
                    && choices.isChoice(text.tags.get(next))));
  }

  /// "دبل" is a number, and "بدون سكر" leaves out, except where an option is called so.
  boolean takeWhole(Tag tag, int t) {
    Draft near = pad.nearest();
    Mention next = text.itemFollows(t) ? text.nextMention(t) : null;
    List<MenuItem> items = next != null ? next.items() : near == null ? List.of() : near.items;
    boolean named =
        items.stream()
            .flatMap(
                item -> pad.menu.optionsOf(item).at(text.words, tag.from(), _ -> true).stream())
            .anyMatch(hit ->
                hit.whole()
                    && hit.group().kind() != ModifierGroup.Kind.REMOVE
                    && hit.to() >= tag.to());
    return named && takeOption(tag.from(), t);
  }

  /// "نص دجاجة مندي": the half of it is read, the dish is not.
  private boolean isRead(Tag tag, int from) {
    boolean dish = tag.mention() != null && tag.mention().whole() && tag.to() > pad.lastOptionEnd;
    return tag.from() == from || (tag.from() < pad.lastOptionEnd && !dish);
  }

  boolean takeOption(int word, int t) {
    Draft near = pad.nearest();
    if (near != null
        && (near.clause == pad.clause || !text.itemFollows(t))
        && splits(near, word, t)) {
      near = near.again();
      near.clause = pad.clause;
      near.quantity = pad.number;
      pad.number = null;
      pad.drafts.add(near);
      pad.current = near;
    }
    if (near != null
        && (near.clause == pad.clause || !text.itemFollows(t))
        && takeFor(near, word)) {
      return true;
    }
    if (text.itemFollows(t) || isSaidBeforeItem(near, t)) {
      pad.waiting.add(word);
      return wouldFit(word, t);
    }
    boolean aboutFocus =
        pad.mode == Notepad.Mode.CHANGE
            || pad.answersChoice()
            || pad.everything
            || (!pad.turn.cart().isEmpty() && near == null);
    Draft focus = aboutFocus ? focusFor(word) : null;
    return focus != null && takeFor(focus, word);
  }

  /// "ابغاها تورتيلا، شاورما دجاج": how it shall be is said before what.
  private boolean isSaidBeforeItem(@Nullable Draft near, int t) {
    return near == null
        && pad.verb
        && pad.drafts.isEmpty()
        && pad.turn.cart().isEmpty()
        && text.nextMention(t) != null;
  }

  /// "شاورما ثنتين كبير وواحدة صغير": another portion with another size.
  private boolean splits(Draft near, int word, int t) {
    return near.clause != pad.clause
        && near.wish == Draft.Wish.ADD
        && !text.itemFollows(t)
        && choices
            .option(near, word, group -> group.max() == 1)
            .filter(hit ->
                near.answered.contains(hit.group().id())
                    || (pad.number != null
                        && near.quantity != null
                        && hit.group().kind() == ModifierGroup.Kind.SIZE))
            .isPresent();
  }

  private @Nullable Draft focusFor(int word) {
    CartLine asked = pad.askedLine().orElse(null);
    CartLine line =
        asked != null || pad.turn.cart().isEmpty() ? asked : pad.turn.cart().lines().getLast();
    MenuItem item = line == null ? null : pad.menu.item(line.itemId()).orElse(null);
    boolean fits =
        item != null && pad.menu.optionsOf(item).at(text.words, word, _ -> true).isPresent();
    return fits || pad.current != null ? pad.focus() : null;
  }

  private boolean wouldFit(int word, int t) {
    Mention mention = text.nextMention(t);
    return mention != null && wouldFit(word, mention);
  }

  private boolean wouldFit(int word, Mention mention) {
    Optional<OptionNames.Hit> hit =
        mention.items().stream()
            .flatMap(item -> pad.menu.optionsOf(item).at(text.words, word, _ -> true).stream())
            .findFirst();
    hit.ifPresent(found -> pad.lastOptionEnd = found.to());
    if (hit.isEmpty()) {
      pad.waiting.removeLast();
    }
    return hit.isPresent();
  }

  private boolean takeFor(Draft draft, int word) {
    Optional<OptionNames.Hit> hit = preferred(draft, word);
    if (hit.isEmpty()) {
      return false;
    }
    pad.lastOptionEnd = hit.get().to();
    for (Draft target : pad.everything ? pad.all() : List.of(draft)) {
      take(target, word);
    }
    return true;
  }

  /// What is said without "without" is first something to take.
  private Optional<OptionNames.Hit> preferred(Draft draft, int word) {
    return choices.option(draft, word, group -> group.kind() != ModifierGroup.Kind.REMOVE);
  }

  private void take(Draft draft, int word) {
    narrow(draft, word);
    for (MenuItem item : draft.items) {
      pad.menu
          .optionsOf(item)
          .at(text.words, word, group -> group.kind() != ModifierGroup.Kind.REMOVE)
          .ifPresent(hit -> take(draft, hit));
    }
  }

  /// "حبة كاملة مندي": only the chicken comes in that size.
  private void narrow(Draft draft, int word) {
    List<MenuItem> sized =
        draft.items.stream()
            .filter(item ->
                pad.menu
                    .optionsOf(item)
                    .at(text.words, word, group -> group.kind() == ModifierGroup.Kind.SIZE)
                    .filter(OptionNames.Hit::whole)
                    .isPresent())
            .toList();
    if (draft.line == null && !sized.isEmpty()) {
      draft.items = sized;
    }
  }

  private void take(Draft draft, OptionNames.Hit hit) {
    pad.lastOptionEnd = hit.to();
    pad.adding |= hit.group().kind() == ModifierGroup.Kind.ADDON;
    draft.take(hit);
    draft.to = Math.max(draft.to, hit.to());
  }

  int extra(int t) {
    int next = t + 1;
    if (next < text.tags.size()
        && text.tags.get(next).mention() == null
        && !text.tags.get(next).isForeignFood()) {
      return pad.understand(t);
    }
    Draft focus =
        pad.current != null && pad.drafts.contains(pad.current)
            ? pad.current
            : pad.turn.cart().isEmpty() ? null : focusOnCart(next);
    if (next < text.tags.size() && focus != null && pad.number == null) {
      int word = text.tags.get(next).from();
      if (takeFor(focus, word) || takeForEarlier(word)) {
        return after(t, text.tags.get(t).from());
      }
      if (text.tags.get(next).mention() == null || isIngredient(focus, text.tags.get(next))) {
        focus.notes.add(text.said(t, next));
        pad.understood.add(next);
        return pad.understand(t) + 1;
      }
    }
    return pad.understand(t);
  }

  /// "كتري طحينة": more of what is in it, not a dip of its own.
  private boolean isIngredient(Draft draft, Tag tag) {
    return tag.mention() != null
        && !tag.mention().whole()
        && choices.ingredient(draft, tag.from()).isPresent();
  }

  /// "مندي وبيبسي وزيادة رز": what the drink cannot have is for the dish before it.
  private boolean takeForEarlier(int word) {
    return pad.drafts.reversed().stream()
        .filter(draft -> draft.sentence == pad.sentence && draft.wish == Draft.Wish.ADD)
        .filter(draft -> preferred(draft, word).filter(OptionNames.Hit::whole).isPresent())
        .findFirst()
        .filter(draft -> takeFor(draft, word))
        .isPresent();
  }

  private @Nullable Draft focusOnCart(int next) {
    return next < text.tags.size() ? focusFor(text.tags.get(next).from()) : null;
  }

  void leaveOut(Draft draft, int word) {
    Optional<OptionNames.Hit> hit =
        choices
            .option(draft, word, group -> Choices.isChosen(draft, group))
            .filter(found -> draft.has(found.option().id()))
            .or(() -> choices.ingredient(draft, word))
            .or(() ->
                choices
                    .option(draft, word, _ -> true)
                    .map(found -> choices.ingredientOf(draft, found)));
    if (hit.isPresent() && isExtra(draft, hit.get())) {
      pad.lastOptionEnd = hit.get().to();
      draft.notes.add(Notes.WITHOUT + Sentence.said(text.words, word, hit.get().to()));
    } else if (hit.isPresent()) {
      pad.lastOptionEnd = hit.get().to();
      draft.doWithout(hit.get());
      draft.to = Math.max(draft.to, hit.get().to());
    } else {
      pad.lastOptionEnd = word + 1;
      if (pad.everything) {
        return;
      }
      draft.notes.add(Notes.WITHOUT + text.words.get(word).text());
    }
  }
}
