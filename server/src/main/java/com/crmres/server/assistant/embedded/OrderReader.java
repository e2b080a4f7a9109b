package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The grammar of ordering: finds the items of a text and gives each its number, size, extras and
/// what it shall be without.
final class OrderReader {

  private static final int MOST_ITEMS_ASKED = 10;
  private static final double LEAST_LIKENESS = 0.58;
  private static final Set<String> ONTO = Set.of("علي", "في", "to", "on", "in", "for");

  private final MenuIndex menu;
  private final List<Word> words;
  private final List<Tag> tags;
  private final Turn turn;

  private final List<Draft> drafts = new ArrayList<>();
  private final Set<String> notOnMenu = new LinkedHashSet<>();
  private final List<Integer> waiting = new ArrayList<>();
  private final List<Integer> waitingWithout = new ArrayList<>();
  private final Set<Integer> understood = new LinkedHashSet<>();

  private Mode mode = Mode.ADD;
  private @Nullable Draft current;
  private @Nullable Integer number;
  private @Nullable Integer inherited;
  private int sentence;
  private int clause;
  private boolean asked;
  private boolean verb;
  private boolean pronoun;
  private boolean everything;
  private boolean priceTalk;
  private int lastOptionEnd;

  /// What is being done to the items named now.
  private enum Mode {
    ADD,
    CHANGE,
    REMOVE,
    REPLACE,
    TELL
  }

  OrderReader(MenuIndex menu, List<Word> words, List<Tag> tags, Turn turn) {
    this.menu = menu;
    this.words = words;
    this.tags = tags;
    this.turn = turn;
  }

  /// What was read: items with their wishes, and dishes that the menu does not have.
  record Order(List<Draft> drafts, List<String> notOnMenu, Set<Integer> understood) {}

  Order read() {
    for (int t = 0; t < tags.size(); ) {
      separate(t);
      t = read(t);
    }
    endSentence();
    keepWhatHasNoReplacement();
    return new Order(List.copyOf(drafts), List.copyOf(notOnMenu), understood);
  }

  /// What shall come instead is not on the menu: then nothing goes either.
  private void keepWhatHasNoReplacement() {
    if (!notOnMenu.isEmpty() && drafts.stream().noneMatch(d -> d.wish == Draft.Wish.ADD)) {
      drafts.removeIf(draft -> draft.replaced);
    }
  }

  private void separate(int t) {
    Tag tag = tags.get(t);
    Word first = words.get(tag.from());
    if (t > 0 && first.gap() == Word.Gap.LINE) {
      endSentence();
    } else if (continuesNumber(t)) {
      return;
    } else if (first.gap() == Word.Gap.COMMA
        || tag.joined()
        || isJoinedItem(tag)
        || tag.isOf("and")) {
      endClause();
    }
  }

  /// "خمسة وعشرين" is one number.
  private boolean continuesNumber(int t) {
    Double tens = tags.get(t).number();
    Double ones = t == 0 ? null : tags.get(t - 1).number();
    return tens != null && ones != null && tens >= 20 && ones < 10 && tags.get(t).joined();
  }

  private boolean isJoinedItem(Tag tag) {
    return tag.mention() != null
        && words.get(tag.from()).text().startsWith("و")
        && tag.match() == null
        && !tag.mention().items().getFirst().name().ar().startsWith("و");
  }

  private void endClause() {
    useNumber();
    clause++;
    everything = false;
  }

  private void endSentence() {
    endClause();
    sentence++;
    mode = Mode.ADD;
    asked = false;
    verb = false;
    pronoun = false;
    priceTalk = false;
    inherited = null;
    waiting.clear();
    waitingWithout.clear();
  }

  /// A number that no item followed belongs to the item before, or to the one spoken of.
  private void useNumber() {
    if (number == null) {
      return;
    }
    int value = number;
    number = null;
    if (priceTalk) {
      return;
    }
    if (current != null && current.sentence == sentence && current.quantity == null) {
      current.quantity = value;
    } else if (mode == Mode.CHANGE || (answersChoice() && drafts.isEmpty())) {
      Draft focus = focus();
      if (focus != null) {
        focus.quantity = value;
      }
    }
  }

  private boolean answersChoice() {
    return turn.pending() instanceof PendingQuestion.ChooseOption;
  }

