package com.crmres.server.pos.foodics;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.pos.Account;
import com.crmres.server.pos.PosOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoodicsWriterTest {

  private static final Instant PLACED = Instant.parse("2026-11-24T17:00:00Z");

  @Test
  void theDeliveryFeeIsAChargeAndADiscountIsTakenOff() {
    JsonNode written = FoodicsWriter.order(account("charge-7"), order(1250, 300, null));

    assertThat(written.path("charges")).hasSize(1);
    assertThat(written.at("/charges/0/charge_id").asText()).isEqualTo("charge-7");
    assertThat(written.at("/charges/0/amount").decimalValue()).isEqualTo(new BigDecimal("12.50"));
    assertThat(written.path("discount_amount").decimalValue()).isEqualTo(new BigDecimal("3.00"));
  }

  @Test
  void aPickupHasNeither() {
    JsonNode written = FoodicsWriter.order(account("charge-7"), order(0, 0, null));

    assertThat(written.has("charges")).isFalse();
    assertThat(written.has("discount_amount")).isFalse();
  }

  @Test
  void theCustomersTimeGoesBeforeThePromise() {
    Instant wanted = PLACED.plusSeconds(7200);

    assertThat(FoodicsWriter.order(account(null), order(0, 0, wanted)).path("due_at").asText())
        .isEqualTo("2026-11-24 19:00:00");
    assertThat(FoodicsWriter.order(account(null), order(0, 0, null)).path("due_at").asText())
        .isEqualTo("2026-11-24 17:20:00");
  }

  @Test
  void howAnOptionIsWantedItsKitchenReadsInWords() {
    JsonNode product =
        FoodicsWriter.order(
                account(null),
                order(
                    0,
                    0,
                    null,
                    new PosOrder.Option("O-1", "Extra cheese", PreModifier.EXTRA),
                    new PosOrder.Option("O-2", "No onion", PreModifier.NO),
                    new PosOrder.Option("O-3", "Olive", null)))
            .at("/products/0");

    assertThat(product.path("kitchen_notes").asText()).isEqualTo("Extra cheese; No onion");
    assertThat(product.path("options"))
        .extracting(option -> option.path("modifier_option_id").asText())
        .containsExactly("O-1", "O-3");
  }

  private static Account account(@Nullable String charge) {
    return new Account(new UUID(0, 1), URI.create("https://till.example"), "s", "b-1", charge);
  }

  private static PosOrder order(
      long fee, long discount, @Nullable Instant scheduledFor, PosOrder.Option... options) {
    return new PosOrder(
        new UUID(0, 2),
        "key",
        "A-27",
        Fulfilment.DELIVERY,
        OrderStatus.PENDING,
        new PosOrder.Customer("Sara", "966500000000"),
        null,
        List.of(new PosOrder.Line("B-1", "Burger", 1, List.of(options), new Money(2400), null)),
        new Money(fee),
        new Money(discount),
        new Money(2400 + fee - discount),
        new Money(313),
        null,
        PLACED,
        scheduledFor,
        PLACED.plusSeconds(1200));
  }
}
