package com.crmres.server.assistant.embedded;

import static com.crmres.server.assistant.embedded.EmbeddedMind.change;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.money.Money;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Turns tapped buttons and rows into proposals.
final class Taps {

  private Taps() {}

  static boolean isForeign(String id) {
    return Tap.read(id).isEmpty();
  }

  /// What a tap proposes; empty if the identifier is none of ours.
  static Optional<List<Proposal>> meaning(String id, Turn turn, MenuIndex menu) {
    return Tap.read(id).map(tap -> meaning(tap, turn, menu));
  }

  private static List<Proposal> meaning(Tap tap, Turn turn, MenuIndex menu) {
    return switch (tap) {
      case Tap.Confirm(UUID cartId, int version) ->
          List.of(new Proposal.ConfirmCart(cartId, version));
      case Tap.Edit _ -> List.of(new Proposal.DeclineCart());
      case Tap.GiveUp _ -> List.of(new Proposal.Cancel());
      case Tap.Pick(UUID itemId, int quantity, List<UUID> options) ->
          List.of(add(itemId, quantity, options(options, turn), menu));
      case Tap.Choose(UUID lineId, UUID optionId) ->
          List.of(change(new CartCommand.ChangeOptions(lineId, List.of(optionId), List.of())));
      case Tap.Get(var fulfilment) -> List.of(change(new CartCommand.ChooseFulfilment(fulfilment)));
      case Tap.At(UUID branchId) -> List.of(change(new CartCommand.ChooseBranch(branchId)));
      case Tap.When(UUID cartId, long at) -> List.of(taken(cartId, at, turn));
      case Tap.Browse(int page) -> List.of(new Proposal.ShowMenu(List.of(), page));
      case Tap.Open(UUID categoryId, int page) ->
          List.of(new Proposal.ShowMenu(List.of(categoryId), page));
      case Tap.Finish _ -> List.of(new Proposal.ReadBack());
      case Tap.Allow(UUID messageId, boolean agreed) ->
          List.of(new Proposal.AllowRemembering(messageId, agreed));
      case Tap.Elsewhere(UUID orderId, UUID branchId, long price) ->
          List.of(new Proposal.MakeElsewhere(orderId, branchId, new Money(price)));
      case Tap.Call(UUID orderId) ->
          List.of(
              new Proposal.CallBack(orderId),
              new Proposal.HandOver(EscalationReason.ORDER_UNANSWERED));
      case Tap.AskForStaff _ -> List.of(new Proposal.HandOver(EscalationReason.ASKED_FOR_PERSON));
    };
  }

  /// A time that was offered for a cart of before is none of this one.
  private static Proposal taken(UUID cartId, long at, Turn turn) {
    return cartId.equals(turn.cart().id())
        ? change(new CartCommand.TakeTime(Instant.ofEpochSecond(at)))
        : new Proposal.ReadBack();
  }

  /// The question holds all options that were said, the identifier only as many as fit.
  private static List<UUID> options(List<UUID> inTap, Turn turn) {
    return turn.pending() instanceof PendingQuestion.WhichItem asked && !inTap.isEmpty()
        ? asked.optionIds()
        : inTap;
  }

  static Proposal add(UUID itemId, int quantity, List<UUID> options, MenuIndex menu) {
    List<UUID> own =
        menu.item(itemId)
            .map(item -> options.stream().filter(id -> has(item, id)).toList())
            .orElse(List.of());
    return change(new CartCommand.Add(itemId, quantity, own));
  }

  private static boolean has(MenuItem item, UUID optionId) {
    return item.option(optionId).isPresent();
  }
}