  private int read(int t) {
    Tag tag = tags.get(t);
    if (tag.mention() != null) {
      return item(t, tag, tag.mention());
    }
    if (tag.isOf("money")) {
      number = null;
      return understand(t);
    }
    if (tag.isOf("address") || tag.isOf("measure")) {
      number = null;
      return understand(t) + (followedByNumber(t) ? 1 : 0);
    }
    if (tag.isOf("cart_op") && operation(tag, t)) {
      return understand(t);
    }
    if (tag.isOf("question") && question(tag, t)) {
      return understand(t);
    }
    if (tag.isOf("order_verb")) {
      mode =
          (mode == Mode.CHANGE && pronoun) || (mode == Mode.TELL && !tag.joined())
              ? mode
              : Mode.ADD;
      verb = true;
      return understand(t);
    }
    if (negates(tag, t)) {
      mode = tag.isOf("no") ? Mode.REMOVE : Mode.REPLACE;
      return understand(t);
    }
    return modifier(t, tag);
  }

  private boolean followedByNumber(int t) {
    return t + 1 < tags.size() && tags.get(t + 1).number() != null;
  }

  private int understand(int t) {
    understood.add(t);
    return t + 1;
  }

  private boolean negates(Tag tag, int t) {
    boolean refusal =
        (tag.isOf("no") && tag.match() != null && tag.match().length() > 1)
            || (tag.isOf("no") && words.get(tag.from()).text().startsWith("ماب"));
    boolean correction = tag.isOf("negation") && !tag.isOf("modifier");
    boolean item =
        t + 1 < tags.size()
            && (tags.get(t + 1).mention() != null || tags.get(t + 1).isForeignFood());
    return (refusal || correction) && item && !tag.means("MOD:WITHOUT");
  }

  private boolean operation(Tag tag, int t) {
    if (tag.means("REMOVE") && !tag.means("MOD:WITHOUT")) {
      mode = Mode.REMOVE;
      pronoun = endsWithPronoun(tag);
      if (pronoun || onlyPronounFollows(t)) {
        removeFocus(t);
      }
      return true;
    }
    if (tag.means("REPLACE_WITH") || tag.means("CHANGE")) {
      pronoun = endsWithPronoun(tag) || (tag.means("CHANGE") && itemsAfter(t) == 0);
      boolean replaces = tag.means("REPLACE_WITH") || itemsAfter(t) > 1;
      mode = replaces ? Mode.REPLACE : Mode.CHANGE;
      return true;
    }
    if (tag.means("SAME_AGAIN") && itemsAfter(t) == 0) {
      oneMore();
      return true;
    }
    if (tag.means("SAME_AGAIN")) {
      number = 1;
    }
    return tag.means("SAME_AGAIN") || tag.means("CANCEL_ORDER");
  }

  private boolean endsWithPronoun(Tag tag) {
    String last = words.get(tag.to() - 1).text();
    return last.endsWith("ها")
        || last.endsWith("له")
        || last.endsWith("يه")
        || last.endsWith("هم")
        || last.endsWith("ابغاه")
        || last.equals("it")
        || last.equals("that")
        || last.equals("them");
  }

  private boolean onlyPronounFollows(int t) {
    return t + 1 < tags.size() && tags.get(t + 1).isOf("pronoun") && itemsAfter(t) == 0;
  }

  private int itemsAfter(int t) {
    int items = 0;
    for (int i = t + 1;
        i < tags.size() && words.get(tags.get(i).from()).gap() != Word.Gap.LINE;
        i++) {
      if (tags.get(i).mention() != null) {
        items++;
      } else if (tags.get(i).isOf("cart_op")
          || (tags.get(i).isOf("order_verb") && tags.get(i).joined())) {
        break;
      }
    }
    return items;
  }

  private void removeFocus(int t) {
    if (itemsAfter(t) > 0 && nextIsIngredient(t)) {
      mode = Mode.ADD;
      return;
    }
    Draft focus = itemsAfter(t) == 0 ? focus() : null;
    if (focus != null) {
      remove(focus);
    }
  }

  private boolean nextIsIngredient(int t) {
    Draft focus = focus();
    return focus != null
        && t + 1 < tags.size()
        && option(focus, tags.get(t + 1).from(), _ -> true).isPresent();
  }

  private void remove(Draft draft) {
    if (draft.line == null) {
      drafts.remove(draft);
      current = null;
    } else {
      draft.wish = Draft.Wish.REMOVE;
    }
  }

