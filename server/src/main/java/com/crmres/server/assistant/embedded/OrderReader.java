package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The grammar of ordering: finds the items of a text and gives each its number, size, extras and
/// what it shall be without.
final class OrderReader {

  private static final double LEAST_LIKENESS = 0.58;

  private final Sentence text;
  private final Notepad pad;
  private final Options options;
  private final Items items;
  private final Exclusions exclusions;
  private final Persons persons;
  private final Portions portions;
  private final Numbers numbers;

  OrderReader(MenuIndex menu, Sentence text, Turn turn) {
    this.text = text;
    this.pad = new Notepad(menu, turn);
    this.options = new Options(pad, text);
    this.items = new Items(pad, text, options);
    this.exclusions = new Exclusions(pad, text, options, items);
    this.persons = new Persons(pad, text);
    this.portions = new Portions(pad, text, options, persons);
    this.numbers = new Numbers(pad, text, portions);
  }

  /// What was read: items with their wishes, and dishes that the menu does not have.
  ///
  /// @param understood the tags that were
  /// @param names the tags that stand inside a name of the menu, and so say nothing else
  record Order(
      List<Draft> drafts, List<String> notOnMenu, Set<Integer> understood, Set<Integer> names) {

    /// The tags outside the menu's names.
    List<Tag> talk(List<Tag> tags) {
      return IntStream.range(0, tags.size())
          .filter(t -> !names.contains(t))
          .mapToObj(tags::get)
          .toList();
    }
  }

  Order read() {
    for (int t = 0; t < text.tags.size(); ) {
      if (text.tags.get(t).from() < pad.skipTo) {
        t = pad.understand(t);
      } else {
        separate(t);
        t = read(t);
      }
    }
    endSentence();
    pad.keepWhatHasNoReplacement();
    Headings.drop(pad.drafts);
    return new Order(List.copyOf(pad.drafts), List.copyOf(pad.notOnMenu), pad.understood, Set.of());
  }

  private void separate(int t) {
    Tag tag = text.tags.get(t);
    Word first = text.words.get(tag.from());
    if (t > 0 && first.gap() == Word.Gap.LINE) {
      if (goesOn(t)) {
        endClause();
      } else {
        endSentence();
      }
    } else if (text.continuesNumber(t)) {
      return;
    } else if (first.gap() == Word.Gap.COMMA
        || tag.joined()
        || text.isJoinedItem(tag)
        || tag.isOf("and")) {
      endClause();
    }
  }

  /// A line that names no item but says how the last one shall be is about that one.
  private boolean goesOn(int t) {
    Draft draft = pad.nearest();
    return draft != null
        && draft.wish == Draft.Wish.ADD
        && text.isOnlyTelling(t)
        && (text.describes(t)
            || text.without(text.tags.get(t)) > 0
            || options.option(draft, text.tags.get(t).from(), _ -> true).isPresent()
            || text.tags.get(t).number() != null
            || text.tags.get(t).isOf("no")
            || text.tags.get(t).isOf("correction"));
  }

  private void endClause() {
    numbers.useNumber();
    pad.clause++;
    pad.everything = false;
  }

  private void endSentence() {
    endClause();
    pad.sentence++;
    pad.mode = Notepad.Mode.ADD;
    pad.asked = false;
    pad.verb = false;
    pad.pronoun = false;
    pad.priceTalk = false;
    pad.adding = false;
    pad.inherited = null;
    persons.endSentence();
    pad.waiting.clear();
    pad.waitingWithout.clear();
  }

  private int read(int t) {
    Tag tag = text.tags.get(t);
    int person = persons.length(t);
    if (person > 0) {
      person(t, person);
      return t + person;
    }
    if (tag.mention() != null) {
      return item(t, tag, tag.mention());
    }
    if (tag.isOf("money")) {
      pad.number = null;
      return pad.understand(t);
    }
    if (tag.isOf("address") || tag.isOf("measure")) {
      pad.number = null;
      return pad.understand(t) + (text.followedByNumber(t) ? 1 : 0);
    }
    if (tag.isOf("cart_op") && operation(tag, t)) {
      return pad.understand(t);
    }
    if (tag.isOf("question") && question(tag, t)) {
      return pad.understand(t);
    }
    if (tag.isOf("order_verb")) {
      pad.mode =
          (pad.mode == Notepad.Mode.CHANGE && pad.pronoun)
                  || (pad.mode == Notepad.Mode.TELL && !tag.joined())
              ? pad.mode
              : Notepad.Mode.ADD;
      pad.verb = true;
      pad.adding |= tag.means("ADD");
      pad.everything |= text.endsWithThem(tag);
      persons.noticeVerb(tag);
      return pad.understand(t);
    }
    if (negates(tag, t)) {
      pad.mode = tag.isOf("no") ? Notepad.Mode.REMOVE : Notepad.Mode.REPLACE;
      return pad.understand(t);
    }
    return modifier(t, tag);
  }

