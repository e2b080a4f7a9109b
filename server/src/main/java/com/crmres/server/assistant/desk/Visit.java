package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.Cart;
import com.crmres.server.ordering.CartCommand;
import com.crmres.server.ordering.CartResult;
import com.crmres.server.ordering.CartResult.Reason;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One turn at the desk, from the customer's words to our answer.
final class Visit {

  private static final int MISSES_UNTIL_STAFF = 2;
  private static final Set<Courtesy> PARTING =
      Set.of(Courtesy.THANKS, Courtesy.BLESSING, Courtesy.GOODBYE, Courtesy.STRENGTH);

  private final Counter counter;
  private final Voice voice;
  private final Turn turn;
  private final Reading reading;
  private final Answer answer = new Answer();
  private final MenuCard menu;
  private final CartCard cartCard;
  private final Facts facts;
  private final Questions questions;

  private final List<Proposal.AskWhich> unclear = new ArrayList<>();
  private boolean changed;
  private boolean changedLines;
  private boolean wantsReadBack;
  private boolean finished;

  Visit(Counter counter, Voice voice, Turn turn, Reading reading) {
    this.counter = counter;
    this.voice = voice;
    this.turn = turn;
    this.reading = reading;
    this.menu = new MenuCard(turn.menu(), voice);
    this.cartCard = new CartCard(voice);
    this.facts = new Facts(counter.branches(), counter.now(), voice);
    this.questions = new Questions(turn.menu(), menu, facts, voice);
  }

  Served serve() {
    Optional<EscalationReason> reason = handOver();
    if (reason.isPresent()) {
      return passedOn(reason.get());
    }
    if (reading.proposals().isEmpty()) {
      return withoutWish();
    }
    returnCourtesies(false);
    reading.proposals().forEach(this::propose);
    askWhich();
    goOn();
    return served(0);
  }

  private Served served(int misses) {
    Answer.Question question = answer.question();
    boolean offered = turn.pending() instanceof PendingQuestion.WhichItem && !changed;
    boolean open = !finished && (offered || !counter.cart().isEmpty());
    PendingQuestion pending = question != null ? question.pending() : open ? turn.pending() : null;
    return new Served(answer.messages(), pending, misses, null);
  }

  // --- people take over ---

  private Optional<EscalationReason> handOver() {
    return reading.proposals().stream()
        .filter(Proposal.HandOver.class::isInstance)
        .map(proposal -> ((Proposal.HandOver) proposal).reason())
        .findFirst();
  }

  private Served passedOn(EscalationReason reason) {
    returnCourtesies(false);
    answer.say(voice.say("hand_over." + reason.name().toLowerCase(Locale.ROOT)));
    counter.isAbout(ConversationType.SUPPORT);
    return new Served(answer.messages(), turn.pending(), 0, reason);
  }

  // --- no wish: courtesy, praise, or not understood ---

  private Served withoutWish() {
    if (!reading.courtesies().isEmpty()) {
      return greeted();
    }
    if (reading.intent() == Reading.Intent.PRAISE) {
      answer.say(voice.say("praise"));
      return keeping(0);
    }
    if (isUnreadable()) {
      answer.say(voice.say("unreadable"));
      return keeping(turn.misses());
    }
    return missed();
  }

  private Served greeted() {
    boolean parting = PARTING.containsAll(reading.courtesies());
    boolean resumes = turn.pending() != null && !counter.cart().isEmpty();
    returnCourtesies(parting || !resumes);
    if (parting) {
      return keeping(0);
    }
    sayIfClosed();
    if (resumes) {
      resume();
    } else {
      answer.ask(questions.start(voice.say("welcome")));
    }
    return served(0);
  }

  private void returnCourtesies(boolean alone) {
    String returned = new Courtesies(voice).returned(reading.courtesies(), alone);
    if (!returned.isBlank()) {
      answer.say(returned);
    }
  }

  private Served keeping(int misses) {
    return new Served(answer.messages(), turn.pending(), misses, null);
  }

