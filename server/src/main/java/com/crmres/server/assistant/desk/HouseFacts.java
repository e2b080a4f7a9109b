package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.FactLines;
import com.crmres.server.assistant.Proposal.Fact;
import com.crmres.server.restaurant.Restaurant;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// Gives a mind the facts in the words in which the desk would tell them.
public final class HouseFacts implements FactLines {

  private final Clock clock;
  private final Speech speech = new Speech();

  public HouseFacts(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<String> of(Wish wish) {
    Restaurant restaurant = wish.restaurant();
    Voice voice = speech.voice(wish.language(), restaurant.personality(), restaurant.name());
    Facts facts = new Facts(wish.branches(), clock.instant(), voice);
    return Stream.of(Fact.HOURS, Fact.LOCATION, Fact.DELIVERY, Fact.PAYMENT)
        .flatMap(fact -> facts.tell(fact).lines())
        .toList();
  }
}