  private void person(int t, int length) {
    Word first = text.words.get(text.tags.get(t).from());
    if (first.text().startsWith("و") || first.gap() != Word.Gap.SPACE) {
      pad.clause++;
    }
    persons.read(t, length);
  }

  private boolean negates(Tag tag, int t) {
    boolean refusal =
        (tag.isOf("no") && tag.match() != null && tag.match().length() > 1)
            || (tag.isOf("no") && text.words.get(tag.from()).text().startsWith("ماب"));
    boolean correction = tag.isOf("negation") && !tag.isOf("modifier");
    boolean item =
        t + 1 < text.tags.size()
            && (text.tags.get(t + 1).mention() != null || text.tags.get(t + 1).isForeignFood());
    return (refusal || correction) && item && !tag.means("MOD:WITHOUT");
  }

  private boolean operation(Tag tag, int t) {
    if ((tag.means("REMOVE") && !tag.means("MOD:WITHOUT")) || text.cancelsItem(t)) {
      pad.mode = Notepad.Mode.REMOVE;
      pad.pronoun = text.endsWithPronoun(tag);
      if (pad.pronoun || text.onlyPronounFollows(t)) {
        removeFocus(t);
      }
      return true;
    }
    if (tag.means("REPLACE_WITH") || tag.means("CHANGE")) {
      pad.pronoun = text.endsWithPronoun(tag) || (tag.means("CHANGE") && text.itemsAfter(t) == 0);
      if ((tag.means("REPLACE_WITH") || text.swaps(tag)) && exclusions.instead(t)) {
        return true;
      }
      boolean replaces =
          tag.means("REPLACE_WITH") || (text.itemsAfter(t) > 1 && text.swaps(tag));
      pad.mode = replaces ? Notepad.Mode.REPLACE : Notepad.Mode.CHANGE;
      return true;
    }
    if (tag.means("RESTORE")) {
      return exclusions.restores(t);
    }
    if (tag.means("SAME_AGAIN") && text.itemsAfter(t) == 0) {
      boolean told = t > 0 && text.tags.get(t - 1).means("SAME_AGAIN");
      if (!told) {
        items.oneMore(options.differs(t));
      }
      return true;
    }
    if (tag.means("SAME_AGAIN")) {
      pad.number = 1;
    }
    return tag.means("SAME_AGAIN") || tag.means("CANCEL_ORDER");
  }

  private void removeFocus(int t) {
    if (text.itemsAfter(t) > 0 && options.nextIsIngredient(t)) {
      pad.mode = Notepad.Mode.ADD;
      return;
    }
    boolean asked = pad.turn.pending() instanceof PendingQuestion.WhichItem;
    Draft focus = text.itemsAfter(t) == 0 && !asked ? pad.focus() : null;
    if (focus != null) {
      pad.remove(focus);
    }
  }

  private boolean question(Tag tag, int t) {
    if (tag.means("Q:PRICE")) {
      pad.priceTalk = true;
      if (pad.mode == Notepad.Mode.CHANGE) {
        return true;
      }
    }
    boolean asks =
        tag.means("Q:PRICE")
            || tag.means("Q:INGREDIENTS")
            || (tag.means("Q:AVAILABLE") && (text.itemsAfter(t) > 0 || text.foodAfter(t)));
    if (asks) {
      pad.asked = true;
      if (text.itemsAfter(t) > 0 || text.foodAfter(t)) {
        pad.mode = Notepad.Mode.TELL;
      } else if (!pad.verb) {
        pad.drafts.stream()
            .filter(draft ->
                draft.sentence == pad.sentence && draft.quantity == null && draft.line == null)
            .forEach(draft -> draft.wish = Draft.Wish.TELL_PRICE);
      }
    }
    return asks;
  }

  int item(int t, Tag tag, Mention mention) {
    if (isRestOfUnknown(t, tag, mention)) {
      pad.unknownEnd = tag.to();
      return pad.understand(t);
    }
    if (items.saysMore(tag, mention)) {
      return pad.understand(t);
    }
    if (pad.mode != Notepad.Mode.REMOVE && options.waitsForItem(t, tag, mention)) {
      return options.after(t, tag.from());
    }
    if (pad.mode != Notepad.Mode.REMOVE && options.takenAsOption(tag, mention)) {
      return options.after(t, tag.from());
    }
    pad.understood.add(t);
    switch (pad.mode) {
      case ADD -> items.addItem(tag, mention);
      case CHANGE -> items.changeItem(tag, mention);
      case REMOVE -> {
        int next = items.removeItem(t, tag, mention);
        if (next == Items.NOT_AN_ITEM && mention.whole() && isNewClause(tag)) {
          pad.mode = Notepad.Mode.ADD;
          items.addItem(tag, mention);
          return t + 1;
        }
        return next == Items.NOT_AN_ITEM ? exclusions.without(t) : next;
      }
      case REPLACE -> items.replaceItem(tag, mention);
      case TELL -> items.newDraft(Draft.Wish.TELL_PRICE, tag, mention, null);
    }
    return t + 1;
  }