  private boolean isUnreadable() {
    return turn.said().stream()
        .allMatch(said ->
            said.content() instanceof MessageContent.Unsupported
                || (said.content() instanceof MessageContent.Other(String _, String caption)
                    && caption == null));
  }

  private Served missed() {
    int misses = turn.misses() + 1;
    if (misses >= MISSES_UNTIL_STAFF) {
      return passedOn(EscalationReason.LOST_TWICE);
    }
    if (turn.pending() != null && !counter.cart().isEmpty()) {
      answer.say(voice.say("miss"));
      resume();
    } else {
      answer.ask(questions.start(voice.say("miss")));
    }
    return served(misses);
  }

  // --- wishes ---

  private void propose(Proposal proposal) {
    switch (proposal) {
      case Proposal.ChangeCart(CartCommand command) -> change(command);
      case Proposal.ConfirmCart(UUID cartId, int version) -> confirm(cartId, version);
      case Proposal.DeclineCart _ -> decline();
      case Proposal.ReadBack _ -> wantsReadBack = true;
      case Proposal.Cancel _ -> cancel();
      case Proposal.AskWhich which -> unclear.add(which);
      case Proposal.NotOnMenu(String words) -> notOnMenu(words);
      case Proposal.ShowMenu(List<UUID> categories, int page) ->
          answer.ask(menu.show(categories, page, afterMenu()));
      case Proposal.TellPrice(List<UUID> items) -> tellPrice(items);
      case Proposal.Tell(Proposal.Fact fact) -> answer.say(facts.tell(fact));
      case Proposal.TellOrderStatus _ -> tellStatus();
      case Proposal.HandOver _ -> {}
    }
  }

  private @Nullable PendingQuestion afterMenu() {
    return counter.cart().isEmpty() ? null : new PendingQuestion.AnythingElse();
  }

  private void change(CartCommand command) {
    switch (counter.change(command)) {
      case CartResult.Changed(Cart cart) -> {
        changed = true;
        changedLines |= isAboutLines(command);
        UUID branch = cart.branchId();
        if (branch != null) {
          counter.belongsTo(branch);
        }
      }
      case CartResult.Refused(Reason reason) -> refused(reason);
    }
  }

  private static boolean isAboutLines(CartCommand command) {
    return switch (command) {
      case CartCommand.Add _,
          CartCommand.ChangeQuantity _,
          CartCommand.ChangeOptions _,
          CartCommand.Remove _,
          CartCommand.Clear _,
          CartCommand.AddNote _ ->
          true;
      case CartCommand.ChooseFulfilment _, CartCommand.ChooseBranch _, CartCommand.DeliverTo _ ->
          false;
    };
  }

  private void refused(Reason reason) {
    answer.say(
        switch (reason) {
          case Reason.SoldOut(UUID itemId) -> voice.say("sold_out", itemName(itemId));
          case Reason.Unknown _ -> voice.say("refused.unknown");
          case Reason.OutOfRange _ -> voice.say("refused.range");
          case Reason.TooMany(UUID itemId, UUID groupId, int max) ->
              voice.say("refused.many", itemName(itemId), groupName(itemId, groupId), max);
          case Reason.NoDelivery(UUID branchId) ->
              voice.say("refused.no_delivery", branchName(branchId));
          case Reason.Full _ -> voice.say("refused.full");
        });
    wantsReadBack |= !counter.cart().isEmpty();
  }

