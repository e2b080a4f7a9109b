package com.crmres.server.assistant.embedded;

import static com.crmres.server.assistant.embedded.EmbeddedMind.change;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.Cart;
import com.crmres.server.ordering.CartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a customer wrote in one turn: what matters most first, then answers to our question,
/// the order, and questions.
final class TextReader {

  private final MenuIndex menu;
  private final Turn turn;
  private final List<Word> words;
  private final String text;
  private final boolean tapped;
  private final List<Tag> tags;
  private final List<Proposal> proposals = new ArrayList<>();
  private final Branches branches;

  TextReader(
      Lexicon lexicon, MenuIndex menu, Turn turn, List<Word> words, String text, boolean tapped) {
    this.menu = menu;
    this.turn = turn;
    this.words = words;
    this.text = text;
    this.tapped = tapped;
    this.tags = new Tagger(lexicon, menu).tags(words);
    this.branches = new Branches(turn.branches(), lexicon);
  }

  List<Proposal> read(Findings findings) {
    Topics topics = new Topics(tags, turn);
    Mood mood = new Mood(tags, words);
    mood.notice(findings);
    OrderReader.Order order = new OrderReader(menu, words, tags, turn).read();
    Optional<Proposal> handOver = mood.handOver(orders(order), topics.asks(), findings);
    if (handOver.isPresent()) {
      return List.of(handOver.get());
    }
    if (isPlainAddress(topics, order)) {
      return List.of(
          change(new CartCommand.DeliverTo(new Cart.Destination(null, null, address()))));
    }
    readOrder(order, topics);
    readWishes(topics, order);
    readQuestions(topics, order);
    readAnswer(topics, order);
    measure(findings, order);
    return proposals;
  }

  /// An item named in a complaint is no order: an order has a number, a choice, or asks for it.
  private boolean orders(OrderReader.Order order) {
    boolean verb = tags.stream().anyMatch(tag -> tag.isOf("order_verb"));
    return order.drafts().stream()
        .anyMatch(draft -> verb || draft.wish != Draft.Wish.ADD || draft.changesSomething());
  }

  private void readOrder(OrderReader.Order order, Topics topics) {
    if (topics.cancels() && order.drafts().stream().noneMatch(d -> d.wish == Draft.Wish.ADD)) {
      proposals.add(new Proposal.Cancel());
      return;
    }
    if (has("CLEAR")) {
      proposals.add(change(new CartCommand.Clear()));
    }
    if (!answersWhichItem(order)) {
      order.drafts().forEach(this::propose);
    }
    order.notOnMenu().forEach(phrase -> proposals.add(new Proposal.NotOnMenu(phrase)));
  }

  private void propose(Draft draft) {
    switch (draft.wish) {
      case TELL_PRICE -> tellPrice(draft);
      case ADD -> add(draft);
      case REMOVE -> remove(draft);
      case CHANGE -> changeLine(draft);
    }
  }

  private void tellPrice(Draft draft) {
    List<UUID> ids = draft.items.stream().map(MenuItem::id).toList();
    proposals.add(new Proposal.TellPrice(ids));
  }

  private void add(Draft draft) {
    int quantity = draft.quantity == null ? 1 : draft.quantity;
    if (quantity == 0) {
      return;
    }
    if (draft.items.size() > 1 || !draft.sure) {
      List<UUID> ids = draft.items.stream().map(MenuItem::id).toList();
      proposals.add(new Proposal.AskWhich(ids, quantity, List.copyOf(draft.take)));
      return;
    }
    MenuItem item = draft.items.getFirst();
    proposals.add(
        change(
            new CartCommand.Add(
                item.id(), quantity, List.copyOf(draft.take), note(draft), evidence(draft))));
  }

  private static @Nullable String note(Draft draft) {
    return draft.notes.isEmpty() ? null : shortened(String.join("، ", draft.notes));
  }

  private static String shortened(String note) {
    return note.length() <= 200 ? note : note.substring(0, 200);
  }

  private @Nullable String evidence(Draft draft) {
    if (draft.to <= draft.from || draft.to > words.size()) {
      return null;
    }
    return text.substring(
        words.get(draft.from).start(), Math.min(text.length(), words.get(draft.to - 1).end()));
  }

  private void remove(Draft draft) {
    if (draft.line != null) {
      proposals.add(change(new CartCommand.Remove(draft.line.id())));
    }
  }

  private void changeLine(Draft draft) {
    if (draft.line == null) {
      return;
    }
    UUID line = draft.line.id();
    if (draft.quantity != null && draft.quantity == 0) {
      proposals.add(change(new CartCommand.Remove(line)));
      return;
    }
    if (!draft.take.isEmpty() || !draft.leave.isEmpty()) {
      proposals.add(
          change(
              new CartCommand.ChangeOptions(
                  line, List.copyOf(draft.take), List.copyOf(draft.leave))));
    }
    if (draft.quantity != null && draft.quantity != draft.line.quantity()) {
      proposals.add(change(new CartCommand.ChangeQuantity(line, draft.quantity)));
    }
    if (!draft.notes.isEmpty()) {
      String name = draft.items.getFirst().name().ar();
      proposals.add(
          change(new CartCommand.AddNote(shortened(name + ": " + String.join("، ", draft.notes)))));
    }
  }

  // --- where and how ---