  private void oneMore() {
    Draft focus = focus();
    if (focus != null) {
      int amount =
          focus.quantity != null ? focus.quantity : focus.line != null ? focus.line.quantity() : 1;
      focus.quantity = amount + 1;
    }
  }

  private boolean question(Tag tag, int t) {
    if (tag.means("Q:PRICE")) {
      priceTalk = true;
      if (mode == Mode.CHANGE) {
        return true;
      }
    }
    boolean asks =
        tag.means("Q:PRICE")
            || tag.means("Q:INGREDIENTS")
            || (tag.means("Q:AVAILABLE") && (itemsAfter(t) > 0 || foodAfter(t)));
    if (asks) {
      asked = true;
      if (itemsAfter(t) > 0 || foodAfter(t)) {
        mode = Mode.TELL;
      } else if (!verb) {
        drafts.stream()
            .filter(
                draft -> draft.sentence == sentence && draft.quantity == null && draft.line == null)
            .forEach(draft -> draft.wish = Draft.Wish.TELL_PRICE);
      }
    }
    return asks;
  }

  private boolean foodAfter(int t) {
    return t + 1 < tags.size() && (tags.get(t + 1).isForeignFood() || tags.get(t + 1).isUnknown());
  }

  // --- items ---

  private int item(int t, Tag tag, Mention mention) {
    if (mode != Mode.REMOVE && takenAsOption(tag)) {
      return after(t, tag.from());
    }
    understood.add(t);
    switch (mode) {
      case ADD -> addItem(tag, mention);
      case CHANGE -> changeItem(tag, mention);
      case REMOVE -> {
        return removeItem(t, tag, mention);
      }
      case REPLACE -> replaceItem(tag, mention);
      case TELL -> newDraft(Draft.Wish.TELL_PRICE, tag, mention, null);
    }
    return t + 1;
  }

  /// "زنجر بيبسي": the drink is the meal's, not a second item; an answer to our question is one
  /// too.
  private boolean takenAsOption(Tag tag) {
    Draft answer = answersChoice() && !verb && number == null && drafts.isEmpty() ? focus() : null;
    Draft draft = answer != null ? answer : current;
    boolean near =
        draft != null && (answer != null || (draft.sentence == sentence && draft.clause == clause));
    if (draft == null || !near || number != null || mode == Mode.TELL) {
      return false;
    }
    Optional<OptionNames.Hit> hit =
        option(
                draft,
                tag.from(),
                group ->
                    !draft.answered.contains(group.id())
                        && group.kind() != ModifierGroup.Kind.REMOVE)
            .filter(found -> found.whole() && found.to() >= tag.to());
    hit.ifPresent(found -> take(draft, tag.from()));
    return hit.isPresent();
  }

  private void addItem(Tag tag, Mention mention) {
    CartLine line = lineOf(mention);
    boolean aboutLine = line != null && isAboutLine(tag, mention);
    Draft draft =
        newDraft(
            aboutLine ? Draft.Wish.CHANGE : Draft.Wish.ADD, tag, mention, aboutLine ? line : null);
    if (!aboutLine && draft.quantity == null && inherited != null) {
      draft.quantity = inherited;
      inherited = null;
    }
  }

  /// "The burger", with a burger in the cart, is that one.
  private boolean isAboutLine(Tag tag, Mention mention) {
    if (number != null || !isDefinite(tag)) {
      return false;
    }
    boolean several = mention.items().size() > 1;
    return verb ? several && (!waiting.isEmpty() || isOnto(tag)) : several || modifierFollows(tag);
  }

  private boolean isOnto(Tag tag) {
    return tag.from() > 0 && ONTO.contains(words.get(tag.from() - 1).text());
  }

  private boolean isDefinite(Tag tag) {
    String word = words.get(tag.from()).text();
    return word.startsWith("ال")
        || word.startsWith("وال")
        || (tag.from() > 0 && words.get(tag.from() - 1).text().equals("the"));
  }

  private boolean modifierFollows(Tag tag) {
    return tags.stream()
        .filter(next -> next.from() == tag.to())
        .anyMatch(next ->
            next.isOf("modifier")
                || next.isOf("size")
                || next.isOf("spice")
                || next.means("CHANGE")
                || next.number() != null);
  }