  /// What was confirmed together with a change was not confirmed: it is read back as it is now.
  private void confirm(UUID cartId, int version) {
    if (changesCart()) {
      wantsReadBack = true;
      return;
    }
    switch (counter.place(cartId, version)) {
      case PlaceResult.Placed(OrderSummary order) -> placed(order);
      case PlaceResult.AlreadyPlaced(OrderSummary order) -> {
        answer.say(voice.say("placed.already", order.number()));
        finished = counter.cart().isEmpty();
      }
      case PlaceResult.Changed _ -> {
        answer.say(voice.say("readback.changed"));
        wantsReadBack = true;
      }
      case PlaceResult.Incomplete _ -> wantsReadBack = true;
      case PlaceResult.SoldOut(List<UUID> items) -> {
        answer.say(voice.say("sold_out.removed", itemNames(items)));
        wantsReadBack = true;
      }
      case PlaceResult.Closed(UUID _) -> wantsReadBack = true;
      case PlaceResult.Empty _ -> wantsReadBack = true;
    }
  }

  private boolean changesCart() {
    return reading.proposals().stream().anyMatch(Proposal.ChangeCart.class::isInstance);
  }

  private void placed(OrderSummary order) {
    String branch = branchName(order.branchId());
    answer.say(voice.say("placed", order.number(), voice.money(order.total()), branch));
    finished = true;
  }

  private void decline() {
    Cart cart = counter.cart();
    if (cart.isEmpty()) {
      answer.ask(questions.start(voice.say("welcome")));
      return;
    }
    answer.ask(
        new Answer.Question(
            voice.say("anything_else"),
            List.of(
                new Answer.Choice(new Tap.Browse(0), voice.say("button.add")),
                new Answer.Choice(new Tap.Finish(), voice.say("button.finish")),
                new Answer.Choice(
                    new Tap.GiveUp(cart.id(), cart.version()), voice.say("button.cancel"))),
            null,
            new PendingQuestion.AnythingElse()));
  }

  private void cancel() {
    finished = true;
    if (!counter.cart().isEmpty()) {
      counter.change(new CartCommand.Clear());
      answer.say(voice.say("cart.cleared"));
      return;
    }
    Optional<OrderSummary> order = counter.lastOrder().filter(last -> isOpen(last.status()));
    answer.say(order.map(this::cancelled).orElseGet(() -> voice.say("cancel.nothing")));
  }

  private String cancelled(OrderSummary order) {
    Optional<OrderStatus> status = counter.askToCancel(order.id());
    String key =
        status.isEmpty()
            ? "cancel.late"
            : status.get() == OrderStatus.CANCELLED ? "cancel.done" : "cancel.asked";
    return voice.say(key, order.number());
  }

  private static boolean isOpen(OrderStatus status) {
    return switch (status) {
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          true;
      case DELIVERED, REJECTED, EXPIRED, CANCELLED -> false;
    };
  }

  private void notOnMenu(String words) {
    answer.say(voice.say("not_on_menu", Fit.within(40, words)));
    if (!changesCart()) {
      answer.ask(menu.show(List.of(), 0, afterMenu()));
    }
  }

  private void tellPrice(List<UUID> ids) {
    List<MenuItem> items = items(ids);
    items.forEach(item -> answer.say(menu.price(item)));
    List<MenuItem> sold = items.stream().filter(MenuItem::available).toList();
    if (!sold.isEmpty() && !changesCart()) {
      answer.ask(questions.pick(voice.say("price.add"), sold, 1, List.of()));
    }
  }

  private void tellStatus() {
    Optional<OrderSummary> order = counter.lastOrder();
    if (order.isEmpty()) {
      answer.ask(questions.start(voice.say("status.none")));
      return;
    }
    answer.say(status(order.get()));
  }

  private String status(OrderSummary order) {
    String said =
        voice.say("status." + order.status().name().toLowerCase(Locale.ROOT), order.number());
    boolean soon =
        order.status() == OrderStatus.CONFIRMED || order.status() == OrderStatus.PREPARING;
    Instant promised = order.promisedAt();
    if (promised == null || !soon) {
      return said;
    }
    return facts
        .branch(order.branchId())
        .map(branch -> voice.time(promised, counter.now(), branch.zone()))
        .map(time -> said + voice.say("status.ready_by", time))
        .orElse(said);
  }

  // --- questions, one at a time ---

