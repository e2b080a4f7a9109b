package com.crmres.server.assistant.desk;

import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Unalterable;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.VersionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Does what a customer wants, as far as the rules allow.
final class Wishes {

  private final Counter counter;
  private final Phrasebook phrases;
  private final Answer answer;
  private final NextStep next;
  private final Past past;
  private final List<Proposal> proposals;
  private final List<String> codesSaid;
  private final List<Proposal.AskWhich> unclear = new ArrayList<>();
  private @Nullable UUID missed;

  Wishes(
      Counter counter,
      Phrasebook phrases,
      Answer answer,
      NextStep next,
      Past past,
      List<Proposal> proposals,
      List<String> codesSaid) {
    this.counter = counter;
    this.phrases = phrases;
    this.answer = answer;
    this.next = next;
    this.past = past;
    this.proposals = proposals;
    this.codesSaid = codesSaid;
  }

  void serve() {
    BranchFirst.of(proposals).forEach(this::propose);
    tellOtherBranch();
    if (!unclear.isEmpty()) {
      answer.ask(phrases.questions().which(unclear));
    }
    next.goOn(onlyChose());
  }

  private void propose(Proposal proposal) {
    switch (proposal) {
      case Proposal.ChangeCart(CartCommand command) -> change(command);
      case Proposal.ConfirmCart(UUID cartId, int version) -> confirm(cartId, version);
      case Proposal.DeclineCart _ -> decline();
      case Proposal.ReadBack _ -> next.readBack();
      case Proposal.FillCart(var order) -> fill(order);
      case Proposal.Cancel _ -> cancel();
      case Proposal.AskWhich which -> unclear.add(which);
      case Proposal.AskQuantity(UUID itemId, int quantity, List<UUID> options) ->
          howMany(itemId, quantity, options);
      case Proposal.Repeat wish -> repeat(wish);
      case Proposal.NotOnMenu(String words) -> notOnMenu(words);
      case Proposal.ShowMenu(List<UUID> categories, int page) ->
          answer.ask(phrases.menu().show(categories, page, afterMenu()));
      case Proposal.TellPrice(List<UUID> items) -> tellPrice(items);
      case Proposal.Tell(Proposal.Fact fact) -> answer.say(phrases.facts().tell(fact));
      case Proposal.ChangeOrder _ -> alteration().begin(changesCart());
      case Proposal.TellOrderStatus _ -> tellStatus();
      case Proposal.MakeElsewhere(UUID orderId, UUID branchId, Money price) ->
          makeElsewhere(orderId, branchId, price);
      case Proposal.CallBack(UUID orderId) -> counter.callBack(orderId);
      case Proposal.RecordFeedback feedback -> thank(feedback);
      // Remembering is not the counter's business: whoever remembers says so.
      case Proposal.HandOver _, Proposal.Remember _, Proposal.AllowRemembering _ -> {}
    }
  }

  private void thank(Proposal.RecordFeedback feedback) {
    answer.say(
        phrases
            .voice()
            .say(feedback.sentiment() == Sentiment.POSITIVE ? "praise" : "feedback.noted"));
  }

  private @Nullable PendingQuestion afterMenu() {
    return counter.cart().isEmpty() ? null : new PendingQuestion.AnythingElse();
  }

  private void fill(MessageContent.CatalogueOrder order) {
    new CatalogueCart(counter, phrases, answer, this::change).fill(order);
    next.readBack();
  }

  /// Changes the cart, or says why not.
  ///
  /// @return whether the rules allowed it
  private boolean change(CartCommand command) {
    if (Notes.isNoWish(command)) {
      answer.say(phrases.voice().say("refused.unknown"));
      return false;
    }
    return switch (counter.change(Notes.checked(command))) {
      case CartResult.Changed(Cart cart) -> {
        next.afterChange(command);
        UUID branch = cart.branchId();
        if (branch != null) {
          counter.belongsTo(branch);
        }
        yield true;
      }
      case CartResult.Refused(Reason.SoldOut(UUID itemId))
          when command instanceof CartCommand.ChooseBranch(UUID branchId) -> {
        missed = branchId;
        answer.say(
            phrases
                .voice()
                .say(
                    "sold_out.at", phrases.names().item(itemId), phrases.names().branch(branchId)));
        yield false;
      }
      case CartResult.Refused(Reason reason) -> {
        refused(reason);
        yield false;
      }
    };
  }

  /// The branch he named lacks something, and another one that has it all stands in the cart.
  private void tellOtherBranch() {
    UUID branch = counter.cart().branchId();
    if (missed != null && branch != null && !branch.equals(missed)) {
      answer.say(phrases.voice().say("branch.instead", phrases.names().branch(branch)));
    }
  }

  private void refused(Reason reason) {
    String why = phrases.cart().refused(reason);
    if (!(reason instanceof Reason.ClosedThen(UUID branch, Instant then)
        && next.offersTimes(why, branch, then))) {
      answer.say(why);
    }
    if (!counter.cart().isEmpty()) {
      next.readBack();
    }
  }

  private Optional<Answer.Question> instead(CartLine gone) {
    return phrases
        .menu()
        .like(gone.itemId())
        .map(other -> new InsteadOf(phrases.voice()).ask(gone, other, counter.cart()));
  }