  private void changeItem(Tag tag, Mention mention) {
    Draft focus = pronoun ? focus() : null;
    Mention instead = focus == null ? null : insteadOf(focus, mention);
    CartLine line = lineOf(mention);
    if (focus != null && instead != null) {
      Integer quantity = quantityOf(focus);
      remove(focus);
      Draft draft = newDraft(Draft.Wish.ADD, tag, instead, null);
      draft.quantity = draft.quantity == null ? quantity : draft.quantity;
    } else if (line != null) {
      newDraft(Draft.Wish.CHANGE, tag, mention, line);
    } else {
      newDraft(Draft.Wish.ADD, tag, mention, null);
    }
  }

  private static @Nullable Integer quantityOf(Draft draft) {
    return draft.line == null ? draft.quantity : Integer.valueOf(draft.line.quantity());
  }

  /// "Make it chicken": what is meant is of the same kind as what was there.
  private @Nullable Mention insteadOf(Draft focus, Mention mention) {
    MenuItem before = focus.items.getFirst();
    List<MenuItem> same =
        mention.items().stream()
            .filter(item -> !item.id().equals(before.id()))
            .filter(item -> menu.sameCategory(before.id(), item.id()))
            .toList();
    return same.isEmpty() ? null : mention.of(same);
  }

  private int removeItem(int t, Tag tag, Mention mention) {
    CartLine line = lineOf(mention);
    Draft draft = draftOf(mention);
    if (line != null) {
      removeLine(tag, mention, line);
    } else if (draft != null) {
      remove(draft);
      number = null;
    } else {
      return without(t);
    }
    return t + 1;
  }

  /// "شيل وحدة" of three leaves two.
  private void removeLine(Tag tag, Mention mention, CartLine line) {
    int fewer = number == null ? line.quantity() : number;
    number = null;
    Draft draft = newDraft(Draft.Wish.REMOVE, tag, mention, line);
    if (fewer < line.quantity()) {
      draft.wish = Draft.Wish.CHANGE;
      draft.quantity = line.quantity() - fewer;
    }
  }

  private void replaceItem(Tag tag, Mention mention) {
    CartLine line = lineOf(mention);
    Draft draft = draftOf(mention);
    mode = Mode.ADD;
    if (line != null) {
      newDraft(Draft.Wish.REMOVE, tag, mention, line).replaced = true;
      inherit(line.quantity());
    } else if (draft != null) {
      inherited = draft.quantity;
      remove(draft);
    }
  }

  /// What comes instead is as many as what goes.
  private void inherit(int quantity) {
    Draft before = drafts.size() < 2 ? null : drafts.get(drafts.size() - 2);
    if (before != null
        && before.sentence == sentence
        && before.wish == Draft.Wish.ADD
        && before.quantity == null) {
      before.quantity = quantity;
    } else {
      inherited = quantity;
    }
  }

  private Draft newDraft(Draft.Wish wish, Tag tag, Mention mention, @Nullable CartLine line) {
    List<MenuItem> items =
        line == null
            ? mention.items().subList(0, Math.min(MOST_ITEMS_ASKED, mention.items().size()))
            : mention.items().stream().filter(item -> item.id().equals(line.itemId())).toList();
    Draft draft = new Draft(wish, items, mention.sure(), line);
    draft.sentence = sentence;
    draft.clause = clause;
    draft.from = tag.from();
    draft.to = tag.to();
    draft.quantity = number != null ? number : mention.dual() ? Integer.valueOf(2) : null;
    number = null;
    drafts.add(draft);
    current = draft;
    useWaiting(draft);
    return draft;
  }

  private void useWaiting(Draft draft) {
    waiting.forEach(word -> take(draft, word));
    waitingWithout.forEach(word -> leaveOut(draft, word));
    waiting.clear();
    waitingWithout.clear();
  }

  private @Nullable CartLine lineOf(Mention mention) {
    return turn.cart().lines().reversed().stream()
        .filter(line -> mention.items().stream().anyMatch(item -> item.id().equals(line.itemId())))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Draft draftOf(Mention mention) {
    return drafts.reversed().stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD)
        .filter(draft -> draft.items.stream().anyMatch(mention.items()::contains))
        .findFirst()
        .orElse(null);
  }

