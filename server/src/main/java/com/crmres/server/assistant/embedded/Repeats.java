package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Adjustment;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads what shall be otherwise in an order of the past that is wanted once more: "نفس طلبي الأخير
/// بس بدون بصل". It is read as if that order stood in the cart.
final class Repeats {

  private static final Set<String> PHRASES = Set.of("REORDER", "REORDER_USUAL");

  private final Lexicon lexicon;
  private final MenuIndex menu;
  private final Turn turn;
  private final List<Word> words;
  private final List<Tag> tags;

  Repeats(Lexicon lexicon, MenuIndex menu, Turn turn, List<Word> words, List<Tag> tags) {
    this.lexicon = lexicon;
    this.menu = menu;
    this.turn = turn;
    this.words = words;
    this.tags = tags;
  }

  /// An order of the past with what is otherwise in it, and what comes beside it.
  record Changed(Proposal.Repeat repeat, OrderReader.Order beside) {}

  /// Which order is wanted again; empty if none is.
  Optional<Proposal.Repeat> wanted() {
    if (has("REORDER_USUAL")) {
      return Optional.of(new Proposal.Repeat(Proposal.Which.USUAL));
    }
    return has("REORDER")
        ? Optional.of(new Proposal.Repeat(Proposal.Which.LAST))
        : Optional.empty();
  }

  /// Empty if nothing is repeated, or nothing else was said, or his past is not known.
  Optional<Changed> read(String said, boolean english) {
    List<Word> rest = rest();
    Past.PastOrder order =
        wanted().flatMap(wish -> new Repeated(wish).order(turn.past())).orElse(null);
    if (order == null || rest.isEmpty() || !turn.cart().isEmpty()) {
      return Optional.empty();
    }
    Turn then = turn.withUnasked(cart(order));
    OrderReader.Order read = english ? readEnglish(said, then) : readRest(said, rest, then);
    List<Adjustment> changes = new ArrayList<>();
    read.drafts().forEach(draft -> changes.addAll(adjustments(draft)));
    Set<Integer> all = IntStream.range(0, tags.size()).boxed().collect(Collectors.toSet());
    List<Draft> beside = read.drafts().stream().filter(draft -> draft.line == null).toList();
    return wanted()
        .map(wish ->
            new Changed(
                new Proposal.Repeat(wish.which(), changes),
                new OrderReader.Order(beside, read.notOnMenu(), all, Set.of())));
  }

  private OrderReader.Order readRest(String said, List<Word> rest, Turn then) {
    List<Tag> told = new Tagger(lexicon, menu).tags(rest);
    return new OrderWords(lexicon, menu, rest, told, said).readChanges(then);
  }

  /// In English what asks for the order is passed over like courtesy.
  private OrderReader.Order readEnglish(String said, Turn then) {
    List<Word> beside = new ArrayList<>(words);
    tags.stream()
        .filter(tag -> PHRASES.stream().anyMatch(tag::means))
        .flatMap(tag -> IntStream.range(tag.from(), tag.to()).boxed())
        .forEach(i -> beside.set(i, courtesy(words.get(i))));
    return new OrderWords(lexicon, menu, beside, tags, said).read(then, true);
  }

  private static Word courtesy(Word word) {
    return new Word("please", word.start(), word.end(), word.gap());
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  private List<Word> rest() {
    List<Word> rest = new ArrayList<>();
    tags.stream()
        .filter(tag -> PHRASES.stream().noneMatch(tag::means))
        .forEach(tag -> rest.addAll(words.subList(tag.from(), tag.to())));
    if (!rest.isEmpty()) {
      Word first = rest.removeFirst();
      rest.addFirst(new Word(first.text(), first.start(), first.end(), Word.Gap.LINE));
    }
    return rest;
  }

  private Cart cart(Past.PastOrder order) {
    List<CartLine> lines = new ArrayList<>();
    for (Past.PastOrder.Line line : order.lines()) {
      if (menu.item(line.itemId()).isPresent()) {
        UUID id =
            UUID.nameUUIDFromBytes(
                (order.orderId() + " " + lines.size()).getBytes(StandardCharsets.UTF_8));
        lines.add(new CartLine(id, line.itemId(), line.quantity(), line.optionIds()));
      }
    }
    return new Cart(order.orderId(), 0, null, null, null, null, null, lines, null);
  }

  private static List<Adjustment> adjustments(Draft draft) {
    if (draft.line == null) {
      return List.of();
    }
    UUID item = draft.line.itemId();
    boolean none = draft.quantity != null && draft.quantity <= 0;
    return switch (draft.wish) {
      case REMOVE -> List.of(new Adjustment.Without(item));
      case CHANGE -> none ? List.of(new Adjustment.Without(item)) : changes(draft, item);
      case ADD, TELL_PRICE -> List.of();
    };
  }

  private static List<Adjustment> changes(Draft draft, UUID item) {
    List<Adjustment> changes = new ArrayList<>();
    if (draft.quantity != null) {
      changes.add(new Adjustment.Quantity(item, draft.quantity));
    }
    if (!draft.take.isEmpty() || !draft.leave.isEmpty()) {
      changes.add(new Adjustment.Options(item, List.copyOf(draft.take), List.copyOf(draft.leave)));
    }
    return changes;
  }
}