  /// What was confirmed together with a change was not confirmed: it is read back as it is now.
  private void confirm(UUID cartId, int version) {
    if (changesCart()) {
      next.readBack();
      return;
    }
    if (!codesSaid.isEmpty() && !codesSaid.contains(VersionCode.of(cartId, version))) {
      readBackAnew();
      return;
    }
    List<CartLine> before = counter.cart().lines();
    switch (counter.place(cartId, version)) {
      case PlaceResult.Placed(OrderSummary order) -> placed(order);
      case PlaceResult.Altered(OrderSummary order) -> alteration().done(order);
      case PlaceResult.NotAltered(OrderSummary order, Unalterable why) ->
          alteration().refused(order, why);
      case PlaceResult.AlreadyPlaced(OrderSummary order) -> {
        answer.say(phrases.voice().say("placed.already", order.number()));
        if (counter.cart().isEmpty()) {
          next.finish();
        }
      }
      case PlaceResult.Changed _ -> readBackAnew();
      case PlaceResult.Incomplete _ -> next.readBack();
      case PlaceResult.SoldOut(List<UUID> items) -> {
        answer.say(phrases.voice().say("sold_out.removed", phrases.names().items(items)));
        before.stream()
            .filter(line -> items.contains(line.itemId()))
            .flatMap(line -> instead(line).stream())
            .findFirst()
            .ifPresentOrElse(answer::ask, next::readBack);
      }
      case PlaceResult.Closed(UUID _) -> next.readBack();
      case PlaceResult.Full(UUID branch, List<Instant> free) -> {
        if (free.isEmpty()) {
          answer.say(phrases.voice().say("full.none"));
        } else {
          String full = phrases.voice().say("full");
          answer.ask(phrases.questions().times(full, counter.cart(), branch, free));
        }
        next.finish();
      }
      case PlaceResult.NotPayable(UUID branch, Money total) -> {
        String name = phrases.names().branch(branch);
        answer.say(phrases.voice().say("not_payable", name, phrases.voice().money(total)));
        next.finish();
      }
      case PlaceResult.Empty _ -> next.readBack();
    }
  }

  /// The yes was meant for something else than what is in the cart now.
  private void readBackAnew() {
    answer.say(phrases.voice().say("readback.changed"));
    next.readBack();
  }

  private boolean changesCart() {
    return proposals.stream()
        .anyMatch(proposal ->
            proposal instanceof Proposal.ChangeCart
                || proposal instanceof Proposal.FillCart
                || proposal instanceof Proposal.Repeat);
  }

  private void placed(OrderSummary order) {
    // A rule of the branch may have accepted it by now: then nobody is waited for.
    String key = order.status() == OrderStatus.PENDING ? "placed" : "placed.accepted";
    String branch = phrases.names().branch(order.branchId());
    answer.say(
        phrases.voice().say(key, order.number(), phrases.voice().money(order.total()), branch));
    next.finish();
  }

  private void makeElsewhere(UUID orderId, UUID branchId, Money price) {
    answer.say(
        counter
            .makeElsewhere(orderId, branchId, price)
            .map(order ->
                phrases
                    .voice()
                    .say(
                        "elsewhere.done", order.number(), phrases.names().branch(order.branchId())))
            .orElseGet(() -> phrases.voice().say("elsewhere.late")));
    next.finish();
  }

  private void decline() {
    Cart cart = counter.cart();
    if (cart.isEmpty()) {
      answer.ask(phrases.questions().start(phrases.voice().say("welcome")));
      return;
    }
    answer.ask(phrases.cart().anythingElse(cart));
  }

  private Alteration alteration() {
    return new Alteration(counter, phrases, answer, next);
  }

  private void cancel() {
    Cart cart = counter.cart();
    Optional<OrderSummary> changed = counter.changed(cart);
    if (changed.isPresent()) {
      alteration().drop(changed.get(), cart);
      return;
    }
    next.finish();
    if (!counter.cart().isEmpty()) {
      counter.change(new CartCommand.Clear());
      answer.say(phrases.voice().say("cart.cleared"));
      return;
    }
    answer.say(lastOrder().cancel());
  }

  private LastOrder lastOrder() {
    return new LastOrder(counter, phrases.facts(), phrases.voice());
  }

  private void notOnMenu(String words) {
    answer.say(
        Echo.of(words)
            .map(text -> phrases.voice().say("not_on_menu", Fit.within(40, text)))
            .orElseGet(() -> phrases.voice().say("not_on_menu.that")));
    if (!changesCart()) {
      answer.ask(phrases.menu().show(List.of(), 0, afterMenu()));
    }
  }

  private void howMany(UUID itemId, int quantity, List<UUID> options) {
    phrases.menu().items(List.of(itemId)).stream()
        .findFirst()
        .ifPresent(item -> answer.ask(phrases.questions().howMany(item, quantity, options)));
  }

  private void repeat(Proposal.Repeat wish) {
    new Repetition(counter, phrases, answer, this::change).of(past, wish);
  }

  private void tellPrice(List<UUID> ids) {
    List<MenuItem> items = phrases.menu().items(ids);
    items.forEach(item -> answer.say(phrases.menu().price(item)));
    List<MenuItem> sold = items.stream().filter(MenuItem::available).toList();
    if (!sold.isEmpty() && !changesCart()) {
      answer.ask(phrases.questions().pick(phrases.voice().say("price.add"), sold, 1, List.of()));
    }
  }

  private void tellStatus() {
    lastOrder()
        .status()
        .ifPresentOrElse(
            answer::say,
            () -> answer.ask(phrases.questions().start(phrases.voice().say("status.none"))));
  }

  private boolean onlyChose() {
    return proposals.stream().allMatch(Wishes::choosesOrAdds);
  }

  private static boolean choosesOrAdds(Proposal proposal) {
    return proposal instanceof Proposal.FillCart
        || proposal instanceof Proposal.Repeat
        || (proposal instanceof Proposal.ChangeCart(CartCommand command)
            && !(command instanceof CartCommand.Remove || command instanceof CartCommand.Clear));
  }
}
