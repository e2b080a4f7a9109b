package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What has been written down while a turn is read, and what is being spoken of.
final class Notepad {

  final MenuIndex menu;
  final Turn turn;
  final List<Draft> drafts = new ArrayList<>();
  final Set<String> notOnMenu = new LinkedHashSet<>();
  final List<Integer> waiting = new ArrayList<>();
  final List<Integer> waitingWithout = new ArrayList<>();
  final Set<Integer> understood = new LinkedHashSet<>();
  Mode mode = Mode.ADD;
  @Nullable Draft current;
  @Nullable Draft whole;

  /// So many of those named, of which it is still to be said how they differ.
  @Nullable Draft portion;

  @Nullable Integer number;
  @Nullable Inheritance inherited;
  @Nullable String person;
  int personSentence;
  int sentence;
  int clause;
  boolean asked;

  /// Whether this sentence has a verb in the past, and whether it says that it was long ago: both
  /// together tell of what was eaten before.
  boolean past;

  boolean then;

  boolean verb;
  boolean pronoun;

  /// Whether the verb itself says with its ending what it is about: "خلها".
  boolean them;

  boolean everything;
  boolean priceTalk;

  /// Whether what is being named comes onto the item named last: "with …", "add …".
  boolean adding;

  /// The category named last in this sentence, of which dishes may be told apart.
  Menu.@Nullable Category kind;

  /// Whether a message only says more of what the one before named.
  boolean retold;

  int lastOptionEnd;

  /// Index behind the last word of a dish that we do not have.
  int unknownEnd;

  /// Index of the word before which everything is read already.
  int skipTo;

  /// What is being done to the items named now.
  enum Mode {
    ADD,
    CHANGE,
    REMOVE,
    REPLACE,
    TELL
  }

  private final List<Word> words;
  private final LineMarks marks;

  Notepad(MenuIndex menu, Turn turn, List<Word> words) {
    this.menu = menu;
    this.turn = turn;
    this.words = words;
    this.marks = new LineMarks(menu, words);
  }

  /// The line that the words from `word` mark among all.
  Optional<LineMarks.Marked> marked(int word) {
    return marks.among(turn.cart().lines(), word);
  }

  /// What shall come instead is not on the menu: then nothing goes either.
  void keepWhatHasNoReplacement() {
    if (!notOnMenu.isEmpty() && drafts.stream().noneMatch(draft -> draft.wish == Draft.Wish.ADD)) {
      drafts.removeIf(draft -> draft.replaced);
    }
  }

  /// The item named last in this sentence, unless it is to go.
  @Nullable Draft nearest() {
    return current != null
            && drafts.contains(current)
            && current.sentence == sentence
            && current.wish != Draft.Wish.REMOVE
        ? current
        : null;
  }

  boolean answersChoice() {
    return turn.pending() instanceof PendingQuestion.ChooseOption;
  }

  int understand(int t) {
    understood.add(t);
    return t + 1;
  }

  void remove(Draft draft) {
    if (draft.line == null) {
      drafts.remove(draft);
      current = null;
    } else {
      draft.wish = Draft.Wish.REMOVE;
    }
  }

  /// The line in which the item stands; of several, the one that the words behind it mark, or the
  /// last.
  @Nullable CartLine lineOf(Mention mention) {
    List<CartLine> lines =
        turn.cart().lines().stream()
            .filter(
                line -> mention.items().stream().anyMatch(item -> item.id().equals(line.itemId())))
            .toList();
    if (lines.isEmpty()) {
      return mention.items().size() == 1 ? lineOfKind(mention) : null;
    }
    Optional<LineMarks.Marked> marked = marks.among(lines, mention.to());
    marked.ifPresent(found -> skipTo = Math.max(skipTo, found.to()));
    return marked.map(LineMarks.Marked::line).orElse(lines.getLast());
  }

  /// "البيتزا", where the one in the cart is "بيتزا مارجريتا".
  private @Nullable CartLine lineOfKind(Mention mention) {
    String kind = mention.items().getFirst().name().ar() + " ";
    List<CartLine> lines =
        turn.cart().lines().stream()
            .filter(line ->
                menu.item(line.itemId())
                    .filter(item -> item.name().ar().startsWith(kind))
                    .isPresent())
            .toList();
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  @Nullable Draft draftOf(Mention mention) {
    return drafts.reversed().stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD)
        .filter(draft -> draft.items.stream().anyMatch(mention.items()::contains))
        .findFirst()
        .orElse(null);
  }

  /// A change of the only line whose dish is of the category that the tag names.
  @Nullable Draft onlyOf(Tag tag) {
    Optional<Menu.Category> category = menu.category(words, tag.from(), tag.to());
    List<CartLine> lines =
        category
            .map(kind ->
                turn.cart().lines().stream()
                    .filter(
                        line -> menu.item(line.itemId()).filter(kind.items()::contains).isPresent())
                    .toList())
            .orElse(List.of());
    MenuItem item = lines.size() == 1 ? menu.item(lines.getFirst().itemId()).orElse(null) : null;
    return item == null ? null : changeOf(lines.getFirst(), item);
  }

  /// The item spoken of: the last one named, the one we asked about, or the last in the cart.
  @Nullable Draft focus() {
    if (current != null && drafts.contains(current) && current.wish != Draft.Wish.REMOVE) {
      return current;
    }
    CartLine line =
        askedLine().orElse(turn.cart().lines().isEmpty() ? null : turn.cart().lines().getLast());
    MenuItem item = line == null ? null : menu.item(line.itemId()).orElse(null);
    Draft draft = line == null || item == null ? null : changeOf(line, item);
    if (draft != null) {
      current = draft;
    }
    return draft;
  }

  /// A change of the last line whose item answers to this.
  @Nullable Draft lineWith(Function<MenuItem, Optional<?>> test) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = menu.item(line.itemId()).orElse(null);
      if (item != null && test.apply(item).isPresent()) {
        return changeOf(line, item);
      }
    }
    return null;
  }

  /// What is changed in a line; the same however often it is spoken of.
  @Nullable Draft changeOf(CartLine line, MenuItem item) {
    for (Draft draft : drafts) {
      if (line.equals(draft.line)) {
        return draft.wish == Draft.Wish.REMOVE ? null : draft;
      }
    }
    Draft draft = new Draft(Draft.Wish.CHANGE, List.of(item), true, line);
    draft.sentence = sentence;
    draft.clause = clause;
    drafts.add(draft);
    return draft;
  }

  Optional<CartLine> askedLine() {
    return turn.pending() instanceof PendingQuestion.ChooseOption asked
        ? turn.cart().lines().stream().filter(line -> line.id().equals(asked.lineId())).findFirst()
        : Optional.empty();
  }

  List<Draft> all() {
    List<Draft> named = drafts.stream().filter(draft -> draft.wish != Draft.Wish.REMOVE).toList();
    return named.stream().anyMatch(draft -> draft.line == null) ? named : wholeCart();
  }

  private List<Draft> wholeCart() {
    for (CartLine line : turn.cart().lines()) {
      MenuItem item = menu.item(line.itemId()).orElse(null);
      if (item != null && drafts.stream().noneMatch(draft -> line.equals(draft.line))) {
        drafts.add(new Draft(Draft.Wish.CHANGE, List.of(item), true, line));
      }
    }
    return List.copyOf(drafts);
  }
}
