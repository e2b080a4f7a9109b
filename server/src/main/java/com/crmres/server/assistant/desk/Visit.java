package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.Cart;
import com.crmres.server.ordering.CartCommand;
import com.crmres.server.ordering.CartResult;
import com.crmres.server.ordering.CartResult.Reason;
import com.crmres.server.ordering.PlaceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One turn at the desk, from the customer's words to our answer.
final class Visit {

  private static final int MISSES_UNTIL_STAFF = 2;
  private static final Set<Courtesy> PARTING =
      Set.of(Courtesy.THANKS, Courtesy.BLESSING, Courtesy.GOODBYE, Courtesy.STRENGTH);

  private final Counter counter;
  private final Turn turn;
  private final Reading reading;
  private final Voice voice;
  private final Phrasebook phrases;
  private final Answer answer = new Answer();
  private final NextStep next;
  private final List<Proposal.AskWhich> unclear = new ArrayList<>();

  Visit(Counter counter, Voice voice, Turn turn, Reading reading) {
    this.counter = counter;
    this.turn = turn;
    this.reading = reading;
    this.voice = voice;
    this.phrases = Phrasebook.of(turn.menu(), counter, voice);
    this.next = new NextStep(counter, phrases, answer, turn.pending());
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
    if (!unclear.isEmpty()) {
      answer.ask(phrases.questions().which(unclear));
    }
    next.goOn(onlyChose());
    return served(0);
  }

  private Served served(int misses) {
    Answer.Question question = answer.question();
    PendingQuestion pending =
        question != null ? question.pending() : next.leavesQuestionOpen() ? turn.pending() : null;
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
    boolean resumes = next.canResume();
    returnCourtesies(parting || !resumes);
    if (parting) {
      return keeping(0);
    }
    next.sayIfClosed();
    if (resumes) {
      next.resume();
    } else {
      answer.ask(phrases.questions().start(voice.say("welcome")));
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
    if (next.canResume()) {
      answer.say(voice.say("miss"));
      next.resume();
    } else {
      answer.ask(phrases.questions().start(voice.say("miss")));
    }
    return served(misses);
  }

  // --- wishes ---

  private void propose(Proposal proposal) {
    switch (proposal) {
      case Proposal.ChangeCart(CartCommand command) -> change(command);
      case Proposal.ConfirmCart(UUID cartId, int version) -> confirm(cartId, version);
      case Proposal.DeclineCart _ -> decline();
      case Proposal.ReadBack _ -> next.readBack();
      case Proposal.Cancel _ -> cancel();
      case Proposal.AskWhich which -> unclear.add(which);
      case Proposal.NotOnMenu(String words) -> notOnMenu(words);
      case Proposal.ShowMenu(List<UUID> categories, int page) ->
          answer.ask(phrases.menu().show(categories, page, afterMenu()));
      case Proposal.TellPrice(List<UUID> items) -> tellPrice(items);
      case Proposal.Tell(Proposal.Fact fact) -> answer.say(phrases.facts().tell(fact));
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
        next.afterChange(command);
        UUID branch = cart.branchId();
        if (branch != null) {
          counter.belongsTo(branch);
        }
      }
      case CartResult.Refused(Reason reason) -> refused(reason);
    }
  }

  private void refused(Reason reason) {
    answer.say(phrases.cart().refused(reason));
    if (!counter.cart().isEmpty()) {
      next.readBack();
    }
  }

  /// What was confirmed together with a change was not confirmed: it is read back as it is now.
  private void confirm(UUID cartId, int version) {
    if (changesCart()) {
      next.readBack();
      return;
    }
    switch (counter.place(cartId, version)) {
      case PlaceResult.Placed(OrderSummary order) -> placed(order);
      case PlaceResult.AlreadyPlaced(OrderSummary order) -> {
        answer.say(voice.say("placed.already", order.number()));
        if (counter.cart().isEmpty()) {
          next.finish();
        }
      }
      case PlaceResult.Changed _ -> {
        answer.say(voice.say("readback.changed"));
        next.readBack();
      }
      case PlaceResult.Incomplete _ -> next.readBack();
      case PlaceResult.SoldOut(List<UUID> items) -> {
        answer.say(voice.say("sold_out.removed", phrases.names().items(items)));
        next.readBack();
      }
      case PlaceResult.Closed(UUID _) -> next.readBack();
      case PlaceResult.Empty _ -> next.readBack();
    }
  }

  private boolean changesCart() {
    return reading.proposals().stream().anyMatch(Proposal.ChangeCart.class::isInstance);
  }

  private void placed(OrderSummary order) {
    String branch = phrases.names().branch(order.branchId());
    answer.say(voice.say("placed", order.number(), voice.money(order.total()), branch));
    next.finish();
  }

  private void decline() {
    Cart cart = counter.cart();
    if (cart.isEmpty()) {
      answer.ask(phrases.questions().start(voice.say("welcome")));
      return;
    }
    answer.ask(phrases.cart().anythingElse(cart));
  }

  private void cancel() {
    next.finish();
    if (!counter.cart().isEmpty()) {
      counter.change(new CartCommand.Clear());
      answer.say(voice.say("cart.cleared"));
      return;
    }
    answer.say(lastOrder().cancel());
  }

  private LastOrder lastOrder() {
    return new LastOrder(counter, phrases.facts(), voice);
  }

  private void notOnMenu(String words) {
    answer.say(voice.say("not_on_menu", Fit.within(40, words)));
    if (!changesCart()) {
      answer.ask(phrases.menu().show(List.of(), 0, afterMenu()));
    }
  }

  private void tellPrice(List<UUID> ids) {
    List<MenuItem> items = phrases.menu().items(ids);
    items.forEach(item -> answer.say(phrases.menu().price(item)));
    List<MenuItem> sold = items.stream().filter(MenuItem::available).toList();
    if (!sold.isEmpty() && !changesCart()) {
      answer.ask(phrases.questions().pick(voice.say("price.add"), sold, 1, List.of()));
    }
  }

  private void tellStatus() {
    lastOrder()
        .status()
        .ifPresentOrElse(
            answer::say, () -> answer.ask(phrases.questions().start(voice.say("status.none"))));
  }

  private boolean onlyChose() {
    return reading.proposals().stream().allMatch(Visit::choosesOrAdds);
  }

  private static boolean choosesOrAdds(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand command)
        && !(command instanceof CartCommand.Remove || command instanceof CartCommand.Clear);
  }
}
