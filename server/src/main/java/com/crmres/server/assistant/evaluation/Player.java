package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.TrialCart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Has a mind read a turn and lets the rules of ordering carry out what it proposes.
final class Player {

  private final Mind mind;

  Player(Mind mind) {
    this.mind = mind;
  }

  Got play(SuiteMenu menu, Turn turn) {
    return new Play(menu, turn).of(mind.read(turn));
  }

  /// One turn being played.
  private static final class Play {
    private final SuiteMenu menu;
    private final Turn turn;
    private final TrialCart cart;
    private final Set<String> asked = new TreeSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<String> proposes = new TreeSet<>();
    private final List<String> refused = new ArrayList<>();
    private boolean askedQuantity;
    private int lines;

    Play(SuiteMenu menu, Turn turn) {
      this.menu = menu;
      this.turn = turn;
      this.cart =
          new TrialCart(
              turn.cart(),
              menu.menu(),
              TrialHouse.branch(menu),
              TrialHouse.NOW,
              () -> Scene.id("new line " + lines++));
    }

    Got of(Reading reading) {
      reading.proposals().forEach(this::take);
      return new Got(
          reading,
          cart.cart(),
          Servings.of(menu, cart.cart()),
          asked,
          askedQuantity,
          unknown,
          proposes,
          refused);
    }

    private void take(Proposal proposal) {
      switch (proposal) {
        case Proposal.ChangeCart(CartCommand command) -> change(command);
        case Proposal.AskWhich which -> which.itemIds().forEach(id -> asked.add(menu.key(id)));
        case Proposal.AskQuantity _ -> askedQuantity = true;
        case Proposal.NotOnMenu(String words) -> unknown.add(words);
        case Proposal.Repeat wish -> {
          proposes.add(ProposalName.of(proposal));
          repeat(new Repeated(wish));
        }
        case Proposal.ConfirmCart _,
            Proposal.DeclineCart _,
            Proposal.ReadBack _,
            Proposal.FillCart _,
            Proposal.Cancel _,
            Proposal.ShowMenu _,
            Proposal.TellPrice _,
            Proposal.Tell _,
            Proposal.ChangeOrder _,
            Proposal.TellOrderStatus _,
            Proposal.MakeElsewhere _,
            Proposal.CallBack _,
            Proposal.HandOver _ ->
            proposes.add(ProposalName.of(proposal));
        // What is noted beside an order is no part of it.
        case Proposal.Remember _, Proposal.AllowRemembering _, Proposal.RecordFeedback _ -> {}
      }
    }

    /// As at the desk.
    private void repeat(Repeated again) {
      again
          .order(turn.past())
          .ifPresent(order -> again.lines(order).forEach(line -> repeat(again, line)));
    }

    private void repeat(Repeated again, Past.PastOrder.Line line) {
      change(new CartCommand.Add(line.itemId(), line.quantity(), line.optionIds()));
      List<CartLine> lines = cart.cart().lines();
      if (!lines.isEmpty() && lines.getLast().itemId().equals(line.itemId())) {
        menu.menu()
            .item(line.itemId())
            .ifPresent(item -> again.choices(item, lines.getLast().id()).forEach(this::change));
      }
    }

    private void change(CartCommand command) {
      if (cart.apply(command) instanceof CartResult.Refused(CartResult.Reason reason)) {
        refused.add(reason.getClass().getSimpleName());
      }
    }
  }
}
