package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;

/// The grammar of English orders: number, size and dish, then what it comes with and without.
final class EnglishReader {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad = new EnglishNotepad();
  private final EnglishKinds kinds;
  private final EnglishWaiting waiting;
  private final EnglishPortions portions;
  private final EnglishPersons persons;
  private final EnglishTalk talk;
  private final EnglishChange change;
  private final EnglishChanges changes;
  private final EnglishNumbers numbers;
  private final EnglishOrdinals ordinals;
  private final EnglishEveryDish everyDish;
  private final EnglishWishes wishes;
  private final EnglishNames names;
  private final EnglishEdits edits;
  private final EnglishEaters eaters;
  private final EnglishRetelling retelling;
  private final EnglishCompany company;

  EnglishReader(EnglishBook book, List<EnglishPiece> pieces, Lexicon lexicon) {
    this.book = book;
    text = new EnglishSentence(pieces);
    retelling = new EnglishRetelling(book, text);
    kinds = new EnglishKinds(book, text, pad);
    waiting = new EnglishWaiting(book);
    portions = new EnglishPortions(book, pad, kinds, waiting);
    persons = new EnglishPersons(book, text, pad, portions);
    company = new EnglishCompany(book, text, pad, portions);
    eaters = new EnglishEaters(book, text, pad, portions, lexicon);
    EnglishHeads heads = new EnglishHeads(book, text);
    EnglishUnknowns unknowns = new EnglishUnknowns(book, text, pad, persons, lexicon);
    talk = new EnglishTalk(book, text, pad, heads, portions, unknowns, lexicon);
    change = new EnglishChange(pad);
    EnglishReplacements replacements = new EnglishReplacements(book, text, pad, change);
    EnglishReferences references = new EnglishReferences(book, text, pad, change, replacements);
    EnglishSwaps swaps = new EnglishSwaps(book, pad, heads, change, replacements);
    EnglishRecounts recounts = new EnglishRecounts(book, text, pad, heads, portions, change);
    changes = new EnglishChanges(book, text, pad, portions, change, replacements, recounts);
    numbers = new EnglishNumbers(book, text, pad, heads, portions, change, recounts, replacements);
    ordinals = new EnglishOrdinals(book, text, pad, heads, portions);
    everyDish = new EnglishEveryDish(book, text, pad);
    EnglishMeanings meanings =
        new EnglishMeanings(book, text, pad, heads, kinds, change, references);
    wishes = new EnglishWishes(book, text, pad, heads, portions, waiting, references, swaps);
    edits =
        new EnglishEdits(
            book, text, pad, new EnglishEffects(book, pad, portions, change, replacements));
    EnglishDishes dishes =
        new EnglishDishes(book, text, pad, portions, kinds, references, replacements);
    names =
        new EnglishNames(
            book, text, pad, heads, portions, kinds, everyDish, meanings, wishes, dishes, unknowns);
  }

  OrderReader.Order read(List<Tag> tags) {
    for (int t = 0; t < text.size(); ) {
      separate(t);
      t = talk.tellsOfThePast(t) ? text.endOfLine(t) : Math.max(t + 1, read(t));
      retelling.notice(pad.wanted);
      company.notice();
    }
    endSentence();
    waiting.inferAll();
    persons.settle();
    retelling.settle();
    waiting.answerCount();
    book.narrow();
    book.drafts.removeIf(draft -> draft.wish == Draft.Wish.CHANGE && !draft.changesSomething());
    EnglishHeard heard = new EnglishHeard(text, tags);
    return new OrderReader.Order(
        List.copyOf(book.drafts), List.copyOf(book.notOnMenu), heard.understood(), heard.inNames());
  }

  /// What stands before a piece ends sentences, clauses and lists.
  private void separate(int t) {
    EnglishPiece piece = text.at(t);
    if (t > 0 && piece.gap() == Word.Gap.LINE) {
      endSentence();
    } else if (piece.gap() == Word.Gap.COMMA) {
      pad.boundary = true;
      change.endClause();
      endNegation(t);
    }
    if (t > 0 && piece.colon() && pad.current != null && pad.open == null) {
      portions.head(pad.current);
      kinds.listed(pad.current);
      if (!piece.is(Part.NUMBER) || !portions.hasPortions()) {
        list(Way.TAKE);
      }
    }
  }

