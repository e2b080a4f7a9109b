package com.crmres.server.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Pizza;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.PreModified;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How options are wanted, from the cart to the kitchen's ticket, on a real database.
class PreModifiedDishTest {

  private static final List<UUID> WISHES =
      List.of(
          Pizza.wanted(PreModifier.NO, Pizza.ONION),
          Pizza.wanted(PreModifier.EXTRA, Pizza.CHEESE),
          Pizza.wanted(PreModifier.HALF_LEFT, Pizza.PEPPERONI),
          Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.MARGHERITA));

  private final NoorKitchen noor = new NoorKitchen();

  @AfterEach
  void close() {
    noor.close();
  }

  @Test
  void theOrderAndTheTicketSayHowEachIsWanted() throws Exception {
    sellPizza();
    OrderSummary order = noor.placed(new CartCommand.Add(Pizza.PIZZA, 1, WISHES));
    noor.move(order.id(), new OrderCommand.Accept(20));

    assertThat(order.lines().getFirst().modifiers())
        .extracting(name -> name.ar())
        .containsExactly(
            "بدون بصل", "زيادة جبن", "ببروني على النصف الأول", "مارجريتا على النصف الثاني");
    assertThat(order.total().halalas()).isEqualTo(4_000 + 300 + 303);
    KitchenLine line = noor.tickets().getFirst().lines().getFirst();
    assertThat(line.modifiers())
        .extracting(modifier -> modifier.kind().wireName() + " " + modifier.name().en())
        .containsExactly(
            "without No Onion",
            "extra Extra Cheese",
            "choice Pepperoni on the first half",
            "choice Margherita on the second half");
  }

  @Test
  void theOrderKeepsWhatItsWishesMeantAndNeedsNoneOfWhatIsLeftOut() {
    sellPizza();
    Stock stock = new Stock(noor.menus);
    noor.house.database.changeRestaurant(
        noor.restaurantId,
        transaction -> stock.set(transaction, noor.restaurantId, noor.olaya, Pizza.ONION, 0));

    OrderSummary order = noor.placed(new CartCommand.Add(Pizza.PIZZA, 2, WISHES));

    OrderLine line =
        noor.in(tx ->
            tx.sql("select lines from orders where id = :order")
                .with("order", order.id())
                .one(row -> row.json("lines", OrderLine[].class)))[0];
    assertThat(line.preModified().getFirst())
        .isEqualTo(new PreModified(WISHES.getFirst(), Pizza.ONION, PreModifier.NO));
    assertThat(line.used()).containsExactly(Pizza.CHEESE, Pizza.PEPPERONI, Pizza.MARGHERITA);
  }

  private void sellPizza() {
    noor.house.database.changeRestaurant(
        noor.restaurantId,
        transaction -> noor.menus.edit(transaction, noor.restaurantId, Pizza::in));
  }
}
