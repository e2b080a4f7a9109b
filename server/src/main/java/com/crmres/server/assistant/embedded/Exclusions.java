package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;

/// Reads lists of what is not wanted: "without onion and tomato".
final class Exclusions {

  private static final Set<String> DRINKS =
      Set.of("ITEM:COLA", "ITEM:WATER", "ITEM:JUICE", "ITEM:COFFEE", "ITEM:TEA", "ITEM:7UP");

  private final Notepad pad;
  private final Sentence text;
  private final Omissions omissions;
  private final Choices choices;
  private final Items items;

  Exclusions(Notepad pad, Sentence text, Omissions omissions, Choices choices, Items items) {
    this.pad = pad;
    this.text = text;
    this.omissions = omissions;
    this.choices = choices;
    this.items = items;
  }

  boolean withoutFollows(int t, Tag tag) {
    boolean bareNo = tag.isOf("no") && tag.match() != null && tag.match().length() == 1;
    int n = text.behindPronoun(t);
    if (n >= text.tags.size()) {
      return false;
    }
    Tag next = text.tags.get(n);
    boolean something =
        next.mention() != null
            || next.isOf("food")
            || next.isUnknown()
            || next.isOf("spice")
            || next.isOf("temp")
            || next.isOf("sugar");
    return something
        && (!bareNo || next.mention() != null || next.isOf("food") || choices.nextIsIngredient(t));
  }

  int without(int t) {
    Tag sign = text.tags.get(t);
    int next = sign.means("MOD:WITHOUT") || sign.isOf("cart_op") ? text.behindPronoun(t) : t;
    pad.understood.add(t);
    boolean first = true;
    while (next < text.tags.size() && (first || goesOn(next))) {
      Tag tag = text.tags.get(next);
      if (tag.isOf("and") || Sentence.isNor(tag)) {
        next++;
        continue;
      }
      if (removesFromCart(tag)) {
        Mention mention = tag.mention();
        if (mention != null) {
          items.removeItem(next, tag, mention);
        }
        pad.lastOptionEnd = tag.to();
      } else if (!leaveOutNow(next, tag.from())) {
        break;
      }
      pad.understood.add(next);
      int end = Math.max(pad.lastOptionEnd, tag.to());
      while (next < text.tags.size() && text.tags.get(next).from() < end) {
        pad.understood.add(next++);
      }
      first = false;
    }
    return Math.max(next, t + 1);
  }

  /// "بدل البصل حط …", "oat instead of full cream": a choice goes, another comes.
  boolean instead(int t) {
    if (t + 1 >= text.tags.size()) {
      return false;
    }
    Tag next = text.tags.get(t + 1);
    Draft near = pad.nearest();
    Draft draft =
        near != null
            ? near
            : next.mention() == null || !next.mention().whole()
                ? choices.taking(next.from())
                : null;
    boolean whole = next.mention() != null && next.mention().whole();
    OptionNames.Hit hit =
        draft == null || whole ? null : choices.anyOption(draft, next.from()).orElse(null);
    if (draft == null || hit == null) {
      return false;
    }
    draft.doWithout(hit);
    pad.current = draft;
    pad.adding = true;
    pad.skipTo = hit.to();
    pad.understood.add(t + 1);
    return true;
  }

  /// "رجع البصل": what was left out is wanted again.
  boolean restores(int t) {
    if (t + 1 >= text.tags.size()) {
      return false;
    }
    int word = text.tags.get(t + 1).from();
    Draft near = pad.nearest();
    Draft draft = near != null ? near : choices.leaving(word);
    OptionNames.Hit hit = draft == null ? null : choices.ingredient(draft, word).orElse(null);
    if (draft == null || hit == null) {
      return false;
    }
    draft.bringBack(hit);
    pad.current = draft;
    pad.skipTo = hit.to();
    pad.understood.add(t + 1);
    return true;
  }