  private void askWhich() {
    if (unclear.isEmpty()) {
      return;
    }
    Proposal.AskWhich first = unclear.getFirst();
    List<MenuItem> items = items(first.itemIds());
    if (items.size() == 1) {
      String name = voice.in(items.getFirst().name());
      answer.ask(
          questions.pick(voice.say("which.one", name), items, first.quantity(), first.optionIds()));
      return;
    }
    List<Answer.Choice> rows =
        unclear.stream()
            .flatMap(which ->
                items(which.itemIds()).stream()
                    .map(item -> menu.row(item, which.quantity(), which.optionIds())))
            .limit(Fit.ROWS)
            .toList();
    answer.ask(
        new Answer.Question(
            voice.say("which"),
            rows,
            voice.say("which.open"),
            new PendingQuestion.WhichItem(first.itemIds(), first.quantity(), first.optionIds())));
  }

  /// What comes next for the cart, if nothing else was asked.
  private void goOn() {
    Cart cart = counter.cart();
    if (finished) {
      return;
    }
    if (cart.isEmpty()) {
      goOnEmpty();
    } else if (answer.asks()) {
      if (changedLines) {
        answer.say(cartCard.soFar(counter.price(cart)));
      }
    } else if (changed || wantsReadBack) {
      next(cart);
    } else if (turn.pending() != null) {
      resume();
    }
  }

  private void goOnEmpty() {
    if (answer.asks() || !(changed || wantsReadBack)) {
      return;
    }
    boolean choseWay = reading.proposals().stream().allMatch(Visit::choosesWay);
    sayIfClosed();
    answer.ask(questions.start(voice.say(choseWay ? "welcome" : "cart.empty")));
  }

  private static boolean choosesWay(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand command)
        && !(command instanceof CartCommand.Remove || command instanceof CartCommand.Clear);
  }

  private void next(Cart cart) {
    Optional<CartResult.Question> question = counter.openQuestion(cart);
    Optional<Branch> closed = facts.closedOne(cart.branchId());
    if (question.isPresent()) {
      if (changedLines) {
        answer.say(cartCard.soFar(counter.price(cart)));
      }
      sayIfClosed();
      answer.ask(questions.of(question.get()));
    } else if (closed.isPresent()) {
      answer.say(cartCard.soFar(counter.price(cart)));
      answer.say(facts.closed(closed.get()) + "\n" + voice.say("closed.order"));
      finished = true;
    } else {
      counter.markReadBack(cart);
      answer.ask(cartCard.readBack(cart, counter.price(cart), branchName(cart.branchId())));
    }
  }

  /// Comes back to what was being asked before the customer asked something else.
  private void resume() {
    Cart cart = counter.cart();
    if (turn.pending() instanceof PendingQuestion.ConfirmCart asked
        && asked.cartId().equals(cart.id())
        && asked.version() == cart.version()) {
      answer.ask(cartCard.askAgain(cart));
    } else {
      counter
          .openQuestion(cart)
          .ifPresentOrElse(question -> answer.ask(questions.of(question)), () -> next(cart));
    }
  }

  private void sayIfClosed() {
    facts
        .closedOne(counter.cart().branchId())
        .ifPresent(branch -> answer.say(facts.closed(branch)));
  }

  // --- names ---

  private List<MenuItem> items(List<UUID> ids) {
    return ids.stream().flatMap(id -> turn.menu().item(id).stream()).toList();
  }

  private String itemName(UUID id) {
    return turn.menu().item(id).map(item -> voice.in(item.name())).orElse("");
  }

  private String itemNames(List<UUID> ids) {
    return ids.stream().map(this::itemName).collect(Collectors.joining(voice.say("comma")));
  }

  private String groupName(UUID itemId, UUID groupId) {
    return turn.menu().item(itemId).stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.id().equals(groupId))
        .map(group -> voice.in(group.name()))
        .findFirst()
        .orElse("");
  }

  private String branchName(@Nullable UUID id) {
    return facts.branch(id).map(branch -> voice.in(branch.name())).orElse("");
  }
}
