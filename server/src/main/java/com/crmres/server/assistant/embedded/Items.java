package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what is wanted with an item that was named.
final class Items {

  /// Answered where the words name no item to remove; then they name an ingredient.
  static final int NOT_AN_ITEM = -1;

  private static final int MOST_ITEMS_ASKED = 10;

  private final Notepad pad;
  private final Sentence text;
  private final Options options;
  private final Splits splits;

  Items(Notepad pad, Sentence text, Options options, Splits splits) {
    this.pad = pad;
    this.text = text;
    this.options = options;
    this.splits = splits;
  }

  void addItem(Tag tag, Mention named) {
    Mention mention = asInCart(narrowed(named));
    if (isAboutDraft(tag, mention) || isPortion(tag, mention)) {
      return;
    }
    CartLine line = pad.lineOf(mention);
    if (line != null && splits.ofItem(tag, line)) {
      pad.drafts.getLast().to = tag.to();
      options.useWaiting(pad.drafts.getLast());
      return;
    }
    boolean aboutLine = line != null && isAboutLine(tag, mention);
    Draft draft =
        newDraft(
            aboutLine ? Draft.Wish.CHANGE : Draft.Wish.ADD, tag, mention, aboutLine ? line : null);
    if (!aboutLine && pad.inherited != null) {
      draft.inherit(pad.inherited);
      pad.inherited = null;
    }
  }

  /// "زود شاورما": one more of those that are there.
  private Mention asInCart(Mention mention) {
    CartLine line = pad.adding && mention.items().size() > 1 ? pad.lineOf(mention) : null;
    List<MenuItem> there =
        line == null
            ? List.of()
            : mention.items().stream()
                .filter(item ->
                    pad.turn.cart().lines().stream()
                        .anyMatch(other -> other.itemId().equals(item.id())))
                .toList();
    return there.size() == 1 ? mention.of(there) : mention;
  }

  /// "ست شاورما، ثلاث دجاج": chicken is one of the kinds just spoken of, or asked about.
  private Mention narrowed(Mention mention) {
    if (mention.whole()) {
      return mention;
    }
    List<UUID> spokenOf =
        pad.turn.pending() instanceof PendingQuestion.WhichItem asked
            ? asked.itemIds()
            : pad.drafts.stream()
                .filter(draft -> draft.sentence == pad.sentence && draft.items.size() > 1)
                .findFirst()
                .map(draft -> draft.items.stream().map(MenuItem::id).toList())
                .orElse(List.of());
    List<MenuItem> meant =
        mention.items().stream().filter(item -> spokenOf.contains(item.id())).toList();
    return meant.isEmpty() ? likeLast(mention) : mention.of(meant);
  }

  /// "شاورما دجاج ثنتين ولحم وحده", "فطاير: ٤ جبن": another of the kind just spoken of.
  private Mention likeLast(Mention mention) {
    Draft near = pad.nearest();
    String head =
        near != null && near.wish == Draft.Wish.ADD && near.items.size() == 1
            ? firstWord(near.items.getFirst())
            : pad.kind == null ? null : firstWord(pad.kind.items().getFirst());
    if (head == null) {
      return mention;
    }
    List<Word> words = new ArrayList<>();
    words.add(new Word(head, 0, 0, Word.Gap.LINE));
    for (Word word : text.words.subList(mention.from(), mention.to())) {
      boolean joined = words.size() == 1 && word.text().startsWith("و");
      words.add(
          new Word(
              joined ? word.text().substring(1) : word.text(),
              word.start(),
              word.end(),
              Word.Gap.SPACE));
    }
    return pad.menu
        .mention(words, 0, _ -> false)
        .filter(named -> named.whole() && named.to() == words.size() && named.items().size() == 1)
        .map(named -> mention.of(named.items()))
        .orElse(mention);
  }

  private static String firstWord(MenuItem item) {
    return Word.of(item.name().ar()).getFirst().text();
  }

  /// "الشاورما بدون ثوم", said of what was ordered a line above.
  private boolean isAboutDraft(Tag tag, Mention mention) {
    Draft told = pad.draftOf(mention);
    boolean about =
        told != null
            && pad.number == null
            && text.isDefinite(tag)
            && told.clause != pad.clause
            && (text.modifierFollows(tag)
                || isOptionOf(told, tag.to())
                || (mention.items().size() > 1 && text.saysMoreBehind(tag)));
    if (about && told != null) {
      told.sentence = pad.sentence;
      told.clause = pad.clause;
      pad.current = told;
    }
    return about;
  }

  /// "ست كولا، ثنتين منها دايت": some of them are of another kind.
  boolean isPortion(Tag tag, Mention mention) {
    Draft portion = pad.portion;
    pad.portion = null;
    boolean kind =
        portion != null
            && portion == pad.current
            && pad.number == null
            && tag.from() == text.wordBehind("OF_THEM");
    if (kind && portion != null) {
      MenuItem before = portion.items.getFirst();
      List<MenuItem> same =
          mention.items().stream()
              .filter(item -> pad.menu.sameCategory(before.id(), item.id()))
              .toList();
      portion.items = same.isEmpty() ? mention.items() : same;
      portion.to = tag.to();
    }
    return kind;
  }