  /// The item spoken of: the last one named, the one we asked about, or the last in the cart.
  private @Nullable Draft focus() {
    if (current != null && drafts.contains(current) && current.wish != Draft.Wish.REMOVE) {
      return current;
    }
    CartLine line =
        askedLine().orElse(turn.cart().lines().isEmpty() ? null : turn.cart().lines().getLast());
    MenuItem item = line == null ? null : menu.item(line.itemId()).orElse(null);
    if (line == null
        || item == null
        || drafts.stream()
            .anyMatch(draft -> line.equals(draft.line) && draft.wish == Draft.Wish.REMOVE)) {
      return null;
    }
    Draft draft = new Draft(Draft.Wish.CHANGE, List.of(item), true, line);
    draft.sentence = sentence;
    draft.clause = clause;
    drafts.add(draft);
    current = draft;
    return draft;
  }

  private Optional<CartLine> askedLine() {
    return turn.pending() instanceof PendingQuestion.ChooseOption asked
        ? turn.cart().lines().stream().filter(line -> line.id().equals(asked.lineId())).findFirst()
        : Optional.empty();
  }

  // --- numbers, sizes, extras ---

  private int modifier(int t, Tag tag) {
    if (tag.means("OF_THEM")) {
      splitPortion();
      return understand(t);
    }
    if (tag.means("ALL")) {
      everything = true;
      return understand(t);
    }
    if (tag.means("MOD:WITHOUT") && withoutFollows(t, tag)) {
      return without(t);
    }
    if (tag.means("MOD:LIGHT") || tag.means("MOD:SIDE")) {
      return lightly(t, tag);
    }
    if (isOptionLike(tag) && takeOption(tag.from(), t)) {
      return after(t, tag.from());
    }
    if (tag.number() != null) {
      number(t, tag.number());
      return understand(t);
    }
    if (tag.means("MOD:EXTRA")) {
      return extra(t);
    }
    if (tag.isUnknown() || tag.isForeignFood()) {
      return unknown(t);
    }
    return t + 1;
  }

  /// "Four, two of them spicy": two as they are, two with what follows.
  private void splitPortion() {
    Draft whole = current;
    Integer part = number;
    if (whole == null || part == null || whole.quantity == null || whole.quantity <= part) {
      return;
    }
    whole.quantity -= part;
    number = null;
    Draft portion = whole.again();
    portion.quantity = part;
    portion.take.addAll(whole.take);
    portion.clause = clause;
    drafts.add(portion);
    current = portion;
  }

  private static boolean isOptionLike(Tag tag) {
    return tag.isUnknown()
        || tag.isOf("size")
        || tag.isOf("spice")
        || tag.isOf("temp")
        || tag.isOf("cook")
        || tag.isOf("sugar")
        || tag.isOf("food")
        || tag.isOf("unit")
        || tag.isOf("modifier")
        || tag.isOf("complaint")
        || tag.isOf("praise");
  }

  /// Where the reading goes on behind an option that began at word `from`.
  private int after(int t, int from) {
    int next = t;
    while (next < tags.size()
        && (tags.get(next).from() < lastOptionEnd || tags.get(next).from() == from)) {
      understood.add(next++);
    }
    return next;
  }

  private boolean takeOption(int word, int t) {
    Draft near =
        current != null
                && drafts.contains(current)
                && current.sentence == sentence
                && current.wish != Draft.Wish.REMOVE
            ? current
            : null;
    if (near != null && (near.clause == clause || !itemFollows(t)) && splits(near, word, t)) {
      near = near.again();
      near.clause = clause;
      near.quantity = number;
      number = null;
      drafts.add(near);
      current = near;
    }
    if (near != null && (near.clause == clause || !itemFollows(t)) && takeFor(near, word)) {
      return true;
    }
    if (itemFollows(t)) {
      waiting.add(word);
      return wouldFit(word, t);
    }
    boolean aboutFocus =
        mode == Mode.CHANGE
            || answersChoice()
            || everything
            || (!turn.cart().isEmpty() && near == null);
    Draft focus = aboutFocus ? focusFor(word) : null;
    return focus != null && takeFor(focus, word);
  }

  /// "شاورما ثنتين كبير وواحدة صغير": another portion with another size.
  private boolean splits(Draft near, int word, int t) {
    boolean another = (number != null && near.quantity != null) || hasSize(near);
    return another
        && near.clause != clause
        && near.wish == Draft.Wish.ADD
        && !itemFollows(t)
        && option(near, word, group -> group.kind() == ModifierGroup.Kind.SIZE).isPresent();
  }

