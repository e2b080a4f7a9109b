package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives items their sizes, extras and what they shall be without.
final class Options {

  private static final Set<String> DENIALS = Set.of("مو", "مش", "مب", "موب", "ليس", "ليست");

  private static final Set<String> INSIDE =
      Set.of("داخله", "داخلها", "داخلهم", "جواه", "جواها", "جوا", "جواته", "جواتها", "بداخله");

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;
  private final Omissions omissions;
  private final SizeNumbers numbers;

  Options(Notepad pad, Sentence text, Choices choices, Omissions omissions, SizeNumbers numbers) {
    this.numbers = numbers;
    this.pad = pad;
    this.text = text;
    this.choices = choices;
    this.omissions = omissions;
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
                || pad.everything
                || isInside(tag)
                || (draft.sentence == pad.sentence
                    && (draft.clause == pad.clause || (pad.adding && !mention.whole()))));
    boolean itsOwn = draft != null && isItsOwn(draft, tag);
    if (draft == null || !(near || itsOwn) || pad.number != null || pad.mode == Notepad.Mode.TELL) {
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
            .filter(found -> (found.whole() || !mention.exact()) && found.to() >= tag.to());
    if (hit.isPresent()) {
      List<Draft> targets = pad.everything ? pad.all() : List.of(draft);
      targets.forEach(target -> take(target, tag.from()));
    }
    return hit.isPresent();
  }

  /// "والبطاطس داخله": what is put into the dish just named.
  private boolean isInside(Tag tag) {
    return tag.to() < text.words.size()
        && INSIDE.contains(text.words.get(tag.to()).text())
        && text.words.get(tag.to()).gap() == Word.Gap.SPACE;
  }

  /// "والصوص كوكتيل": which sauce the dish just named shall have, not a dish of its own.
  private boolean isItsOwn(Draft draft, Tag tag) {
    return draft.sentence == pad.sentence
        && text.isDefinite(tag)
        && draft.items.stream()
            .anyMatch(item -> pad.menu.optionsOf(item).isKind(text.words.get(tag.from())));
  }

  void useWaiting(Draft draft) {
    pad.waiting.forEach(word -> take(draft, word));
    pad.waitingWithout.forEach(word -> omissions.leaveOut(draft, word));
    pad.waiting.clear();
    pad.waitingWithout.clear();
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

  /// "مش حارة": a choice that it shall not be.
  boolean denied(int t, Tag tag) {
    Tag before = t == 0 ? null : text.tags.get(t - 1);
    boolean not =
        before != null
            && Sentence.isNor(before)
            && !before.isOf("no")
            && DENIALS.contains(text.words.get(before.from()).text())
            && text.words.get(tag.from()).gap() == Word.Gap.SPACE
            && tag.mention() == null;
    Draft near = not ? pad.nearest() : null;
    Draft draft = near == null && not ? focusFor(tag.from()) : near;
    OptionNames.Hit hit =
        draft == null
            ? null
            : choices.option(draft, tag.from(), group -> group.max() == 1).orElse(null);
    if (draft == null || hit == null) {
      return false;
    }
    pad.lastOptionEnd = hit.to();
    draft.doWithout(hit);
    return true;
  }

  /// "دبل" is a number, and "بدون سكر" leaves out, except where an option is called so.
  boolean takeWhole(Tag tag, int t) {
    Draft near = pad.nearest();
    Mention next = text.itemFollows(t) ? text.nextMention(t) : null;
    Draft counted = near == null && next == null && pad.answersChoice() ? pad.focus() : near;
    OptionNames.Hit pieces = counted == null ? null : numbers.pieces(counted, tag, t).orElse(null);
    if (counted != null && pieces != null && (near != null || isFraction(tag))) {
      take(counted, pieces);
      return true;
    }
    Draft asked = near == null && next == null && pad.answersChoice() ? pad.focus() : near;
    List<MenuItem> items = next != null ? next.items() : asked == null ? List.of() : asked.items;
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

  private static boolean isFraction(Tag tag) {
    return tag.number() != null && tag.number() < 1;
  }

  /// "نص دجاجة مندي": the half of it is read, the dish is not.
  private boolean isRead(Tag tag, int from) {
    boolean dish = tag.mention() != null && tag.mention().whole() && tag.to() > pad.lastOptionEnd;
    return tag.from() == from
        || (tag.from() < pad.lastOptionEnd && !dish && !isDishOfPart(tag, from));
  }

  /// "نص فروج": the half is a phrase with it, but it is the dish.
  private boolean isDishOfPart(Tag tag, int from) {
    Mention mention = tag.mention();
    return mention != null
        && mention.exact()
        && mention.sure()
        && mention.items().size() == 1
        && text.tags.stream()
            .anyMatch(part -> part.from() == from && part.number() != null && part.number() < 1);
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
        && !(pad.retold && pad.number == null)
        && near.wish == Draft.Wish.ADD
        && !text.itemFollows(t)
        && choices
            .option(near, word, group -> group.max() == 1)
            .filter(hit ->
                near.answered.contains(hit.group().id())
                    || (pad.number != null
                        && near.quantity != null
                        && hit.group().kind() == ModifierGroup.Kind.SIZE))
            .filter(hit -> isBest(near, word, hit))
            .isPresent();
  }

  /// "Shot" is the extra shot, and no misspelt "hot".
  private boolean isBest(Draft near, int word, OptionNames.Hit hit) {
    return choices
        .option(near, word, _ -> true)
        .filter(best -> best.option().id().equals(hit.option().id()))
        .isPresent();
  }

  @Nullable Draft focusFor(int word) {
    CartLine asked = pad.askedLine().orElse(null);
    CartLine line =
        asked != null || pad.turn.cart().isEmpty() ? asked : pad.turn.cart().lines().getLast();
    MenuItem item = line == null ? null : pad.menu.item(line.itemId()).orElse(null);
    boolean fits =
        item != null && pad.menu.optionsOf(item).at(text.words, word, _ -> true).isPresent();
    if (fits || pad.current != null) {
      return pad.focus();
    }
    // What the last line cannot be, one before it may.
    Draft earlier = asked == null ? choices.taking(word) : null;
    pad.current = earlier == null ? pad.current : earlier;
    return earlier;
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

  boolean takeFor(Draft draft, int word) {
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
  Optional<OptionNames.Hit> preferred(Draft draft, int word) {
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
                    .at(text.words, word, Options::tellsApart)
                    .filter(OptionNames.Hit::whole)
                    .isPresent())
            .toList();
    if (draft.line == null && !sized.isEmpty()) {
      draft.items = sized;
    }
  }

  /// "فلافل صاج": of what is called so, only the sandwich has a bread.
  private static boolean tellsApart(ModifierGroup group) {
    return group.kind() == ModifierGroup.Kind.SIZE || group.kind() == ModifierGroup.Kind.CHOICE;
  }

  private void take(Draft draft, OptionNames.Hit hit) {
    pad.lastOptionEnd = hit.to();
    pad.adding |= hit.group().kind() == ModifierGroup.Kind.ADDON;
    draft.take(hit);
    draft.to = Math.max(draft.to, hit.to());
  }
}
