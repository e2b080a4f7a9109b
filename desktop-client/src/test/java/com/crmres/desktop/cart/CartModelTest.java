package com.crmres.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartAction;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.ReadBackState;
import com.crmres.desktop.FakeCarts;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.Branches;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CartModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final CartModel model = model(Role.AGENT);

  private CartModel model(Role role) {
    var calls = PatientCalls.immediate();
    return new CartModel(
        api.carts(),
        calls,
        World.staff(role),
        UUID::randomUUID,
        World.OLAYA.id(),
        new Branches(api, calls));
  }

  @Test
  void hasFourFaces() {
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
    api.unreachable(true);
    model.open(NOURA);
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);

    restaurant.carts().has(NOURA, FakeCarts.line("Chicken burger", 2, null));
    model.reload();
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void putsADishInAsTheScreenShowedTheCart() {
    model.open(NOURA);

    new DishPutting(model).put(new DishModel(dish("Pepsi")));

    assertThat(cart().lines()).hasSize(1);
    assertThat(restaurant.carts().asked().getFirst().expectedVersion()).isZero();
    assertThat(restaurant.carts().asked().getFirst().cartId()).isNull();
    model.change(Objects.requireNonNull(model.wishes()).fulfilment(Fulfilment.PICKUP));
    assertThat(restaurant.carts().asked().getLast().expectedVersion()).isEqualTo(1);
    assertThat(restaurant.carts().asked().getLast().cartId()).isEqualTo(cart().id());
  }

  @Test
  void correctsChoicesNumberAndWishAndAsksForNothingThatStayed() {
    restaurant.carts().has(NOURA, FakeCarts.line("Chicken burger", 2, null));
    model.open(NOURA);
    var dish = new DishModel(dish("Chicken burger"), cart().lines().getFirst());
    dish.quantity().set(3);

    new DishPutting(model).put(dish);

    assertThat(restaurant.carts().asked())
        .extracting(asked -> asked.action())
        .containsExactly(CartAction.OPTIONS, CartAction.QUANTITY);
    assertThat(cart().lines().getFirst().quantity()).isEqualTo(3);
  }

  @Test
  void showsWhatTheServerSaysWhenSomebodyWasFaster() {
    restaurant.carts().has(NOURA, FakeCarts.line("Pepsi", 1, null));
    model.open(NOURA);
    CartWishes old = Objects.requireNonNull(model.wishes());
    restaurant.carts().has(NOURA, FakeCarts.line("Fries", 1, null));

    model.change(old.note("بسرعة"));

    assertThat(Objects.requireNonNull(model.failure().get()).code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(cart().version()).isEqualTo(2);
  }

  @Test
  void hearsOfChangesOfItsOwnConversationOnly() {
    restaurant.carts().has(NOURA, FakeCarts.line("Pepsi", 1, null));
    model.open(NOURA);
    restaurant.carts().has(NOURA, FakeCarts.line("Fries", 1, null));
    UUID id = Objects.requireNonNull(cart().id());

    model.happened(List.of(new LiveEvent.CartChanged(AHMED, id, 9, true, 1)));
    assertThat(cart().version()).isEqualTo(1);
    model.happened(List.of(new LiveEvent.CartChanged(NOURA, id, 2, true, 1)));
    assertThat(cart().version()).isEqualTo(2);
  }

  @Test
  void isReadBackAndConfirmedOnlyWhenNothingMustBeKnownFirst() {
    restaurant.carts().has(NOURA, FakeCarts.line("Pepsi", 1, null));
    model.open(NOURA);
    model.readBack();
    model.confirm("بالتلفون");
    assertThat(restaurant.carts().steps()).isEmpty();

    model.change(Objects.requireNonNull(model.wishes()).fulfilment(Fulfilment.PICKUP));
    model.readBack();
    assertThat(cart().readBack()).isEqualTo(ReadBackState.WAITING);
    model.confirm(" ");
    assertThat(restaurant.carts().steps()).hasSize(1);

    model.confirm("بالتلفون");
    assertThat(model.outcome().get()).isEqualTo(new CartOutcome.Ordered("A-77"));
    assertThat(restaurant.carts().steps().getLast().reason()).isEqualTo("بالتلفون");
    assertThat(restaurant.carts().steps().getLast().total()).isEqualTo(cartTotal());
    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  private static Money cartTotal() {
    return FakeCarts.line("Pepsi", 1, null).total();
  }

  @Test
  void tellsWhatOfAnEarlierOrderDidNotComeAlong() {
    model.open(NOURA);

    model.repeat(World.id("order A-1"));

    assertThat(cart().lines()).hasSize(1);
    assertThat(model.outcome().get())
        .isInstanceOfSatisfying(
            CartOutcome.Repeated.class, repeated -> assertThat(repeated.missing()).hasSize(1));
  }

  @Test
  void staysAsItIsForWhoeverMayOnlyRead() {
    CartModel reader = model(Role.AUDITOR);
    restaurant.carts().has(NOURA, FakeCarts.line("Pepsi", 1, null));
    reader.open(NOURA);

    reader.cancel();
    reader.readBack();

    assertThat(reader.mayChange()).isFalse();
    assertThat(reader.wishes()).isNull();
    assertThat(restaurant.carts().steps()).isEmpty();
  }

  private CartDetails cart() {
    return Objects.requireNonNull(model.cart().get());
  }

  private MenuDetails.Item dish(String name) {
    return restaurant.carts().menu(World.OLAYA.id()).categories().getFirst().items().stream()
        .filter(item -> item.name().en().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
