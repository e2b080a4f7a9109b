package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.List;

/// Reads words that name no item of the menu where a dish would stand.
final class UnknownDishes {

  private static final double LEAST_LIKENESS = 0.58;

  /// A dish that everybody knows is not one of ours that is merely spelt like it.
  private static final double LEAST_OF_KNOWN = 0.8;

  /// As like as this is the dish itself, misspelt.
  private static final double MISSPELT = 0.74;

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;
  private final Wishes wishes;
  private final Items items;

  UnknownDishes(Notepad pad, Sentence text, Choices choices, Wishes wishes, Items items) {
    this.pad = pad;
    this.text = text;
    this.choices = choices;
    this.wishes = wishes;
    this.items = items;
  }

  int read(int t) {
    if (t > 0
        && pad.understood.contains(t - 1)
        && pad.lastOptionEnd == text.tags.get(t).from()
        && !text.tags.get(t).joined()) {
      return pad.understand(t);
    }
    if (saysKind(t)) {
      return pad.understand(t);
    }
    int end = t;
    while (end + 1 < text.tags.size()
        && (text.tags.get(end + 1).isUnknown() || text.tags.get(end + 1).isForeignFood())
        && text.words.get(text.tags.get(end + 1).from()).gap() == Word.Gap.SPACE
        && !text.tags.get(end + 1).joined()
        && !beginsAnew(end + 1)
        && (isAnother(t) || !choices.fits(text.tags.get(end + 1)))) {
      end++;
    }
    if (wishes.noteOnSide(t, end)) {
      return end + 2;
    }
    boolean wanted = wanted(t, end);
    if (wanted) {
      String phrase = text.said(t, end);
      double least = text.tags.get(t).isForeignFood() ? LEAST_OF_KNOWN : LEAST_LIKENESS;
      List<MenuItem> close = close(phrase, least);
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
            new Mention(tag.from(), tag.to(), close, isPlain(phrase, close), false, false, false),
            null);
      }
      for (int i = t; i <= end; i++) {
        pad.understood.add(i);
      }
    }
    return end + 1;
  }

  /// "الصلصة وشوب قصب".
  private boolean beginsAnew(int t) {
    String word = text.words.get(text.tags.get(t).from()).text();
    return word.startsWith("و") && word.length() > 3 && text.itemFollows(t);
  }

  /// "خبز تميس", where the menu has a "تميس" among its breads.
  private boolean saysKind(int t) {
    Word word = text.words.get(text.tags.get(t).from());
    Mention next = t + 1 < text.tags.size() ? text.tags.get(t + 1).mention() : null;
    String bare = word.text().startsWith("و") ? word.text().substring(1) : word.text();
    return next != null
        && next.whole()
        && next.exact()
        && text.words.get(next.from()).gap() == Word.Gap.SPACE
        && text.tags.get(t).to() == next.from()
        && pad.menu
            .category(List.of(new Word(bare, word.start(), word.end(), word.gap())), 0, 1)
            .filter(category -> category.items().containsAll(next.items()))
            .isPresent();
  }

  private List<MenuItem> close(String phrase, double least) {
    List<MenuItem> same = pad.menu.closest(phrase, MISSPELT, 2).toList();
    return same.size() == 1 ? same : pad.menu.closest(phrase, least, 3).toList();
  }

  /// Whether only one dish is spelt much like it: then nothing need be asked.
  private boolean isPlain(String phrase, List<MenuItem> close) {
    return close.size() == 1 && pad.menu.closest(phrase, MISSPELT, 2).count() == 1;
  }

  /// "برجر سمك": a kind that we do not have of what we have in others.
  boolean isUnknownKind(int t, Mention mention) {
    Tag next = t + 1 < text.tags.size() ? text.tags.get(t + 1) : null;
    boolean kind =
        next != null
            && !mention.whole()
            && mention.items().size() > 1
            && text.words.get(next.from()).gap() == Word.Gap.SPACE
            && !next.joined()
            && (next.isForeignFood() || isOtherPart(mention, next) || isVariety(mention, t + 1))
            && mention.items().stream()
                .noneMatch(item ->
                    pad.menu
                        .optionsOf(item)
                        .at(text.words, next.from(), _ -> true)
                        .filter(OptionNames.Hit::whole)
                        .isPresent());
    if (kind && next != null) {
      pad.notOnMenu.add(text.noted(t, t + 1));
      pad.number = null;
      pad.current = null;
      pad.unknownEnd = next.to();
      pad.understood.add(t);
      pad.understood.add(t + 1);
    }
    return kind;
  }

  /// "بيتزا هاواي": a word that nobody knows right behind what there are several of.
  private boolean isVariety(Mention mention, int t) {
    String said = text.words.get(mention.from()).text();
    String head = text.isJoinedItem(text.tags.get(t - 1)) ? said.substring(1) : said;
    if (!mention.items().stream()
        .allMatch(item -> Word.of(item.name().ar()).getFirst().text().equals(head))) {
      return false;
    }
    Tag tag = text.tags.get(t);
    Word word = text.words.get(tag.from());
    Tag next = t + 1 < text.tags.size() ? text.tags.get(t + 1) : null;
    return tag.isUnknown()
        && pad.mode == Notepad.Mode.ADD
        && word.isArabic()
        && !EditVocabulary.MORE.contains(word.text())
        && word.text().length() > 3
        && !word.text().startsWith("و")
        && !word.text().startsWith("ل")
        && (next == null
            || (!next.isUnknown() && next.mention() == null)
            || text.words.get(next.from()).text().startsWith("و")
            || text.words.get(next.from()).gap() != Word.Gap.SPACE);
  }

  /// Whether a tag names a part of other dishes, and not the beginning of one.
  private boolean isOtherPart(Mention mention, Tag next) {
    Mention part = next.mention();
    String word = text.words.get(next.from()).text();
    return part != null
        && !part.whole()
        && !text.isJoinedItem(next)
        && part.items().stream()
            .noneMatch(item -> mention.items().contains(item) || item.name().ar().startsWith(word));
  }

  /// Joined to what was named before, it is a dish of its own, and so is what follows it.
  private boolean isAnother(int t) {
    return text.tags.get(t).isForeignFood() && text.tags.get(t).joined();
  }

  /// "برياني لحم": a dish that is not ours, though we have its meat.
  boolean isRestOfUnknown(int t, Tag tag, Mention mention) {
    return !mention.whole()
        && pad.unknownEnd == tag.from()
        && pad.unknownEnd > 0
        && text.words.get(tag.from()).gap() == Word.Gap.SPACE
        && t > 0;
  }

  /// "وقطعة ريد فيلفت": a piece of what we do not know.
  private boolean isBehindUnit(int t) {
    Tag unit = t == 0 ? null : text.tags.get(t - 1);
    return unit != null
        && unit.isOf("unit")
        && pad.mode == Notepad.Mode.ADD
        && text.words.get(text.tags.get(t).from()).gap() == Word.Gap.SPACE
        && (unit.joined() || text.words.get(unit.from()).gap() != Word.Gap.SPACE);
  }

  /// "موهيتو توت وسط": a size is said of it, and of nothing before.
  private boolean isSized(int t, int end) {
    Word first = text.words.get(text.tags.get(t).from());
    boolean begins = t == 0 || first.gap() != Word.Gap.SPACE || isJoined(first);
    Tag next = end + 1 < text.tags.size() ? text.tags.get(end + 1) : null;
    return begins
        && next != null
        && next.isOf("size")
        && next.mention() == null
        && first.isArabic()
        && pad.mode == Notepad.Mode.ADD
        && !text.itemFollows(end)
        && (pad.nearest() == null || first.gap() != Word.Gap.SPACE || isJoined(first));
  }

  /// "فول وقرصان وشاهي": it stands in a list of dishes.
  private boolean isListed(int t, int end) {
    Word first = text.words.get(text.tags.get(t).from());
    Tag next = end + 1 < text.tags.size() ? text.tags.get(end + 1) : null;
    Draft near = pad.nearest();
    return t == end
        && next != null
        && near != null
        && near.wish == Draft.Wish.ADD
        && pad.mode == Notepad.Mode.ADD
        && isJoined(first)
        && first.text().length() > 4
        && first.gap() == Word.Gap.SPACE
        && isJoined(text.words.get(next.from()))
        && (text.isJoinedItem(next)
            || (next.joined()
                && (next.number() != null || next.isOf("unit"))
                && text.nextMention(end + 1) != null));
  }

  private static boolean isJoined(Word word) {
    return word.isArabic() && word.text().length() > 3 && word.text().startsWith("و");
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
        || isBehindUnit(t)
        || isSized(t, end)
        || isListed(t, end)
        || (pad.verb && t > 0 && text.tags.get(t - 1).isOf("order_verb"))
        || (pad.mode == Notepad.Mode.TELL && t > 0 && text.tags.get(t - 1).isOf("question"));
  }
}
