package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.TimeAsked;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.restaurant.place.PlaceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes links to maps, coordinates, short addresses and times out of a turn before its words are
/// read: none of them is a dish or a number of dishes. What stood there is left blank, so that all
/// other words keep their places.
final class Surroundings {

  private final List<Proposal> proposals = new ArrayList<>();
  private final Turn original;
  private final Turn turn;

  Surroundings(Turn turn) {
    this.original = turn;
    this.turn = turn.saying(turn.said().stream().map(this::read).toList());
  }

  /// What was found.
  List<Proposal> proposals() {
    return proposals;
  }

  /// The turn without it.
  Turn rest() {
    return turn;
  }

  private Turn.Said read(Turn.Said said) {
    if (!(said.content() instanceof MessageContent.Text(String text))) {
      return said;
    }
    String rest = withoutTime(withoutPlace(text));
    return rest.equals(text)
        ? said
        : new Turn.Said(said.messageId(), new MessageContent.Text(rest), said.corrects());
  }

  private String withoutPlace(String text) {
    return PlaceWords.in(text)
        .filter(found -> found.shortAddress() == null || speaksOfPlace(text))
        .map(found -> {
          Cart.Destination place = Cart.Destination.of(found, text);
          proposals.add(EmbeddedMind.change(new CartCommand.DeliverTo(place)));
          return blank(text, found.from(), found.to());
        })
        .orElse(text);
  }

  /// Four letters and four digits may be a voucher, too.
  private boolean speaksOfPlace(String text) {
    return original.pending() instanceof PendingQuestion.WhereTo
        || original.cart().fulfilment() == Fulfilment.DELIVERY
        || text.contains("عنوان")
        || text.toLowerCase(Locale.ROOT).contains("address");
  }

  private String withoutTime(String text) {
    return TimeAsked.in(text, original)
        .map(found -> {
          if (!original.cart().isEmpty()) {
            String words = text.substring(found.from(), found.to());
            proposals.add(EmbeddedMind.change(new CartCommand.ChooseTime(words.strip())));
          }
          return blank(text, found.from(), found.to());
        })
        .orElse(text);
  }

  private static String blank(String text, int from, int to) {
    return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
  }
}