  /// What was never left out need not come back, and is no dish of its own.
  boolean skipsPart(int t) {
    Tag next = t + 1 < text.tags.size() ? text.tags.get(t + 1) : null;
    boolean part = next != null && next.mention() != null && !next.mention().whole();
    if (part && next != null) {
      pad.skipTo = next.to();
    }
    return part;
  }

  /// "بدون ثلج" is one phrase to the lexicon; on this menu it may be an ingredient to leave out.
  boolean leavesOut(int t, Tag tag) {
    int word = tag.from() + text.without(tag);
    if (word == tag.from()) {
      return false;
    }
    if (pad.nearest() == null && text.itemFollows(t)) {
      pad.waitingWithout.add(word);
      pad.lastOptionEnd = tag.to();
      return true;
    }
    Draft near = pad.nearest();
    Draft draft = near == null ? pad.focus() : near;
    if (draft == null || (near == null && choices.ingredient(draft, word).isEmpty())) {
      return false;
    }
    for (Draft target : pad.everything ? pad.all() : List.of(draft)) {
      omissions.leaveOut(target, word);
    }
    return true;
  }

  private boolean removesFromCart(Tag tag) {
    Mention mention = tag.mention();
    if (mention == null
        || pad.lineOf(mention) == null
        || (pad.current != null && pad.current.line == null)) {
      return false;
    }
    Draft about = pad.focus();
    return about == null || choices.option(about, tag.from(), _ -> true).isEmpty();
  }

  private boolean goesOn(int next) {
    Tag tag = text.tags.get(next);
    if ((tag.isOf("and") || Sentence.isNor(tag)) && next + 1 < text.tags.size()) {
      return isIngredient(text.tags.get(next + 1));
    }
    boolean linked =
        tag.joined()
            || text.words.get(tag.from()).gap() == Word.Gap.COMMA
            || text.words.get(tag.from()).text().startsWith("و")
            || text.tags.get(next - 1).isOf("and")
            || Sentence.isNor(text.tags.get(next - 1));
    return linked && text.words.get(tag.from()).gap() != Word.Gap.LINE && isIngredient(tag);
  }

  private boolean isIngredient(Tag tag) {
    if (isDish(tag) && text.describes(text.tags.indexOf(tag) + 1)) {
      return false;
    }
    Draft draft = pad.current != null && pad.drafts.contains(pad.current) ? pad.current : null;
    boolean listed =
        draft != null
            && choices
                .ingredient(draft, tag.from())
                .filter(hit -> !isDish(tag) || hit.to() >= tag.to())
                .isPresent();
    return listed
        || (tag.mention() == null && tag.isForeignFood() && DRINKS.stream().noneMatch(tag::means));
  }

  private static boolean isDish(Tag tag) {
    return tag.mention() != null && tag.mention().whole();
  }

  private boolean leaveOutNow(int t, int word) {
    Draft draft =
        pad.current != null
                && pad.drafts.contains(pad.current)
                && pad.current.sentence == pad.sentence
            ? pad.current
            : null;
    if (draft == null && text.itemFollows(t)) {
      pad.waitingWithout.add(word);
      pad.lastOptionEnd = text.tags.get(t).to();
      return true;
    }
    if (draft == null) {
      draft = pad.focus();
    }
    if (draft == null) {
      return false;
    }
    for (Draft target : pad.everything ? pad.all() : List.of(withIngredient(draft, word))) {
      omissions.leaveOut(target, word);
    }
    return true;
  }

  /// "برجر وكولا بدون مخلل": a drink has no pickles.
  private Draft withIngredient(Draft draft, int word) {
    if (choices.anyOption(draft, word).isPresent()) {
      return draft;
    }
    return pad.drafts.reversed().stream()
        .filter(other -> other.sentence == pad.sentence && other.wish == Draft.Wish.ADD)
        .filter(other -> choices.ingredient(other, word).isPresent())
        .findFirst()
        .orElse(draft);
  }
}
