package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.MessageContent.CatalogueLine;
import com.crmres.common.conversation.MessageContent.CatalogueOrder;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts a cart that was filled in the catalogue into ours: by our menu, at our prices, and with a
/// word where they differ from what the customer saw (trap 39).
final class CatalogueCart {

  private static final String OUR_CURRENCY = "SAR";
  private static final int LONGEST_NOTE = 199;
  private static final int LONGEST_CODE = 40;
  private static final int MOST_NAMED = 10;

  private final Counter counter;
  private final Phrasebook phrases;
  private final Answer answer;
  private final Change change;
  private final List<String> unknown = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  /// Changes the cart, and says whether it was allowed.
  @FunctionalInterface
  interface Change {
    boolean of(CartCommand command);
  }

  /// Makes the way from a catalogue into the cart.
  ///
  /// @param change changes the cart and says whether it was allowed
  CatalogueCart(Counter counter, Phrasebook phrases, Answer answer, Change change) {
    this.counter = counter;
    this.phrases = phrases;
    this.answer = answer;
    this.change = change;
  }

  void fill(CatalogueOrder order) {
    for (CatalogueLine line : order.lines()) {
      phrases
          .menu()
          .ofSku(line.sku())
          .ifPresentOrElse(item -> put(line, item), () -> unknown.add(line.sku()));
    }
    String note = order.note();
    if (note != null && !note.isBlank()) {
      change.of(new CartCommand.AddNote(Fit.within(LONGEST_NOTE, note.strip())));
    }
    sayWhatDiffers();
  }

  private void put(CatalogueLine line, MenuItem item) {
    if (!change.of(new CartCommand.Add(item.id(), line.quantity(), List.of()))) {
      return;
    }
    OrderSummary.Line priced = counter.price(counter.cart()).lines().getLast();
    Money each = new Money(priced.total().halalas() / priced.quantity());
    BigDecimal shown = line.price();
    if (shown != null && !(isOurs(line) && shown.compareTo(each.riyals()) == 0)) {
      Voice voice = phrases.voice();
      differences.add(
          voice.say(
              "catalogue.price", voice.in(item.name()), voice.money(each), shown(line, shown)));
    }
  }

  private static boolean isOurs(CatalogueLine line) {
    return line.currency() == null || line.currency().equals(OUR_CURRENCY);
  }

  private static String shown(CatalogueLine line, BigDecimal price) {
    String number = Fit.within(LONGEST_CODE, price.toPlainString());
    return isOurs(line) ? number : number + " " + Fit.within(LONGEST_CODE, "" + line.currency());
  }

  private void sayWhatDiffers() {
    Voice voice = phrases.voice();
    if (!unknown.isEmpty()) {
      String codes =
          unknown.stream()
              .limit(MOST_NAMED)
              .map(code -> Fit.within(LONGEST_CODE, code))
              .collect(Collectors.joining(voice.say("comma")));
      answer.say(voice.say("catalogue.unknown", unknown.size(), codes));
    }
    if (!differences.isEmpty()) {
      answer.say(voice.say("catalogue.prices") + "\n" + String.join("\n", differences));
    }
  }
}