  private void readWishes(Topics topics, OrderReader.Order order) {
    Optional<Fulfilment> fulfilment = topics.fulfilment();
    fulfilment.ifPresent(f -> proposals.add(change(new CartCommand.ChooseFulfilment(f))));
    branch(topics, fulfilment)
        .ifPresent(id -> proposals.add(change(new CartCommand.ChooseBranch(id))));
    boolean delivery =
        fulfilment.filter(f -> f == Fulfilment.DELIVERY).isPresent()
            || turn.cart().fulfilment() == Fulfilment.DELIVERY;
    if (delivery && !(turn.pending() instanceof PendingQuestion.WhichBranch)) {
      street()
          .ifPresent(place ->
              proposals.add(
                  change(new CartCommand.DeliverTo(new Cart.Destination(null, null, place)))));
    }
    if (order.drafts().isEmpty() && !topics.asks()) {
      category()
          .ifPresent(category -> proposals.add(new Proposal.ShowMenu(List.of(category.id()), 0)));
    }
  }

  private Optional<UUID> branch(Topics topics, Optional<Fulfilment> fulfilment) {
    boolean expected =
        turn.pending() instanceof PendingQuestion.WhichBranch
            || turn.pending() instanceof PendingQuestion.HowToGet
            || fulfilment.isPresent()
            || has("TOPIC:BRANCH");
    boolean delivery = fulfilment.filter(f -> f == Fulfilment.DELIVERY).isPresent();
    if (topics.asks() || (delivery && !has("TOPIC:BRANCH") && street().isPresent())) {
      return Optional.empty();
    }
    return branches.named(words, expected || words.size() <= 3);
  }

  /// The customer answers with an address: all of it is the place.
  private boolean isPlainAddress(Topics topics, OrderReader.Order order) {
    return turn.pending() instanceof PendingQuestion.WhereTo
        && !tapped
        && order.drafts().isEmpty()
        && topics.fulfilment().isEmpty()
        && !topics.asks()
        && !topics.cancels()
        && !topics.onlyCourtesyOrAnswer()
        && text.codePoints().filter(Character::isLetter).count() > 3;
  }

  private String address() {
    String line = text.strip().replace('\n', ' ');
    return shortened(line);
  }

  private Optional<String> street() {
    for (Tag tag : tags) {
      if (tag.means("STREET")) {
        int end = tag.to();
        while (end < words.size() && words.get(end).gap() != Word.Gap.LINE) {
          end++;
        }
        return end == tag.to()
            ? Optional.empty()
            : Optional.of(
                shortened(
                    text.substring(
                        words.get(tag.from()).start(),
                        Math.min(text.length(), words.get(end - 1).end()))));
      }
    }
    return Optional.empty();
  }

  private Optional<Menu.Category> category() {
    for (Tag tag : tags) {
      for (int to = Math.min(words.size(), tag.from() + 4); to > tag.from(); to--) {
        Optional<Menu.Category> found = menu.category(words, tag.from(), to);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  // --- questions and answers ---

  private void readQuestions(Topics topics, OrderReader.Order order) {
    boolean priced = order.drafts().stream().anyMatch(d -> d.wish == Draft.Wish.TELL_PRICE);
    boolean shown = proposals.stream().anyMatch(p -> p instanceof Proposal.ShowMenu);
    topics.questions(priced || !order.notOnMenu().isEmpty()).stream()
        .map(proposal -> proposal instanceof Proposal.ShowMenu ? withCategory() : proposal)
        .filter(proposal -> !(shown && proposal instanceof Proposal.ShowMenu))
        .forEach(proposals::add);
  }

  private Proposal withCategory() {
    return new Proposal.ShowMenu(category().map(c -> List.of(c.id())).orElse(List.of()), 0);
  }

  private boolean answersWhichItem(OrderReader.Order order) {
    if (!(turn.pending() instanceof PendingQuestion.WhichItem asked)) {
      return false;
    }
    return order.drafts().size() <= 1 && narrowed(asked, order).map(proposals::add).orElse(false);
  }

  private Optional<Proposal> narrowed(PendingQuestion.WhichItem asked, OrderReader.Order order) {
    Optional<UUID> ordinal = ordinal(asked.itemIds());
    List<UUID> meant =
        order.drafts().isEmpty()
            ? List.of()
            : order.drafts().getFirst().items.stream()
                .map(MenuItem::id)
                .filter(asked.itemIds()::contains)
                .toList();
    boolean yes = has("YES") && asked.itemIds().size() == 1;
    UUID id =
        ordinal.orElse(
            meant.size() == 1 ? meant.getFirst() : yes ? asked.itemIds().getFirst() : null);
    Draft draft = order.drafts().isEmpty() ? null : order.drafts().getFirst();
    int quantity = draft == null || draft.quantity == null ? asked.quantity() : draft.quantity;
    List<UUID> options = new ArrayList<>(asked.optionIds());
    if (draft != null) {
      options.addAll(draft.take);
    }
    if (id != null) {
      return Optional.of(Taps.add(id, quantity, options, menu));
    }
    return meant.size() > 1
        ? Optional.of(new Proposal.AskWhich(meant, quantity, options))
        : Optional.empty();
  }

  private Optional<UUID> ordinal(List<UUID> ids) {
    for (int i = 1; i <= Math.min(3, ids.size()); i++) {
      if (has("ORD:" + i)) {
        return Optional.of(ids.get(i - 1));
      }
    }
    return has("ORD:-1") ? Optional.of(ids.getLast()) : Optional.empty();
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  private void readAnswer(Topics topics, OrderReader.Order order) {
    if (proposals.isEmpty()) {
      topics.answer().ifPresent(proposals::add);
    } else if (topics.finishes()
        && order.drafts().stream().anyMatch(d -> d.wish != Draft.Wish.TELL_PRICE)) {
      proposals.add(new Proposal.ReadBack());
    }
  }

  private void measure(Findings findings, OrderReader.Order order) {
    long unknown = 0;
    for (int t = 0; t < tags.size(); t++) {
      if (tags.get(t).isUnknown() && !order.understood().contains(t)) {
        unknown++;
      }
    }
    findings.understood = 1 - 0.5 * unknown / tags.size();
  }
}
