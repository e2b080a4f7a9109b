package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The grammar of ordering: finds the items of a text and gives each its number, size, extras and
/// what it shall be without.
final class OrderReader {

  private final Sentence text;
  private final Notepad pad;
  private final Choices choices;
  private final SizeNumbers sizes;
  private final Options options;
  private final Extras extras;
  private final Halves halves;
  private final Wishes wishes;
  private final Items items;
  private final Swaps swaps;
  private final Exclusions exclusions;
  private final Removals removals;
  private final Commands commands;
  private final UnknownDishes unknowns;
  private final Persons persons;
  private final Portions portions;
  private final Numbers numbers;
  private final DishQuestions questions;
  private final Superlatives superlatives;

  OrderReader(MenuIndex menu, Sentence text, Turn turn) {
    this.text = text;
    this.pad = new Notepad(menu, turn, text.words);
    this.choices = new Choices(pad, text);
    Omissions omissions = new Omissions(pad, text, choices);
    this.sizes = new SizeNumbers(pad, text);
    this.options = new Options(pad, text, choices, omissions, sizes);
    this.halves = new Halves(pad, text, options);
    this.extras = new Extras(pad, text, options, choices);
    this.wishes = new Wishes(pad, text, choices);
    Splits splits = new Splits(pad, text);
    this.items = new Items(pad, text, options, splits);
    this.swaps = new Swaps(pad, text, options, items, splits);
    this.exclusions = new Exclusions(pad, text, omissions, choices, items);
    this.removals = new Removals(pad, text, omissions, choices);
    this.commands = new Commands(pad, text, options, choices, items, exclusions, removals);
    this.unknowns = new UnknownDishes(pad, text, choices, wishes, items);
    this.persons = new Persons(pad, text);
    this.portions = new Portions(pad, text, choices, persons, splits);
    this.numbers = new Numbers(pad, text, portions);
    this.questions = new DishQuestions(pad, text);
    this.superlatives = new Superlatives(pad, text);
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
        pad.retold = !first.text().startsWith("و");
      } else {
        endSentence();
      }
    } else if (text.continuesNumber(t)) {
      return;
    } else if (first.gap() == Word.Gap.COMMA
        || tag.joined()
        || text.isJoinedItem(tag)
        || text.isJoinedToItem(t)
        || tag.isOf("and")) {
      endClause();
    }
  }

  /// A line that names no item but says how the last one shall be is about that one.
  private boolean goesOn(int line) {
    Draft draft = pad.nearest();
    int t = behindCourtesy(line);
    return draft != null
        && draft.wish == Draft.Wish.ADD
        && text.isOnlyTelling(t)
        && (text.describes(t)
            || text.without(text.tags.get(t)) > 0
            || choices.option(draft, text.tags.get(t).from(), _ -> true).isPresent()
            || text.tags.get(t).number() != null
            || text.tags.get(t).isOf("no")
            || text.tags.get(t).isOf("correction"));
  }

  /// "معليش نص كيلو": what is said begins behind what is only polite.
  private int behindCourtesy(int line) {
    int t = line;
    while (t + 1 < text.tags.size()
        && (text.tags.get(t).isOf("courtesy") || text.tags.get(t).isOf("filler"))
        && text.words.get(text.tags.get(t + 1).from()).gap() != Word.Gap.LINE) {
      t++;
    }
    return t;
  }

  private void endClause() {
    numbers.useNumber();
    pad.retold = false;
    pad.clause++;
    pad.everything = false;
  }

  private void endSentence() {
    questions.endOfSentence();
    if (pad.past && pad.then && !pad.verb) {
      pad.drafts.removeIf(draft -> draft.sentence == pad.sentence && draft.wish == Draft.Wish.ADD);
    }
    pad.past = false;
    pad.then = false;
    endClause();
    pad.sentence++;
    pad.mode = Notepad.Mode.ADD;
    pad.asked = false;
    pad.verb = false;
    pad.pronoun = false;
    pad.them = false;
    pad.priceTalk = false;
    pad.adding = false;
    pad.kind = null;
    pad.inherited = null;
    persons.endSentence();
    pad.waiting.clear();
    pad.waitingWithout.clear();
  }

  private int read(int t) {
    Tag tag = text.tags.get(t);
    if (persons.forEverybodyElse(t)) {
      return pad.understand(t);
    }
    int person = persons.length(t);
    if (person > 0) {
      person(t, person);
      return t + person;
    }
    if (commands.marksLine(t, tag) || commands.namesKind(t, tag)) {
      return pad.understand(t);
    }
    if (tag.mention() != null) {
      return item(t, tag, tag.mention());
    }
    if (tag.isOf("money")) {
      pad.number = null;
      return pad.understand(t);
    }
    if (tag.isOf("measure") && options.takeWhole(tag, t)) {
      return options.after(t, tag.from());
    }
    if (tag.isOf("address") || tag.isOf("measure")) {
      pad.number = null;
      return pad.understand(t) + (text.followedByNumber(t) ? 1 : 0);
    }
    if (tag.isOf("cart_op") && commands.operation(tag, t)) {
      return pad.understand(t);
    }
    pad.past |= tag.means("PAST");
    pad.then |= tag.means("THEN");
    if (tag.isOf("question") && commands.question(tag, t)) {
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
    if (commands.negates(tag, t)) {
      if (tag.isOf("no") && removals.part(t)) {
        return pad.understand(t);
      }
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

  int item(int t, Tag tag, Mention mention) {
    if (unknowns.isRestOfUnknown(t, tag, mention)) {
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
    if (pad.mode == Notepad.Mode.ADD && unknowns.isUnknownKind(t, mention)) {
      return t + 2;
    }
    pad.understood.add(t);
    switch (pad.mode) {
      case ADD -> {
        if (!swaps.corrects(tag, mention)) {
          items.addItem(tag, mention);
        }
      }
      case CHANGE -> swaps.changeItem(tag, mention);
      case REMOVE -> {
        int next = items.removeItem(t, tag, mention);
        if (next == Items.NOT_AN_ITEM && mention.whole() && isNewClause(tag)) {
          pad.mode = Notepad.Mode.ADD;
          items.addItem(tag, mention);
          return t + 1;
        }
        return next == Items.NOT_AN_ITEM ? exclusions.without(t) : next;
      }
      case REPLACE -> swaps.replaceItem(tag, mention);
      case TELL -> items.newDraft(Draft.Wish.TELL_PRICE, tag, mention, null);
    }
    return t + 1;
  }

  private boolean isNewClause(Tag tag) {
    Word first = text.words.get(tag.from());
    return first.gap() != Word.Gap.SPACE || text.isJoinedItem(tag) || tag.joined();
  }

  private int modifier(int t, Tag tag) {
    if (pad.number != null
        && EditVocabulary.FROM_THEM.contains(text.words.get(tag.from()).text())) {
      portions.ofThem(t);
      return pad.understand(t);
    }
    if (wishes.isLittle(t) && wishes.noteOnSide(t, t)) {
      return t + 2;
    }
    if (tag.means("CATEGORY") && pad.mode == Notepad.Mode.ADD) {
      pad.kind = pad.menu.category(text.words, tag.from(), tag.to()).orElse(pad.kind);
    }
    if (removals.category(tag)) {
      return pad.understand(t);
    }
    if (tag.means("OF_THEM")) {
      portions.ofThem(t);
      return pad.understand(t);
    }
    if (portions.rest(t, tag)) {
      return pad.understand(t);
    }
    if (tag.means("ALL")) {
      pad.everything = true;
      return pad.understand(t);
    }
    if (pad.mode == Notepad.Mode.TELL && pad.asked && pad.drafts.isEmpty()) {
      return tag.isUnknown() || tag.isForeignFood() ? unknowns.read(t) : t + 1;
    }
    if (halves.read(t, tag)) {
      return options.after(t, tag.from());
    }
    if (options.denied(t, tag)) {
      return options.after(t, tag.from());
    }
    int superlative = superlatives.read(t);
    if (superlative > t) {
      return superlative;
    }
    if (options.takeWhole(tag, t)) {
      // "نفرين" is a size, and two of it; "كيلوين" may be a size of its own.
      if (tag.isOf("unit") && tag.number() != null && !sizes.isNamedSo(tag)) {
        numbers.number(t, tag.number());
      } else if (sizes.isDual(tag)) {
        numbers.number(t, 2);
      }
      return options.after(t, tag.from());
    }
    if (tag.means("MOD:WITHOUT") && exclusions.withoutFollows(t, tag)) {
      return exclusions.without(t);
    }
    if (tag.means("MOD:LIGHT") || tag.means("MOD:SIDE")) {
      return wishes.lightly(t, tag);
    }
    if (Sentence.isOptionLike(tag) && options.takeOption(tag.from(), t)) {
      if (sizes.isDual(tag)) {
        numbers.number(t, 2);
      }
      return options.after(t, tag.from());
    }
    if (wishes.isWish(tag) && wishes.note(t)) {
      return wishes.endOfNote(t);
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
      return extras.extra(t);
    }
    if (tag.isUnknown() || tag.isForeignFood()) {
      return unknowns.read(t);
    }
    return t + 1;
  }
}
