package com.crmres.bench.desktop;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Orders and kitchen tickets that nobody ever ordered.
final class Kitchenful {

  static final StationPlan.Station GRILL =
      new StationPlan.Station(
          new UUID(1, 3), new LocalizedText("الشواية", "Grill"), true, List.of(), List.of());

  private static final long ORDER = 20;
  private static final long TICKET = 21;
  private static final UUID BURGER = new UUID(1, 4);
  private static final LocalizedText NAME = new LocalizedText("برجر دجاج", "Chicken burger");

  private Kitchenful() {}

  static UUID orderId(int number) {
    return new UUID(ORDER, number);
  }

  static OrderSummary order(int number, OrderStatus status, Instant placed, long version) {
    boolean delivery = number % 2 == 0;
    return new OrderSummary(
        orderId(number),
        "A-" + number,
        Invented.BRANCH,
        Invented.conversationId(number),
        Invented.customer(number),
        status,
        new OrderStanding(
            delivery ? OrderPaymentState.COD_DUE : OrderPaymentState.PAID,
            KitchenState.PENDING,
            DeliveryState.NONE,
            null,
            null,
            null,
            List.of()),
        delivery ? Fulfilment.DELIVERY : Fulfilment.PICKUP,
        null,
        List.of(
            new OrderSummary.Line(
                new UUID(ORDER << 33, number),
                2,
                NAME,
                null,
                List.of(new LocalizedText("بدون بصل", "No onion")),
                null,
                new Money(4200)),
            new OrderSummary.Line(
                new UUID(ORDER << 34, number),
                1,
                new LocalizedText("بيبسي", "Pepsi"),
                null,
                List.of(),
                null,
                new Money(500))),
        Money.ZERO,
        new Money(4700),
        new Money(4700).vatInside(),
        null,
        null,
        allowed(status),
        placed,
        placed,
        status == OrderStatus.PENDING ? null : placed.plusSeconds(1500),
        version);
  }

  private static List<OrderAction> allowed(OrderStatus status) {
    return switch (status) {
      case PENDING -> List.of(OrderAction.ACCEPT, OrderAction.REJECT);
      case CONFIRMED -> List.of(OrderAction.START_PREPARING, OrderAction.CANCEL);
      case PREPARING -> List.of(OrderAction.MARK_READY);
      case READY -> List.of(OrderAction.HAND_OVER);
      default -> List.of();
    };
  }

  static KitchenTicket ticket(int number, boolean open, Instant queued, long version) {
    UUID id = new UUID(TICKET, number);
    var line =
        new KitchenLine(
            new UUID(TICKET << 32, number),
            new UUID(ORDER << 32, number),
            2,
            BURGER,
            NAME,
            null,
            List.of(),
            null,
            null,
            open ? KitchenState.FIRED : KitchenState.DONE,
            null,
            null,
            null,
            false,
            0);
    return new KitchenTicket(
        id,
        orderId(number),
        Invented.BRANCH,
        GRILL.id(),
        GRILL.name(),
        "A-" + number,
        number % 2 == 0 ? Fulfilment.DELIVERY : Fulfilment.PICKUP,
        "نورة",
        OrderStatus.CONFIRMED,
        List.of(),
        List.of(line),
        null,
        List.of(),
        null,
        queued,
        null,
        queued,
        queued.plusSeconds(900),
        open ? null : queued.plusSeconds(600),
        open,
        version);
  }
}
