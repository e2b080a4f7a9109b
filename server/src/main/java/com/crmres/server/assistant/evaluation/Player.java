package com.crmres.server.assistant.evaluation;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.CartCommand;
import com.crmres.server.ordering.CartResult;
import com.crmres.server.ordering.TrialCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Has a mind read a turn and lets the rules of ordering carry out what it proposes.
final class Player {

  private final Mind mind;

  Player(Mind mind) {
    this.mind = mind;
  }

  Got play(SuiteMenu menu, Turn turn) {
    long began = System.nanoTime();
    Reading reading = mind.read(turn);
    long took = System.nanoTime() - began;
    return new Play(menu, turn).of(reading, took);
  }

  private static Branch branch(SuiteMenu menu) {
    LocalizedText name = new LocalizedText("الفرع الرئيسي", "Main branch");
    return new Branch(
        menu.menu().branchId(),
        "A",
        name,
        name,
        ZoneId.of("Asia/Riyadh"),
        24.7,
        46.7,
        OpeningHours.daily(new OpeningHours.Span(LocalTime.of(6, 0), LocalTime.of(5, 0))),
        true,
        20);
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
              branch(menu),
              Scene.NOW,
              () -> Scene.id("new line " + lines++));
    }

    Got of(Reading reading, long took) {
      reading.proposals().forEach(this::take);
      return new Got(
          reading,
          Servings.of(menu, cart.cart()),
          asked,
          askedQuantity,
          unknown,
          proposes,
          refused,
          took);
    }

    private void take(Proposal proposal) {
      switch (proposal) {
        case Proposal.ChangeCart(CartCommand command) -> change(command);
        case Proposal.AskWhich which -> which.itemIds().forEach(id -> asked.add(menu.key(id)));
        case Proposal.NotOnMenu(String words) -> unknown.add(words);
        case Proposal.ConfirmCart _ -> proposes.add("confirm");
        case Proposal.DeclineCart _ -> proposes.add("decline");
        case Proposal.ReadBack _ -> proposes.add("read_back");
        case Proposal.FillCart _ -> proposes.add("fill_cart");
        case Proposal.Cancel _ -> proposes.add("cancel");
        case Proposal.ShowMenu _ -> proposes.add("menu");
        case Proposal.TellPrice _ -> proposes.add("price");
        case Proposal.Tell(Proposal.Fact fact) ->
            proposes.add("tell:" + fact.name().toLowerCase(Locale.ROOT));
        case Proposal.TellOrderStatus _ -> proposes.add("status");
        case Proposal.HandOver _ -> proposes.add("hand_over");
        default -> takeYoung(proposal);
      }
    }

    /// Proposals that not every mind knows yet, by their names.
    private void takeYoung(Proposal proposal) {
      String name = proposal.getClass().getSimpleName();
      switch (name) {
        case "AskQuantity" -> askedQuantity = true;
        case "Repeat" -> repeat(Json.MAPPER.valueToTree(proposal).path("which").asText());
        default -> proposes.add(name.toLowerCase(Locale.ROOT));
      }
    }

    private void repeat(String which) {
      boolean last = which.equalsIgnoreCase("last");
      proposes.add(last ? "repeat_last" : "repeat_usual");
      Past past = turn.past();
      Past.@Nullable PastOrder order =
          last ? past.orders().stream().findFirst().orElse(null) : past.usual();
      if (order != null) {
        order
            .lines()
            .forEach(line ->
                change(new CartCommand.Add(line.itemId(), line.quantity(), line.optionIds())));
      }
    }

    private void change(CartCommand command) {
      if (cart.apply(command) instanceof CartResult.Refused(CartResult.Reason reason)) {
        refused.add(reason.getClass().getSimpleName() + " " + command);
      }
    }
  }
}
