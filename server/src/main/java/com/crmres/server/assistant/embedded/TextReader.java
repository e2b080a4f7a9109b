package com.crmres.server.assistant.embedded;

import static com.crmres.server.assistant.embedded.EmbeddedMind.change;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads what a customer wrote in one turn: what matters most first, then answers to our question,
/// the order, and questions.
final class TextReader {

  private final MenuIndex menu;
  private final Burst burst;
  private final Turn turn;
  private final List<Word> words;
  private final boolean tapped;
  private final List<Tag> tags;
  private final List<Proposal> proposals = new ArrayList<>();
  private final Places places;
  private final Drafts drafts;
  private final String said;
  private final Lexicon lexicon;
  private final boolean english;
  private final Answers answers;
  private final HeadCount heads;
  private final Sums sums;
  private final Repeats repeats;
  private final List<Proposal> asked;
  private @Nullable Proposal repeat;

  TextReader(
      Lexicon lexicon, MenuIndex menu, Turn turn, List<Word> words, Burst burst, boolean tapped) {
    this.menu = menu;
    this.burst = burst;
    this.turn = turn;
    this.english = EnglishText.isEnglish(words, lexicon, menu.english());
    this.heads = new HeadCount(english ? List.of() : words, lexicon);
    this.tapped = tapped;
    Tagger tagger = new Tagger(lexicon, menu);
    this.sums = new Sums(english ? List.of() : heads.rest());
    List<Word> counted = english ? words : sums.rest();
    List<Tag> all = tagger.tags(counted);
    FactQuestions questions = new FactQuestions(counted, english ? List.of() : all);
    this.asked = english ? new EnglishQuestions(words).asked() : questions.asked();
    boolean whole = english || asked.isEmpty();
    this.words = whole ? counted : questions.rest();
    this.tags = whole ? all : tagger.tags(this.words);
    this.places = new Places(turn, this.words, burst.text(), tags, lexicon);
    this.drafts = new Drafts(this.words, burst);
    this.said = burst.text();
    this.lexicon = lexicon;
    this.repeats = new Repeats(lexicon, menu, turn, this.words, tags);
    this.answers = new Answers(menu, turn, tags, burst.evidence(0, said.length()));
  }

  List<Proposal> read(Findings findings) {
    OrderReader.Order order = order();
    List<Tag> talk = order.talk(tags);
    Topics topics = new Topics(talk, turn);
    Mood mood = new Mood(talk, topics.asks() ? words : outsideNames(order));
    mood.notice(findings);
    Optional<Proposal> handOver = mood.handOver(orders(order), topics.asks(), findings);
    Opinions opinions = new Opinions(tags, burst.text());
    Remembrances remembrances = new Remembrances(words, tags, burst, turn, menu.ingredients());
    if (handOver.isPresent()) {
      return forPeople(handOver.get(), order, opinions, remembrances);
    }
    if (isPlainAddress(topics, order)) {
      return List.of(deliverTo(places.address()));
    }
    readOrder(order, topics);
    readPlaces(topics, order);
    readQuestions(topics, order);
    readAnswer(topics, order);
    if (proposals.isEmpty()) {
      opinions.alone(findings, turn.pending() != null).ifPresent(proposals::add);
    }
    proposals.addAll(remembrances.read());
    measure(findings, order);
    return proposals;
  }

  /// "Gluten free bread", ordered where the menu has it, is no question of health: names of several
  /// words are passed over where somebody orders.
  private List<Word> outsideNames(OrderReader.Order order) {
    List<Word> heard = new ArrayList<>(words);
    if (order.drafts().stream().anyMatch(draft -> draft.wish != Draft.Wish.TELL_PRICE)) {
      order.names().stream()
          .map(tags::get)
          .filter(tag -> tag.to() - tag.from() > 1)
          .flatMap(tag -> IntStream.range(tag.from(), tag.to()).boxed())
          .forEach(i -> heard.set(i, silent(words.get(i))));
    }
    return heard;
  }

  private static Word silent(Word word) {
    return new Word("-", word.start(), word.end(), word.gap());
  }

  /// People go on, and find noted what he thinks of us; an allergy is asked about once they have
  /// seen to it.
  private List<Proposal> forPeople(
      Proposal handOver, OrderReader.Order order, Opinions opinions, Remembrances remembrances) {
    List<Proposal> all = new ArrayList<>(List.of(handOver));
    if (handOver.equals(new Proposal.HandOver(EscalationReason.HEALTH_OR_SAFETY))) {
      orderedBefore(order).forEach(draft -> all.addAll(drafts.proposals(draft)));
    }
    opinions.complaint(handOver).ifPresent(all::add);
    remembrances.allergy().ifPresent(all::add);
    return all;
  }

  /// What was ordered before he asks what is in another dish: people find it there.
  private List<Draft> orderedBefore(OrderReader.Order order) {
    int asks = -1;
    for (int w = 1; w < words.size() && asks < 0; w++) {
      asks = words.get(w).isQuestionMark() ? w : -1;
    }
    while (asks > 0 && words.get(asks).gap() == Word.Gap.SPACE) {
      asks--;
    }
    int end = asks;
    boolean another =
        tags.stream()
            .filter(tag -> tag.from() >= end)
            .anyMatch(tag -> tag.mention() != null || tag.isForeignFood());
    return !another
        ? List.of()
        : order.drafts().stream()
            .filter(draft -> draft.wish == Draft.Wish.ADD && draft.from < draft.to)
            .filter(draft -> draft.to <= end)
            .toList();
  }