  private boolean isOptionOf(Draft draft, int word) {
    return word < text.words.size()
        && text.words.get(word).gap() == Word.Gap.SPACE
        && draft.items.stream()
            .anyMatch(item -> pad.menu.optionsOf(item).at(text.words, word, _ -> true).isPresent());
  }

  /// "دلة قهوة", "قهوة تركي": the second word says more of the same item.
  boolean saysMore(Tag tag, Mention mention) {
    Draft draft = pad.nearest();
    if (draft == null || pad.number != null || draft.to != tag.from()) {
      return false;
    }
    if (!touches(draft, tag)) {
      return isOtherHalf(draft, tag, mention);
    }
    if (isKindOf(draft, mention)) {
      draft.items = mention.items();
      draft.to = tag.to();
      return true;
    }
    List<MenuItem> both = draft.items.stream().filter(mention.items()::contains).toList();
    boolean again = text.said(draft.from, draft.to, tag);
    boolean more = !both.isEmpty() && !again;
    if (more) {
      draft.items = both;
      draft.to = tag.to();
    }
    return more;
  }

  /// "ليمون ونعناع": both words are of one name.
  private boolean isOtherHalf(Draft draft, Tag tag, Mention mention) {
    boolean half =
        !mention.whole()
            && text.words.get(tag.from()).gap() == Word.Gap.SPACE
            && draft.items.size() == 1
            && draft.items.equals(mention.items())
            && draft.to - draft.from == 1
            && !text.said(draft.from, draft.to, tag);
    if (half) {
      draft.to = tag.to();
    }
    return half;
  }

  /// "قهوة أمريكانو": the first word only says what kind of thing the second is.
  private boolean isKindOf(Draft draft, Mention mention) {
    if (!mention.whole() || mention.items().size() > 1 || !draft.take.isEmpty()) {
      return false;
    }
    MenuItem named = mention.items().getFirst();
    return draft.items.size() > 1
        ? draft.items.stream().anyMatch(item -> pad.menu.sameCategory(item.id(), named.id()))
        : named.name().ar().startsWith(draft.items.getFirst().name().ar() + " ");
  }

  boolean touches(Draft draft, Tag tag) {
    Word word = text.words.get(tag.from());
    return draft.to == tag.from() && word.gap() == Word.Gap.SPACE && !word.text().startsWith("و");
  }

  /// "The burger", with a burger in the cart, is that one.
  private boolean isAboutLine(Tag tag, Mention mention) {
    if (pad.number != null || !text.isDefinite(tag)) {
      return false;
    }
    boolean several = mention.items().size() > 1;
    boolean choice = !pad.waiting.isEmpty() || !pad.waitingWithout.isEmpty();
    return pad.verb
        ? text.isOnto(tag) || (several && choice)
        : several || choice || text.modifierFollows(tag);
  }

  int removeItem(int t, Tag tag, Mention mention) {
    CartLine line = pad.lineOf(mention);
    Draft draft = pad.draftOf(mention);
    if (line != null) {
      removeLine(tag, mention, line);
    } else if (draft != null) {
      pad.remove(draft);
      pad.number = null;
    } else {
      return NOT_AN_ITEM;
    }
    return t + 1;
  }

  /// "شيل وحدة" of three leaves two.
  private void removeLine(Tag tag, Mention mention, CartLine line) {
    int fewer = pad.number == null ? line.quantity() : pad.number;
    pad.number = null;
    Draft draft = newDraft(Draft.Wish.REMOVE, tag, mention, line);
    if (fewer < line.quantity()) {
      draft.wish = Draft.Wish.CHANGE;
      draft.quantity = line.quantity() - fewer;
    }
  }

  /// "One more": of the line spoken of, or, if it shall be different, another line like it.
  void oneMore(boolean different) {
    Draft focus = pad.focus();
    if (focus == null) {
      return;
    }
    int asked = pad.number == null ? 1 : pad.number;
    pad.number = null;
    if (different) {
      Draft other = focus.again();
      other.inherit(Inheritance.of(focus));
      other.quantity = asked;
      other.sentence = pad.sentence;
      other.clause = pad.clause;
      pad.drafts.add(other);
      pad.current = other;
      return;
    }
    int amount =
        focus.quantity != null ? focus.quantity : focus.line != null ? focus.line.quantity() : 1;
    focus.quantity = amount + asked;
  }

  @Nullable Integer said(Mention mention, @Nullable Integer before) {
    return pad.number != null ? pad.number : mention.dual() ? Integer.valueOf(2) : before;
  }

  Draft newDraft(Draft.Wish wish, Tag tag, Mention mention, @Nullable CartLine line) {
    List<MenuItem> items =
        line == null
            ? mention.items().subList(0, Math.min(MOST_ITEMS_ASKED, mention.items().size()))
            : pad.menu.item(line.itemId()).map(List::of).orElse(mention.items());
    Draft draft = new Draft(wish, items, mention.sure(), line);
    draft.sentence = pad.sentence;
    draft.clause = pad.clause;
    draft.from = tag.from();
    draft.to = tag.to();
    draft.quantity = said(mention, null);
    pad.number = null;
    draft.person = wish == Draft.Wish.ADD ? pad.person : null;
    pad.drafts.add(draft);
    pad.current = draft;
    pad.whole = null;
    pad.adding = false;
    SizeNumbers.takePieces(draft);
    options.useWaiting(draft);
    return draft;
  }
}
