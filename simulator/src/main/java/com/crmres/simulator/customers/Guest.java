package com.crmres.simulator.customers;

import com.crmres.simulator.cloudapi.Option;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.payload.InboundMessages.Place;
import com.crmres.simulator.weather.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One visit by chance: a customer with an errand who reads the answers and reacts as people do.
final class Guest {

  private static final int MOST_TURNS = 10;
  private static final List<String> NUMBERS = List.of("one", "one", "two", "three");

  /// One of the demo restaurant's neighbours in Riyadh.
  private static final Place HOME = new Place(24.6947, 46.6853, null, null);

  private final Customer customer;
  private final Temper temper;
  private final Phrases phrases;
  private final Instinct instinct;
  private final List<Duration> answerTimes = new ArrayList<>();
  private Instant lastSaid = Instant.MAX;
  private int said;
  private boolean changed;

  Guest(Customer customer, Temper temper, Phrases phrases, Instinct instinct) {
    this.customer = customer;
    this.temper = temper;
    this.phrases = phrases;
    this.instinct = instinct;
  }

  Visit visit() throws InterruptedException {
    open();
    boolean satisfied = temper.errand().isOrder() ? orders() : isHeard();
    if (satisfied && dice().happens(0.5, "polite", key())) {
      think(1);
      say(phrase("thanks"));
    }
    return new Visit(
        customer.person(),
        temper.errand(),
        temper.dialect(),
        satisfied,
        said,
        List.copyOf(answerTimes));
  }

  private void open() throws InterruptedException {
    if (dice().happens(0.6, "greets", key())) {
      say(phrase("greeting"));
      think(0.3);
    }
    say(
        switch (temper.errand()) {
          case ORDER, CHANGED_ORDER -> orderText();
          case ORDER_BY_TAPPING -> phrase("menu");
          case HOURS -> phrase("hours");
          case COMPLAINT -> phrase("complaint");
          case WHERE_IS_MY_ORDER -> phrase("where");
          case HUMAN -> phrase("human");
        });
  }

  private boolean orders() throws InterruptedException {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Optional<Send> answer = nextAnswer();
      if (answer.isEmpty()) {
        return false;
      }
      if (instinct.tellsPlaced(answer.get())) {
        asksWhereItIs();
        return true;
      }
      react(answer.get(), turn);
    }
    return false;
  }

  private void asksWhereItIs() throws InterruptedException {
    if (dice().happens(0.3, "impatient", key())) {
      think(2);
      say(phrase("where"));
      nextAnswer();
    }
  }

  /// One answer is enough, but who wants a person waits for a second voice.
  private boolean isHeard() throws InterruptedException {
    boolean heard = nextAnswer().isPresent();
    if (heard && temper.errand() == Errand.HUMAN) {
      nextAnswer();
    }
    return heard;
  }

  private void react(Send answer, int turn) throws InterruptedException {
    Instinct.Wish wish = instinct.wishOf(answer);
    if (!(wish instanceof Instinct.Wish.Nothing)) {
      think(1);
    }
    if (temper.errand() == Errand.CHANGED_ORDER && !changed && instinct.wantsConfirmation(wish)) {
      changed = true;
      say(phrase("change"));
      return;
    }
    switch (wish) {
      case Instinct.Wish.Tap tap -> tap(answer, tap.option(), turn);
      case Instinct.Wish.Location _ -> {
        customer.answersWithLocation(answer, HOME);
        spoke();
      }
      case Instinct.Wish.Fulfilment _ -> say(phrase("pickup"));
      case Instinct.Wish.Branch _ -> say(phrase("branch"));
      case Instinct.Wish.Name _ -> say(String.valueOf(customer.person().name()));
      case Instinct.Wish.Yes _ -> say(phrase("yes"));
      case Instinct.Wish.Nothing _ -> {}
    }
  }

  /// Most people tap; some write what the button says in their own words.
  private void tap(Send answer, Option option, int turn) {
    boolean writes =
        option.kind() == Option.Kind.BUTTON
            && instinct.isConfirmation(option)
            && dice().happens(0.3, "writes", key() + turn);
    if (writes) {
      say(phrase("yes"));
    } else {
      customer.taps(answer, option);
      spoke();
    }
  }

  private String orderText() {
    int lines = 1 + (int) dice().upTo(2, "lines", key());
    Set<Dish> dishes = new LinkedHashSet<>();
    for (int line = 0; line < lines; line++) {
      dishes.add(temper.menu().get(pick(temper.menu().size(), "dish" + line)));
    }
    List<String> wanted = new ArrayList<>();
    for (Dish dish : dishes) {
      String number = NUMBERS.get(pick(NUMBERS.size(), "number" + wanted.size()));
      wanted.add(phrase(number).replace("{item}", dish.in(temper.dialect())));
    }
    if (dice().happens(0.25, "fussy", key())) {
      wanted.set(0, wanted.getFirst() + " " + phrase("without"));
    }
    return phrase("order").replace("{lines}", String.join(phrase("and"), wanted));
  }

  private Optional<Send> nextAnswer() throws InterruptedException {
    Optional<Send> answer = customer.awaitAnswer(temper.patience());
    answer
        .filter(send -> send.at().isAfter(lastSaid))
        .ifPresent(send -> answerTimes.add(Duration.between(lastSaid, send.at())));
    lastSaid = Instant.MAX;
    return answer;
  }

  private void say(String text) {
    customer.says(text);
    spoke();
  }

  private void spoke() {
    lastSaid = customer.now();
    said++;
  }

  private void think(double factor) throws InterruptedException {
    double share = 0.5 + dice().roll("think", key() + said);
    Thread.sleep(Duration.ofNanos((long) (temper.pace().toNanos() * factor * share)));
  }

  private int pick(int count, String purpose) {
    return (int) dice().upTo(count - 1L, purpose, key());
  }

  private String phrase(String purpose) {
    return phrases.pick(temper.dialect(), purpose, dice(), key() + said);
  }

  private Dice dice() {
    return temper.dice();
  }

  private String key() {
    return customer.person().key();
  }
}