  private boolean isNewClause(Tag tag) {
    Word first = text.words.get(tag.from());
    return first.gap() != Word.Gap.SPACE || text.isJoinedItem(tag) || tag.joined();
  }

  private int modifier(int t, Tag tag) {
    if (tag.means("OF_THEM")) {
      portions.ofThem();
      return pad.understand(t);
    }
    if (portions.rest(t, tag)) {
      return pad.understand(t);
    }
    if (tag.means("ALL")) {
      pad.everything = true;
      return pad.understand(t);
    }
    if (options.takeWhole(tag, t)) {
      // "نفرين" is a size, and two of it.
      if (tag.isOf("unit") && tag.number() != null) {
        numbers.number(t, tag.number());
      }
      return options.after(t, tag.from());
    }
    if (tag.means("MOD:WITHOUT") && exclusions.withoutFollows(t, tag)) {
      return exclusions.without(t);
    }
    if (tag.means("MOD:LIGHT") || tag.means("MOD:SIDE")) {
      return options.lightly(t, tag);
    }
    if (Sentence.isOptionLike(tag) && options.takeOption(tag.from(), t)) {
      return options.after(t, tag.from());
    }
    if ((tag.isOf("wish") || tag.isOf("cook")) && options.note(t)) {
      return options.endOfNote(t);
    }
    if (exclusions.leavesOut(t, tag)) {
      return options.after(t, tag.from());
    }
    if (tag.number() != null) {
      numbers.number(t, text.isNegative(tag) ? -tag.number() : tag.number());
      return pad.understand(t);
    }
    if (tag.means("MOD:WITH")) {
      pad.adding = true;
      return pad.understand(t);
    }
    if (tag.means("MOD:EXTRA")) {
      pad.adding = true;
      return options.extra(t);
    }
    if (tag.isUnknown() || tag.isForeignFood()) {
      return unknown(t);
    }
    return t + 1;
  }

  private int unknown(int t) {
    if (t > 0 && pad.understood.contains(t - 1) && pad.lastOptionEnd == text.tags.get(t).from()) {
      return pad.understand(t);
    }
    int end = t;
    while (end + 1 < text.tags.size()
        && (text.tags.get(end + 1).isUnknown() || text.tags.get(end + 1).isForeignFood())
        && text.words.get(text.tags.get(end + 1).from()).gap() == Word.Gap.SPACE
        && !text.tags.get(end + 1).joined()
        && !options.fits(text.tags.get(end + 1))) {
      end++;
    }
    if (options.noteOnSide(t, end)) {
      return end + 2;
    }
    boolean wanted = wanted(t, end);
    if (wanted) {
      String phrase = text.said(t, end);
      List<MenuItem> close = pad.menu.closest(phrase, LEAST_LIKENESS, 3).toList();
      if (close.isEmpty()) {
        pad.notOnMenu.add(phrase);
        pad.number = null;
        pad.unknownEnd = text.tags.get(end).to();
        pad.current = null;
      } else {
        Tag tag = new Tag(text.tags.get(t).from(), text.tags.get(end).to(), null, null, null);
        items.newDraft(
            pad.mode == Notepad.Mode.TELL ? Draft.Wish.TELL_PRICE : Draft.Wish.ADD,
            tag,
            new Mention(tag.from(), tag.to(), close, false, false, false, false),
            null);
      }
      for (int i = t; i <= end; i++) {
        pad.understood.add(i);
      }
    }
    return end + 1;
  }

  /// "برياني لحم": a dish that is not ours, though we have its meat.
  private boolean isRestOfUnknown(int t, Tag tag, Mention mention) {
    return !mention.whole()
        && pad.unknownEnd == tag.from()
        && pad.unknownEnd > 0
        && text.words.get(tag.from()).gap() == Word.Gap.SPACE
        && t > 0;
  }

  /// Unknown words are a wish only where a dish would stand.
  private boolean wanted(int t, int end) {
    boolean food = text.tags.subList(t, end + 1).stream().anyMatch(Tag::isForeignFood);
    if (pad.mode == Notepad.Mode.REMOVE
        || pad.mode == Notepad.Mode.CHANGE
        || (pad.priceTalk && !pad.asked)
        || end - t > 3) {
      return false;
    }
    return food
        || (pad.number != null
            && t > 0
            && (text.tags.get(t - 1).number() != null || text.tags.get(t - 1).isOf("unit")))
        || (pad.verb && t > 0 && text.tags.get(t - 1).isOf("order_verb"))
        || (pad.mode == Notepad.Mode.TELL && t > 0 && text.tags.get(t - 1).isOf("question"));
  }
}
