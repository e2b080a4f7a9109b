package com.crmres.server.whatsapp.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.CostLine;
import com.crmres.common.channel.Rate;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.NoorHouse;
import com.crmres.server.whatsapp.template.NoorTemplates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PricesTest {

  private static final String SERVICE = pricing("service", "regular");

  private final NoorTemplates house = new NoorTemplates();
  private final UUID sara = house.noor.receive("966500000001", "hello");
  // The last 30 days are those of the database's clock.
  private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final Prices prices = new Prices(Clock.systemUTC());

  @AfterEach
  void stop() {
    house.close();
  }

  /// behaviour 30: the cost ledger counts each delivered message once from `pricing`, whatever
  /// comes twice or in the wrong order.
  @Test
  void aMessageCountsOnceWhenItIsDelivered() {
    rates(rate("966", "service", 40_000));
    UUID message = say();

    house.status(message, "sent", now, SERVICE);
    assertThat(cost().cost()).isZero();
    for (int times = 0; times < 3; times++) {
      house.status(message, "delivered", now.plusSeconds(1), SERVICE);
      house.status(message, "read", now.plusSeconds(5), null);
    }

    assertThat(cost())
        .extracting(ChannelState::cost, ChannelState::currency)
        .contains(40_000L, "SAR");
    assertThat(lines(Grouping.CATEGORY))
        .containsExactly(new CostLine("service", 1, 1, 0, 40_000, "SAR"));
    assertThat(conversationEvents()).isEqualTo(1);
  }

  @Test
  void readStandsForDeliveredAndThePriceMayComeAfterIt() {
    rates(rate("966", "utility", 30_000));
    UUID message = say();

    house.status(message, "read", now.plusSeconds(5), null);
    assertThat(lines(Grouping.CATEGORY)).isEmpty();
    house.status(message, "sent", now, pricing("utility", "regular"));

    assertThat(lines(Grouping.CATEGORY))
        .containsExactly(new CostLine("utility", 1, 1, 0, 30_000, "SAR"));
    assertThat(cost().cost()).isEqualTo(30_000);
  }

  @Test
  void whatIsNotDeliveredCostsNothing() {
    rates(rate("*", "service", 40_000));
    UUID message = say();

    house.status(message, "sent", now, SERVICE);
    house.status(message, "failed", now.plusSeconds(2), "{\"errors\":[{\"code\":131026}]}");

    assertThat(cost().cost()).isZero();
    assertThat(lines(Grouping.CATEGORY)).isEmpty();
  }

  @Test
  void whatIsFreeCountsAndCostsNothingAndMovesNoScreen() {
    rates(rate("*", "service", 40_000));

    house.status(say(), "delivered", now, pricing("service", "free_customer_service"));

    assertThat(lines(Grouping.CATEGORY)).containsExactly(new CostLine("service", 1, 0, 0, 0, null));
    assertThat(conversationEvents()).isZero();
  }

  @Test
  void withoutARateTheCostIsUnknownUntilOneIsEntered() {
    house.status(say(), "delivered", now, SERVICE);
    house.status(say(), "delivered", now, pricing("something_new", "regular"));
    assertThat(lines(Grouping.CATEGORY))
        .containsExactly(
            new CostLine("service", 1, 1, 1, 0, null),
            new CostLine("something_new", 1, 1, 1, 0, null));
    assertThat(cost().cost()).isZero();

    rates(rate("*", "service", 40_000));

    assertThat(lines(Grouping.CATEGORY))
        .containsExactly(
            new CostLine("service", 1, 1, 0, 40_000, "SAR"),
            new CostLine("something_new", 1, 1, 1, 0, null));
    assertThat(cost().cost()).isEqualTo(40_000);
  }

  @Test
  void theNearestMarketsNewestRateOfTheDayCounts() {
    LocalDate today = LocalDate.ofInstant(now, PriceStore.ZONE);
    rates(
        new Rate("*", "service", "USD", 1, today.minusDays(100)),
        new Rate("966", "service", "SAR", 40_000, today.minusDays(100)),
        new Rate("966", "service", "SAR", 50_000, today.minusDays(1)),
        new Rate("966", "service", "SAR", 60_000, today.plusDays(1)));

    house.status(say(), "delivered", now, SERVICE);
    house.status(say(), "delivered", now.minus(Duration.ofDays(10)), SERVICE);

    assertThat(lines(Grouping.DAY).stream().map(CostLine::cost)).containsExactly(40_000L, 50_000L);
    assertThat(lines(Grouping.NUMBER))
        .containsExactly(new CostLine(NoorHouse.NUMBER, 2, 2, 0, 90_000, "SAR"));
  }

  @Test
  void theConversationShowsItsLastThirtyDays() {
    rates(rate("*", "service", 40_000));

    house.status(say(), "delivered", now.minus(Duration.ofDays(31)), SERVICE);
    house.status(say(), "delivered", now.minus(Duration.ofDays(29)), SERVICE);

    assertThat(cost().cost()).isEqualTo(40_000);
  }

  @Test
  void aFreeEntryPointIsShownUntilItsEnd() {
    Instant until = now.plus(Duration.ofDays(3));
    String entry =
        """
        {"conversation": {"id": "5cf1a1b2", "expiration_timestamp": "%d",
                          "origin": {"type": "referral_conversion"}},
         "pricing": {"billable": false, "pricing_model": "PMP", "type": "free_entry_point",
                     "category": "referral_conversion"}}
        """
            .formatted(until.getEpochSecond());

    UUID message = say();
    house.status(message, "sent", now, entry);
    house.status(message, "sent", now, entry);

    assertThat(cost().freeUntil()).isEqualTo(until);
    assertThat(conversationEvents()).isEqualTo(1);
  }

  private UUID say() {
    return house.send(sara, new MessageContent.Text("welcome")).id();
  }

  private void rates(Rate... rates) {
    house.noor.in(
        transaction -> prices.replaceRates(transaction, house.noor.restaurantId, List.of(rates)));
  }

  private static Rate rate(String market, String category, long amount) {
    return new Rate(market, category, "SAR", amount, LocalDate.of(2020, 1, 1));
  }

  private ChannelState cost() {
    return house.noor.conversation(sara).channel();
  }

  private List<CostLine> lines(Grouping grouping) {
    LocalDate today = LocalDate.ofInstant(now, PriceStore.ZONE);
    return house.noor.in(transaction ->
        prices
            .costs(
                transaction,
                house.noor.restaurantId,
                today.minusDays(40),
                today.plusDays(1),
                grouping)
            .lines());
  }

  private long conversationEvents() {
    return house.count("live_event where event ->> 'type' = 'conversation_changed'");
  }

  private static String pricing(String category, String type) {
    return """
    {"pricing": {"billable": true, "pricing_model": "PMP", "type": "%s", "category": "%s"}}
    """
        .formatted(type, category);
  }
}