  private OrderReader.Order order() {
    repeat = repeats.wanted().orElse(null);
    Repeats.Changed changed = repeat == null ? null : repeats.read(said, english).orElse(null);
    if (changed != null) {
      repeat = changed.repeat();
      return changed.beside();
    }
    OrderReader.Order order = new OrderWords(lexicon, menu, words, tags, said).read(turn, english);
    List<Draft> all = sums.added(order.drafts());
    heads.share(all);
    return new OrderReader.Order(all, order.notOnMenu(), order.understood(), order.names());
  }

  /// An item named in a complaint is no order: an order has a number, a choice, or asks for it.
  private boolean orders(OrderReader.Order order) {
    boolean verb = tags.stream().anyMatch(tag -> tag.isOf("order_verb"));
    return order.drafts().stream()
        .anyMatch(draft -> verb || draft.wish != Draft.Wish.ADD || draft.changesSomething());
  }

  private void readOrder(OrderReader.Order order, Topics topics) {
    if (topics.cancels()
        && !(english ? leavesSome(order) : leavesOut(order))
        && order.drafts().stream().noneMatch(draft -> draft.wish == Draft.Wish.ADD)) {
      proposals.add(new Proposal.Cancel());
      return;
    }
    if (has("CLEAR") && !leavesOut(order)) {
      proposals.add(change(new CartCommand.Clear()));
    }
    // What is in the cart is changed there; who has nothing in it means what he has ordered.
    boolean changesOrdered = turn.cart().isEmpty() && PlacedOrder.isToChange(words);
    if (changesOrdered) {
      proposals.add(new Proposal.ChangeOrder());
    }
    if (repeat != null) {
      proposals.add(repeat);
    }
    Optional<Proposal> answer = answers.to(turn.pending(), order);
    answer.ifPresent(proposals::add);
    if (answer.isEmpty()) {
      order.drafts().forEach(draft -> proposals.addAll(drafts.proposals(draft)));
    }
    // "I want to change my order" names no dish.
    if (!changesOrdered || !order.drafts().isEmpty()) {
      order.notOnMenu().forEach(phrase -> proposals.add(new Proposal.NotOnMenu(phrase)));
    }
  }

  /// "Remove everything except the fries" names what is removed.
  private static boolean leavesOut(OrderReader.Order order) {
    return order.drafts().stream().anyMatch(draft -> draft.wish == Draft.Wish.REMOVE);
  }

  /// "Cancel everything except the fries", read as English: some lines go, and others stay.
  private boolean leavesSome(OrderReader.Order order) {
    long removed = order.drafts().stream().filter(draft -> draft.wish == Draft.Wish.REMOVE).count();
    return removed > 0 && removed < turn.cart().lines().size();
  }

  private void readPlaces(Topics topics, OrderReader.Order order) {
    Optional<Fulfilment> fulfilment = topics.fulfilment();
    fulfilment.ifPresent(way -> proposals.add(change(new CartCommand.ChooseFulfilment(way))));
    places
        .branch(topics, fulfilment)
        .ifPresent(id -> proposals.add(change(new CartCommand.ChooseBranch(id))));
    places.delivery(fulfilment).ifPresent(place -> proposals.add(deliverTo(place)));
    if (order.drafts().isEmpty() && repeat == null && !topics.asks()) {
      category()
          .ifPresent(category -> proposals.add(new Proposal.ShowMenu(List.of(category.id()), 0)));
    }
  }

  private static Proposal deliverTo(String place) {
    return change(new CartCommand.DeliverTo(new Cart.Destination(null, null, place)));
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
        && places.canBeAddress();
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

  private void readQuestions(Topics topics, OrderReader.Order order) {
    boolean priced = order.drafts().stream().anyMatch(draft -> draft.wish == Draft.Wish.TELL_PRICE);
    boolean shown = proposals.stream().anyMatch(Proposal.ShowMenu.class::isInstance);
    topics.questions(priced || !order.notOnMenu().isEmpty()).stream()
        .map(proposal -> proposal instanceof Proposal.ShowMenu ? withCategory() : proposal)
        .filter(proposal -> !(shown && proposal instanceof Proposal.ShowMenu))
        .forEach(proposals::add);
    asked.stream().filter(fact -> !proposals.contains(fact)).forEach(proposals::add);
  }

  private Proposal withCategory() {
    return new Proposal.ShowMenu(
        category().map(category -> List.of(category.id())).orElse(List.of()), 0);
  }

  private boolean has(String value) {
    return tags.stream().anyMatch(tag -> tag.means(value));
  }

  private void readAnswer(Topics topics, OrderReader.Order order) {
    if (proposals.isEmpty()) {
      topics.answer().ifPresent(proposals::add);
    } else if (topics.finishes()
        && order.drafts().stream().anyMatch(draft -> draft.wish != Draft.Wish.TELL_PRICE)) {
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
