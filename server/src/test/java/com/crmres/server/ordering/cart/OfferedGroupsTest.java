package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.Pizza;
import com.crmres.server.ordering.cart.CartResult.Changed;
import com.crmres.server.ordering.cart.CartResult.Question;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.CartResult.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Choices that are offered by one way only, and what is asked of a pizza of which half is known.
class OfferedGroupsTest {

  private static final Cart EMPTY =
      new Cart(Noor.id("cart"), 0, null, null, null, null, null, List.of(), null);
  private static final CartCommand PICKUP = new CartCommand.ChooseFulfilment(Fulfilment.PICKUP);
  private static final CartCommand DELIVERY = new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY);

  private final Offer offer =
      new Offer(
          List.of(Noor.OLAYA),
          branchId -> Pizza.menu(Noor.ID, branchId, Noor.EVENING),
          Noor.EVENING);
  private final CartRules rules = new CartRules(offer, UUID::randomUUID);

  @Test
  void whatIsForDeliveriesIsAskedWhenDeliveryIsChosen() {
    Cart open = after(EMPTY, pizza(Pizza.MARGHERITA));
    assertThat(question(open)).isInstanceOf(Question.HowToGet.class);

    assertThat(question(after(open, DELIVERY)))
        .isInstanceOfSatisfying(
            Question.Choose.class, choose -> assertThat(choose.groupId()).isEqualTo(Pizza.BAG));
    assertThat(question(after(open, PICKUP)) instanceof Question.Choose).isFalse();
  }

  @Test
  void whatWasSaidOfADeliveryGoesOutWithIt() {
    Cart open = after(EMPTY, pizza(Pizza.MARGHERITA, Pizza.PAPER));

    assertThat(line(after(open, DELIVERY)).optionIds())
        .containsExactly(Pizza.MARGHERITA, Pizza.PAPER);
    assertThat(line(after(open, DELIVERY, PICKUP)).optionIds()).containsExactly(Pizza.MARGHERITA);
  }

  @Test
  void aPickupTakesNothingThatIsForDeliveries() {
    Cart pickup = after(EMPTY, PICKUP);

    assertThat(rules.apply(pickup, pizza(Pizza.MARGHERITA, Pizza.PAPER)))
        .isEqualTo(new Refused(new Reason.Unknown()));
  }

  @Test
  void nobodyIsAskedWhatIsForTheBranchOnly() {
    assertThat(rules.apply(EMPTY, pizza(Pizza.MARGHERITA, Pizza.CHINA)))
        .isEqualTo(new Refused(new Reason.Unknown()));
  }

  @Test
  void whoeverNamedOneHalfIsAskedForTheOtherAndTheAnswerIsThat() {
    UUID left = Pizza.wanted(PreModifier.HALF_LEFT, Pizza.PEPPERONI);
    Cart half = after(EMPTY, pizza(left), PICKUP);
    assertThat(question(half)).isInstanceOf(Question.Choose.class);

    Cart whole =
        after(
            half,
            new CartCommand.ChangeOptions(line(half).id(), List.of(Pizza.MARGHERITA), List.of()));

    assertThat(line(whole).optionIds())
        .containsExactly(left, Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.MARGHERITA));
    assertThat(question(whole) instanceof Question.Choose).isFalse();
  }

  @Test
  void theSameOnBothHalvesIsAWhole() {
    Cart half = after(EMPTY, pizza(Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.PEPPERONI)), PICKUP);

    Cart whole =
        after(
            half,
            new CartCommand.ChangeOptions(line(half).id(), List.of(Pizza.PEPPERONI), List.of()));

    assertThat(line(whole).optionIds()).containsExactly(Pizza.PEPPERONI);
  }

  private @Nullable Question question(Cart cart) {
    return new CartQuestions(offer, true).next(cart).orElse(null);
  }

  private static CartLine line(Cart cart) {
    return cart.lines().getFirst();
  }

  private Cart after(Cart cart, CartCommand... commands) {
    Cart now = cart;
    for (CartCommand command : commands) {
      now = ((Changed) rules.apply(now, command)).cart();
    }
    return now;
  }

  private static CartCommand pizza(UUID... options) {
    return new CartCommand.Add(Pizza.PIZZA, 1, List.of(options));
  }
}
