package com.crmres.server.assistant.safety;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.PricedCart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One turn as it went: what the customer had said, what was asked, what was answered and done.
///
/// @param said all that the customer said in the conversation so far
/// @param numbers digits of phones that are the customer's own
/// @param links that the house publishes
/// @param asked what he had been asked before this turn; null if nothing was open
/// @param pricesBefore of the cart before the turn
/// @param prices of the cart after it
/// @param last the order placed last, in this turn or before
/// @param placed whether it was placed in this turn
public record Moment(
    Menu menu,
    List<String> said,
    Set<String> numbers,
    Set<String> links,
    @Nullable PendingQuestion asked,
    Cart before,
    PricedCart pricesBefore,
    Cart after,
    PricedCart prices,
    @Nullable OrderSummary last,
    boolean placed,
    Served served) {

  public Moment {
    said = List.copyOf(said);
    numbers = Set.copyOf(numbers);
    links = Set.copyOf(links);
  }

  /// Each answer with all that the customer can read of it.
  List<String> answers() {
    return served.answers().stream().map(Moment::text).toList();
  }

  /// All of it at once.
  public String answer() {
    return String.join("\n", answers());
  }

  /// The same without what the house publishes.
  String strange() {
    String strange = answer();
    for (String link : links) {
      strange = strange.replace(link, "");
    }
    return strange;
  }

  private static String text(MessageContent content) {
    return switch (content) {
      case MessageContent.Text(String text) -> text;
      case MessageContent.Buttons buttons ->
          buttons.text()
              + "\n"
              + buttons.buttons().stream()
                  .map(MessageContent.Button::title)
                  .collect(Collectors.joining("\n"));
      case MessageContent.Options options ->
          options.text()
              + "\n"
              + options.rows().stream()
                  .map(row -> row.title() + orNothing(row.description()))
                  .collect(Collectors.joining("\n"));
      default -> content.preview();
    };
  }

  private static String orNothing(@Nullable String description) {
    return description == null ? "" : "\n" + description;
  }
}
