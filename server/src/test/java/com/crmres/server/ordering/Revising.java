package com.crmres.server.ordering;

import com.crmres.common.ordering.AlterOrderRequest;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Database;
import com.crmres.server.ordering.cart.Noor;
import java.util.List;
import java.util.UUID;

/// Staff who change the lines of orders, for tests of other rooms.
public final class Revising {

  private static final UUID STAFF = UUID.fromString("01980000-0000-7000-8000-00000000000b");

  private Revising() {}

  /// Makes the first line of an order so many.
  ///
  /// @return in short what came of it
  public static String pieces(Orders orders, Database database, OrderSummary order, int pieces) {
    ReviseResult result =
        database.inRestaurant(
            Noor.ID,
            tx -> {
              UUID line = orders.lines(tx, Noor.ID, order.id()).getFirst().id();
              OrderCommand.Revise wish =
                  new OrderCommand.Revise(
                      List.of(new AlterOrderRequest.Change(line, null, pieces, null, null)),
                      Why.of(OrderReason.STAFF_ERROR));
              Once once = new Once(UUID.randomUUID(), order.version());
              return orders.revise(tx, Noor.ID, order.id(), wish, Actor.staff(STAFF), once);
            });
    return switch (result) {
      case ReviseResult.Answered(OrderResult answer) -> answer.getClass().getSimpleName();
      case ReviseResult.Refused _ -> "Refused";
      case ReviseResult.NotMade(PlaceResult why) -> why.getClass().getSimpleName();
    };
  }
}