  private static boolean hasSize(Draft draft) {
    return draft.items.stream()
        .flatMap(item -> item.sizes().stream())
        .anyMatch(group -> draft.answered.contains(group.id()));
  }

  private @Nullable Draft focusFor(int word) {
    CartLine asked = askedLine().orElse(null);
    CartLine line = asked != null || turn.cart().isEmpty() ? asked : turn.cart().lines().getLast();
    MenuItem item = line == null ? null : menu.item(line.itemId()).orElse(null);
    boolean fits = item != null && menu.optionsOf(item).at(words, word, _ -> true).isPresent();
    return fits || current != null ? focus() : null;
  }

  private boolean wouldFit(int word, int t) {
    for (int i = t + 1; i < tags.size(); i++) {
      Mention mention = tags.get(i).mention();
      if (mention != null) {
        Optional<OptionNames.Hit> hit =
            mention.items().stream()
                .flatMap(item -> menu.optionsOf(item).at(words, word, _ -> true).stream())
                .findFirst();
        hit.ifPresent(found -> lastOptionEnd = found.to());
        if (hit.isEmpty()) {
          waiting.removeLast();
        }
        return hit.isPresent();
      }
    }
    return false;
  }

  private boolean takeFor(Draft draft, int word) {
    Optional<OptionNames.Hit> hit = preferred(draft, word);
    if (hit.isEmpty()) {
      return false;
    }
    lastOptionEnd = hit.get().to();
    for (Draft target : everything ? all() : List.of(draft)) {
      take(target, word);
    }
    return true;
  }