  private void endSentence() {
    portions.close();
    company.endSentence();
    pad.endSentence();
    change.endSentence();
  }

  /// "With cheese, no beans, salsa": the "no" is of the beans only, unless an "or" follows.
  private void endNegation(int t) {
    if (pad.way != Way.WITHOUT || pad.direct || !pad.positive || !pad.shortNegation) {
      return;
    }
    for (int i = t; i < t + 5; i++) {
      if (text.is(i, Part.OR)) {
        return;
      }
    }
    pad.way = Way.TAKE;
  }

  private int read(int t) {
    int next = readPiece(t);
    if (!text.is(t, Part.SKIP, Part.THE)) {
      pad.boundary = text.is(t, Part.AND, Part.OR, Part.BUT, Part.VERB, Part.ADD);
      pad.lastEnd = Math.max(t + 1, next);
    }
    return next;
  }

  private int readPiece(int t) {
    Part part = text.at(t).part();
    if (pad.question && !(part == Part.VERB && talk.wishes(t))) {
      return talk.ask(t);
    }
    int counted = company.read(t);
    if (counted > t) {
      return counted;
    }
    int named = eaters.read(t);
    if (named > t) {
      return named;
    }
    int edited = edits.read(t);
    if (edited > t) {
      return edited;
    }
    if (part == null) {
      return names.read(t);
    }
    boolean inside = text.said(t).equals("in");
    if ((part == Part.ON || inside) && text.isOnlyOption(t + 1)) {
      list(Way.TAKE);
      pad.ofEach |= inside;
      return t + 1;
    }
    int changed = changes.read(t);
    return changed > t ? changed : readPart(t, part);
  }

  private int readPart(int t, Part part) {
    return switch (part) {
      case NUMBER -> numbers.number(t);
      case OTHER -> ordinals.read(t);
      case ASK -> ask(t);
      case FORWHOM -> persons.read(t);
      case PLACE -> talk.place(t);
      case THE -> persons.wishes(t);
      case ALL -> everyDish.all(t);
      case UNIT -> wishes.unit(t);
      case DISH -> names.lacked(t);
      case CLEAR -> clear(t);
      default -> {
        readWord(t, part);
        yield t + 1;
      }
    };
  }

  private void readWord(int t, Part part) {
    switch (part) {
      case WITH -> list(Way.TAKE);
      case WITHOUT -> without(t);
      case EXTRA -> once(t, Way.EXTRA);
      case LIGHT -> once(t, Way.LIGHT);
      case NOTE -> note(t);
      case VERB -> verb(t);
      case ADD -> add(t);
      case OF_THEM -> portions.ofThem();
      case BUT -> pad.direct = false;
      default -> {}
    }
  }

  private int ask(int t) {
    pad.question = true;
    portions.close();
    return talk.ask(t);
  }

  private void list(Way way) {
    portions.settleOpen();
    if (pad.open != null) {
      pad.open.listing = true;
    }
    pad.list(way);
  }

  private void without(int t) {
    pad.shortNegation = text.said(t).equals("no");
    list(Way.WITHOUT);
  }

  private void once(int t, Way way) {
    if (change.expectsItem() || (pad.way == Way.WITHOUT && pad.direct)) {
      return;
    }
    if (text.said(t).startsWith("with ")) {
      portions.settleOpen();
    }
    pad.once = way;
    pad.way = Way.TAKE;
    pad.listing = pad.listing || (pad.current != null && pad.open == null);
  }

  private int clear(int t) {
    if (text.is(t + 1, Part.WITHOUT) && text.runsOn(t + 1)) {
      return changes.removeAllBut(t + 2);
    }
    portions.close();
    if (!text.said(t).endsWith(" else")) {
      pad.current = null;
      book.clear();
    }
    return t + 1;
  }

  private void note(int t) {
    if (pad.current != null && pad.open == null) {
      pad.current.notes.add(text.said(t));
    }
  }

  private void verb(int t) {
    portions.close();
    persons.verb(text.said(t));
    pad.question = false;
    pad.wanted = true;
    pad.adding = false;
  }

  private void add(int t) {
    pad.way = Way.TAKE;
    pad.once = null;
    pad.direct = false;
    pad.listing = pad.current != null && !(text.isItem(t + 1) && !text.isOption(t + 1));
    pad.wanted = true;
    pad.adding = true;
  }
}
