package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.pos.PosThing;
import com.crmres.server.menu.Pizza;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How options are wanted, as the till hears of it.
class PreModifiedAtTheTillTest {

  private static final UUID NO_ONION = Pizza.wanted(PreModifier.NO, Pizza.ONION);
  private static final UUID EXTRA_CHEESE = Pizza.wanted(PreModifier.EXTRA, Pizza.CHEESE);

  private final TillHouse house = new TillHouse();

  @BeforeEach
  void sellPizza() {
    house.house.database.changeRestaurant(
        house.house.restaurantId,
        transaction -> {
          house.menus.edit(transaction, house.house.restaurantId, Pizza::in);
          house.map(transaction, PosThing.ITEM, Pizza.PIZZA);
          house.map(transaction, PosThing.OPTION, Pizza.CHEESE);
          house.map(transaction, PosThing.OPTION, Pizza.MARGHERITA);
        });
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aTillThatKnowsTheOptionHearsHowItIsWanted() {
    PosOrder.Line line = pushed();

    assertThat(line.options())
        .extracting(PosOrder.Option::posId, PosOrder.Option::preModifier)
        .containsExactly(
            tuple("p-" + Pizza.CHEESE, PreModifier.EXTRA), tuple("p-" + Pizza.MARGHERITA, null));
    assertThat(line.note()).isEqualTo("بدون بصل / No Onion");
  }

  @Test
  void aTillWithAnEntryOfItsOwnForThatGetsThatOne() {
    house.house.database.changeRestaurant(
        house.house.restaurantId,
        transaction -> house.map(transaction, PosThing.OPTION, EXTRA_CHEESE));

    assertThat(pushed().options())
        .extracting(PosOrder.Option::posId, PosOrder.Option::preModifier)
        .contains(tuple("p-" + EXTRA_CHEESE, null));
  }

  private PosOrder.Line pushed() {
    house.placed(
        new CartCommand.Add(Pizza.PIZZA, 1, List.of(NO_ONION, EXTRA_CHEESE, Pizza.MARGHERITA)));
    house.settle();
    return house.till.pushed.getFirst().lines().getFirst();
  }
}