  private List<Draft> all() {
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

  /// What is said without "without" is first something to take.
  private Optional<OptionNames.Hit> preferred(Draft draft, int word) {
    return option(draft, word, group -> group.kind() != ModifierGroup.Kind.REMOVE);
  }

  private Optional<OptionNames.Hit> option(Draft draft, int word, Predicate<ModifierGroup> wanted) {
    return draft.items.stream()
        .flatMap(item -> menu.optionsOf(item).at(words, word, wanted).stream())
        .findFirst();
  }

  private void take(Draft draft, int word) {
    for (MenuItem item : draft.items) {
      menu.optionsOf(item)
          .at(words, word, group -> group.kind() != ModifierGroup.Kind.REMOVE)
          .ifPresent(hit -> take(draft, hit));
    }
  }

  private void take(Draft draft, OptionNames.Hit hit) {
    lastOptionEnd = hit.to();
    draft.take(hit);
    draft.to = Math.max(draft.to, hit.to());
  }

  private boolean itemFollows(int t) {
    for (int i = t + 1; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      Word first = words.get(tag.from());
      if (first.gap() != Word.Gap.SPACE
          || tag.joined()
          || isJoinedItem(tag)
          || tag.isOf("and")
          || tag.isOf("cart_op")
          || tag.isOf("order_verb")) {
        return false;
      }
      if (tag.mention() != null) {
        return true;
      }
    }
    return false;
  }

  private void number(int t, double value) {
    if (value != Math.rint(value)) {
      return;
    }
    int count = (int) value;
    boolean open =
        current != null
            && drafts.contains(current)
            && current.sentence == sentence
            && current.clause == clause
            && current.quantity == null
            && current.wish != Draft.Wish.REMOVE;
    boolean measured =
        (t + 1 < tags.size() && (tags.get(t + 1).isOf("measure") || tags.get(t + 1).isOf("money")))
            || (t > 0 && tags.get(t - 1).isOf("address"));
    if (measured || fewer(count) || portion(t, count)) {
      return;
    }
    if (open && current != null && (!itemFollows(t) || numbersFollow())) {
      current.quantity = count;
    } else if (number != null && tags.get(t).joined() && count >= 20 && number < 10) {
      number += count;
    } else {
      number = count;
    }
  }

  /// "نقص بيبسي واحد": so many less.
  private boolean fewer(int count) {
    Draft draft = current;
    if (draft == null
        || draft.wish != Draft.Wish.REMOVE
        || draft.line == null
        || draft.clause != clause) {
      return false;
    }
    if (count < draft.line.quantity()) {
      draft.wish = Draft.Wish.CHANGE;
      draft.quantity = draft.line.quantity() - count;
    }
    return true;
  }

  /// "Three burgers, one without onion."
  private boolean portion(int t, int count) {
    boolean differs =
        t + 1 < tags.size()
            && (tags.get(t + 1).means("MOD:WITHOUT") || tags.get(t + 1).isOf("spice"));
    Draft draft = current;
    if (!differs
        || draft == null
        || draft.sentence != sentence
        || draft.wish != Draft.Wish.ADD
        || draft.quantity == null
        || draft.quantity <= count) {
      return false;
    }
    number = count;
    splitPortion();
    return true;
  }

  /// In this sentence numbers stand behind their items: it ends with one.
  private boolean numbersFollow() {
    Draft first =
        drafts.stream().filter(draft -> draft.sentence == sentence).findFirst().orElse(null);
    if (first == null || first.quantity != null) {
      return false;
    }
    for (int i = tags.size() - 1; i >= 0; i--) {
      if (tags.get(i).mention() != null) {
        return false;
      }
      if (tags.get(i).number() != null) {
        return true;
      }
    }
    return false;
  }

  private int extra(int t) {
    int next = t + 1;
    if (next < tags.size() && tags.get(next).mention() == null && !tags.get(next).isForeignFood()) {
      return understand(t);
    }
    Draft focus =
        current != null && drafts.contains(current)
            ? current
            : turn.cart().isEmpty() ? null : focusOnCart(next);
    if (next < tags.size() && focus != null && number == null) {
      int word = tags.get(next).from();
      if (takeFor(focus, word)) {
        return after(t, tags.get(t).from());
      }
      if (tags.get(next).mention() == null) {
        focus.notes.add(said(t, next));
        understood.add(next);
        return understand(t) + 1;
      }
    }
    return understand(t);
  }

  private @Nullable Draft focusOnCart(int next) {
    return next < tags.size() ? focusFor(tags.get(next).from()) : null;
  }

  private int lightly(int t, Tag tag) {
    Draft draft =
        current != null && drafts.contains(current) && current.wish != Draft.Wish.REMOVE
            ? current
            : null;
    if (draft != null && draft.sentence == sentence) {
      boolean after = t + 1 < tags.size() && tags.get(t + 1).isForeignFood();
      boolean before = t > 0 && tags.get(t - 1).isForeignFood();
      draft.notes.add(said(before ? t - 1 : t, after && !before ? t + 1 : t));
      understood.add(t);
      return t + (after && !before ? 2 : 1);
    }
    return tag.number() == null ? understand(t) : t + 1;
  }

  private String said(int fromTag, int toTag) {
    return said(words, tags.get(fromTag).from(), tags.get(toTag).to());
  }

  static String said(List<Word> words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (Word word : words.subList(from, to)) {
      text.append(text.isEmpty() ? "" : " ").append(word.text());
    }
    return text.toString();
  }

  // --- without ---

  private boolean withoutFollows(int t, Tag tag) {
    boolean bareNo = tag.isOf("no") && tag.match() != null && tag.match().length() == 1;
    if (t + 1 >= tags.size()) {
      return false;
    }
    Tag next = tags.get(t + 1);
    boolean something =
        next.mention() != null
            || next.isOf("food")
            || next.isUnknown()
            || next.isOf("spice")
            || next.isOf("temp")
            || next.isOf("sugar");
    return something
        && (!bareNo || next.mention() != null || next.isOf("food") || nextIsIngredient(t));
  }

  private int without(int t) {
    Tag sign = tags.get(t);
    int next = sign.means("MOD:WITHOUT") || sign.isOf("cart_op") ? t + 1 : t;
    understood.add(t);
    boolean first = true;
    while (next < tags.size() && (first || goesOn(next))) {
      Tag tag = tags.get(next);
      if (tag.isOf("and") || isNor(tag)) {
        next++;
        continue;
      }
      if (removesFromCart(tag)) {
        Mention mention = tag.mention();
        if (mention != null) {
          removeItem(next, tag, mention);
        }
        lastOptionEnd = tag.to();
      } else if (!leaveOutNow(next, tag.from())) {
        break;
      }
      understood.add(next);
      int end = Math.max(lastOptionEnd, tag.to());
      while (next < tags.size() && tags.get(next).from() < end) {
        understood.add(next++);
      }
      first = false;
    }
    return Math.max(next, t + 1);
  }

  private static boolean isNor(Tag tag) {
    return tag.isOf("negation") && !tag.isOf("modifier");
  }

  private boolean removesFromCart(Tag tag) {
    Mention mention = tag.mention();
    if (mention == null || lineOf(mention) == null || (current != null && current.line == null)) {
      return false;
    }
    Draft about = focus();
    return about == null || option(about, tag.from(), _ -> true).isEmpty();
  }

  private boolean goesOn(int next) {
    Tag tag = tags.get(next);
    if ((tag.isOf("and") || isNor(tag)) && next + 1 < tags.size()) {
      return isIngredient(tags.get(next + 1));
    }
    boolean linked =
        tag.joined()
            || words.get(tag.from()).gap() == Word.Gap.COMMA
            || words.get(tag.from()).text().startsWith("و")
            || tags.get(next - 1).isOf("and")
            || isNor(tags.get(next - 1));
    return linked && words.get(tag.from()).gap() != Word.Gap.LINE && isIngredient(tag);
  }

  private boolean isIngredient(Tag tag) {
    Draft draft = current != null && drafts.contains(current) ? current : null;
    boolean listed =
        draft != null
            && option(draft, tag.from(), group -> group.kind() == ModifierGroup.Kind.REMOVE)
                .isPresent();
    return listed || (tag.mention() == null && tag.isForeignFood());
  }

  private boolean leaveOutNow(int t, int word) {
    Draft draft =
        current != null && drafts.contains(current) && current.sentence == sentence
            ? current
            : null;
    if (draft == null && itemFollows(t)) {
      waitingWithout.add(word);
      lastOptionEnd = tags.get(t).to();
      return true;
    }
    if (draft == null) {
      draft = focus();
    }
    if (draft == null) {
      return false;
    }
    for (Draft target : everything ? all() : List.of(draft)) {
      leaveOut(target, word);
    }
    return true;
  }

  private void leaveOut(Draft draft, int word) {
    Optional<OptionNames.Hit> hit =
        option(draft, word, group -> group.kind() == ModifierGroup.Kind.REMOVE)
            .or(() -> option(draft, word, _ -> true));
    if (hit.isPresent()) {
      lastOptionEnd = hit.get().to();
      draft.doWithout(hit.get());
      draft.to = Math.max(draft.to, hit.get().to());
    } else {
      lastOptionEnd = word + 1;
      if (everything) {
        return;
      }
      draft.notes.add(Notes.WITHOUT + words.get(word).text());
    }
  }

  // --- what the menu does not have ---

  private int unknown(int t) {
    if (t > 0 && understood.contains(t - 1) && lastOptionEnd == tags.get(t).from()) {
      return understand(t);
    }
    int end = t;
    while (end + 1 < tags.size()
        && (tags.get(end + 1).isUnknown() || tags.get(end + 1).isForeignFood())
        && words.get(tags.get(end + 1).from()).gap() == Word.Gap.SPACE
        && !tags.get(end + 1).joined()) {
      end++;
    }
    boolean wanted = wanted(t, end);
    if (wanted) {
      String phrase = said(t, end);
      List<MenuItem> close = menu.closest(phrase, LEAST_LIKENESS, 3).toList();
      if (close.isEmpty()) {
        notOnMenu.add(phrase);
        number = null;
      } else {
        Tag tag = new Tag(tags.get(t).from(), tags.get(end).to(), null, null, null);
        newDraft(
            mode == Mode.TELL ? Draft.Wish.TELL_PRICE : Draft.Wish.ADD,
            tag,
            new Mention(tag.from(), tag.to(), close, false, false, false, false),
            null);
      }
      for (int i = t; i <= end; i++) {
        understood.add(i);
      }
    }
    return end + 1;
  }

  /// Unknown words are a wish only where a dish would stand.
  private boolean wanted(int t, int end) {
    boolean food = tags.subList(t, end + 1).stream().anyMatch(Tag::isForeignFood);
    if (mode == Mode.REMOVE || mode == Mode.CHANGE || (priceTalk && !asked) || end - t > 3) {
      return false;
    }
    return food
        || (number != null
            && t > 0
            && (tags.get(t - 1).number() != null || tags.get(t - 1).isOf("unit")))
        || (verb && t > 0 && tags.get(t - 1).isOf("order_verb"))
        || (mode == Mode.TELL && t > 0 && tags.get(t - 1).isOf("question"));
  }
}
