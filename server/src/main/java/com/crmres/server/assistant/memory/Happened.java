package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells in a few words what happened in a turn, for the rolling summary.
final class Happened {

  private static final int LONGEST_WORDS = 60;

  private final Turn turn;

  Happened(Turn turn) {
    this.turn = turn;
  }

  /// One line for all that was put in, and one for each other thing.
  List<String> of(List<Proposal> proposals) {
    String added =
        proposals.stream()
            .map(this::added)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    Stream<String> others = proposals.stream().map(Happened::other).filter(Objects::nonNull);
    return Stream.concat(added.isEmpty() ? Stream.empty() : Stream.of("wanted " + added), others)
        .distinct()
        .toList();
  }

  private @Nullable String added(Proposal proposal) {
    return proposal instanceof Proposal.ChangeCart(CartCommand.Add add)
        ? turn.menu()
            .item(add.itemId())
            .map(item -> add.quantity() + " × " + item.name().ar())
            .orElse(null)
        : null;
  }

  private static @Nullable String other(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart(CartCommand command) -> changed(command);
      case Proposal.ConfirmCart _ -> "confirmed the order";
      case Proposal.Cancel _ -> "cancelled";
      case Proposal.FillCart _ -> "sent a cart from the catalogue";
      case Proposal.NotOnMenu(String words) ->
          "asked for what we do not sell: " + BriefLines.shortened(words, LONGEST_WORDS);
      case Proposal.ShowMenu _ -> "looked at the menu";
      case Proposal.TellPrice _ -> "asked for prices";
      case Proposal.Tell(Proposal.Fact fact) ->
          "asked about " + fact.name().toLowerCase(Locale.ROOT);
      case Proposal.ChangeOrder _ -> "wants to change the order placed last";
      case Proposal.TellOrderStatus _ -> "asked where the order is";
      case Proposal.RecordFeedback feedback -> feedback(feedback);
      case Proposal.HandOver(var reason) ->
          "was handed to people: " + reason.wireName().replace('_', ' ');
      default -> null;
    };
  }

  private static @Nullable String changed(CartCommand command) {
    return switch (command) {
      case CartCommand.Remove _, CartCommand.Clear _ -> "took things out";
      case CartCommand.ChangeQuantity _, CartCommand.ChangeOptions _ -> "changed the cart";
      case CartCommand.ChooseFulfilment(var way) -> "chose " + way.wireName();
      default -> null;
    };
  }

  private static String feedback(Proposal.RecordFeedback feedback) {
    String said =
        switch (feedback.sentiment()) {
          case POSITIVE -> "praised";
          case NEGATIVE -> "complained";
          case NEUTRAL -> "gave an opinion";
        };
    String about =
        feedback.categories().isEmpty() ? "" : ": " + String.join(", ", feedback.categories());
    return feedback.rating() == null
        ? said + about
        : said + about + " (" + feedback.rating() + "/5)";
  }
}
