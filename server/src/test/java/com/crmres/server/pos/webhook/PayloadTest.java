package com.crmres.server.pos.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.pos.PosOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayloadTest {

  @Test
  void anOptionSaysHowItIsWantedWhereItIsNotWantedAsItIs() {
    JsonNode options =
        Payload.placed(
                order(
                    new PosOrder.Option("O-1", "Extra cheese", PreModifier.EXTRA),
                    new PosOrder.Option("O-2", "Olive", null)))
            .at("/order/lines/0/options");

    assertThat(options.at("/0/preModifier").asText()).isEqualTo("extra");
    assertThat(options.at("/0/posId").asText()).isEqualTo("O-1");
    assertThat(options.path(1).has("preModifier")).isFalse();
  }

  private static PosOrder order(PosOrder.Option... options) {
    return new PosOrder(
        new UUID(0, 2),
        "key",
        "A-27",
        Fulfilment.PICKUP,
        OrderStatus.PENDING,
        new PosOrder.Customer("Sara", null),
        null,
        List.of(new PosOrder.Line("P-1", "Pizza", 1, List.of(options), new Money(4_300), null)),
        Money.ZERO,
        Money.ZERO,
        new Money(4_300),
        new Money(561),
        null,
        Instant.parse("2026-11-24T17:00:00Z"),
        null,
        null);
  }
}
