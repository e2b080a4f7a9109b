package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Evidence;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.cart.PricedCart;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CartsTest {

  private static final World WORLD = new World();

  @Test
  void anUntouchedCartIsNotStored() {
    UUID conversation = WORLD.conversation();

    assertThat(WORLD.cart(conversation).version()).isZero();
    assertThat(WORLD.cart(conversation).isEmpty()).isTrue();
  }

  @Test
  void keepsEverythingThatWasSaid() {
    UUID conversation = WORLD.conversation();

    Cart changed =
        WORLD.change(
            conversation,
            new CartCommand.Add(
                Noor.BURGER.id(),
                2,
                List.of(Noor.LARGE.id()),
                "مستوي زين",
                "للوالدة",
                new Evidence(Noor.id("message"), 5, 16, "برجرين كبار")),
            new CartCommand.AddNote("لا تنسون المناديل"),
            new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4")));

    assertThat(changed.version()).isEqualTo(3);
    assertThat(changed.note()).isEqualTo("لا تنسون المناديل");
    assertThat(changed.destination()).isEqualTo(new Cart.Destination(24.7, 46.68, "شقة 4"));
    assertThat(changed.branchId()).isEqualTo(Noor.OLAYA.id());
    assertThat(changed.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.evidence())
              .isEqualTo(new Evidence(Noor.id("message"), 5, 16, "برجرين كبار"));
          assertThat(line.person()).isEqualTo("للوالدة");
          assertThat(line.note()).isEqualTo("مستوي زين");
          assertThat(line.optionIds()).containsExactly(Noor.LARGE.id());
        });
  }

  @Test
  void whatWasRefusedIsNotStored() {
    UUID conversation = WORLD.conversation();

    CartResult result =
        WORLD.in(tx ->
            WORLD.carts.apply(
                tx, Noor.ID, conversation, new CartCommand.Add(Noor.COLA.id(), 99, List.of())));

    assertThat(result).isEqualTo(new CartResult.Refused(new CartResult.Reason.OutOfRange()));
    assertThat(WORLD.cart(conversation).version()).isZero();
  }

  @Test
  void twoFirstCommandsAtOnceShareOneCart() throws Exception {
    UUID conversation = WORLD.conversation();
    Callable<CartResult> add =
        () ->
            WORLD.in(tx ->
                WORLD.carts.apply(
                    tx, Noor.ID, conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of())));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.of(add, add, add, add))) {
        assertThat(done.get()).isInstanceOf(CartResult.Changed.class);
      }
    }

    Cart cart = WORLD.cart(conversation);
    assertThat(cart.lines()).hasSize(4);
    assertThat(cart.version()).isEqualTo(4);
  }

  @Test
  void aReadBackCountsForItsVersionOnly() {
    UUID conversation = WORLD.conversation();
    Cart read = WORLD.readBack(conversation, Fulfilment.PICKUP);
    assertThat(WORLD.cart(conversation).readBackVersion()).isEqualTo(read.version());

    Cart changed = WORLD.change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));

    assertThat(changed.version()).isGreaterThan(read.version());
    assertThat(WORLD.cart(conversation).readBackVersion()).isEqualTo(read.version());
  }

  @Test
  void costsWhatTheBranchAsks() {
    UUID conversation = WORLD.conversation();
    Cart cart = WORLD.change(conversation, new CartCommand.Add(Noor.BURGER.id(), 2, List.of()));

    PricedCart priced = WORLD.in(tx -> WORLD.carts.price(tx, Noor.ID, cart));

    assertThat(priced.total()).isEqualTo(new Money(4_800));
    assertThat(priced.vat()).isEqualTo(new Money(626));
    assertThat(priced.version()).isEqualTo(cart.version());
  }
}
