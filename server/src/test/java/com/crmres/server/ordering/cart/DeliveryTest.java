package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.ordering.cart.CartResult.Question;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.place.Zone;
import com.crmres.server.restaurant.place.Zones;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Zones as they come from the table, in the cart of a customer.
class DeliveryTest {

  private static final Cart EMPTY =
      new Cart(Noor.id("cart"), 0, null, null, null, null, null, List.of(), null);
  private static final Cart.Destination HOME = new Cart.Destination(24.70, 46.68, "شقة 4");
  private static final Cart.Destination FAR = new Cart.Destination(24.90, 46.60, null);

  private final Offer offer = offer();
  private final CartRules rules = new CartRules(offer, Ids.timeOrdered());

  @Test
  void theFeeIsALineOfItsOwnWithinTheTotal() {
    PricedCart priced = offer.price(delivery(Noor.BURGER.id(), HOME));

    assertThat(priced.goods()).isEqualTo(new Money(2400));
    assertThat(priced.deliveryFee()).isEqualTo(new Money(900));
    assertThat(priced.total()).isEqualTo(new Money(3300));
    assertThat(priced.vat()).isEqualTo(new Money(3300).vatInside());
  }

  @Test
  void whoCollectsPaysNoFee() {
    Cart pickup =
        after(
            delivery(Noor.BURGER.id(), HOME), new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));

    assertThat(offer.price(pickup).deliveryFee()).isEqualTo(Money.ZERO);
    assertThat(question(pickup)).isNull();
  }

  @Test
  void tooSmallAnOrderHearsHowMuchIsMissing() {
    Cart cola = delivery(Noor.COLA.id(), HOME);

    assertThat(question(cola)).isEqualTo(new Question.TooLittle(new Money(2000), new Money(1300)));
    assertThat(
            question(
                after(cola, new CartCommand.Add(Noor.SANDWICH.id(), 1, List.of(Noor.WHITE.id())))))
        .isNull();
  }

  @Test
  void wordsAloneEndInARequestForAPin() {
    Cart cart =
        delivery(
            Noor.BURGER.id(), new Cart.Destination(null, null, "خلف مسجد الراجحي جنب البقالة"));

    assertThat(question(cart)).isEqualTo(new Question.WhichPin());
    assertThat(
            question(
                after(cart, new CartCommand.DeliverTo(new Cart.Destination(24.70, 46.68, null)))))
        .isNull();
  }

  @Test
  void wordsThatNameAZoneAreEnough() {
    Cart cart =
        delivery(Noor.BURGER.id(), new Cart.Destination(null, null, "حي العليا شارع التحلية"));

    assertThat(question(cart)).isNull();
    assertThat(offer.price(cart).deliveryFee()).isEqualTo(new Money(900));
  }

  @Test
  void aPinOutsideOfEveryZoneIsOutOfReach() {
    assertThat(question(delivery(Noor.BURGER.id(), FAR))).isEqualTo(new Question.OutOfReach());
  }

  @Test
  void aBranchWithoutZonesDeliversAnywhereForNothing() {
    Offer anywhere = new Offer(List.of(Noor.OLAYA), _ -> Noor.menuOf(Noor.OLAYA), Noor.EVENING);
    Cart cart = delivery(Noor.COLA.id(), FAR);

    assertThat(new CartQuestions(anywhere, true).next(cart)).isEmpty();
    assertThat(anywhere.price(cart).deliveryFee()).isEqualTo(Money.ZERO);
  }

  private Cart delivery(UUID item, Cart.Destination to) {
    return after(
        EMPTY,
        new CartCommand.Add(item, 1, List.of()),
        new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY),
        new CartCommand.DeliverTo(to));
  }

  private Cart after(Cart cart, CartCommand... commands) {
    Cart now = cart;
    for (CartCommand command : commands) {
      now = ((CartResult.Changed) rules.apply(now, command)).cart();
    }
    return now;
  }

  private @Nullable Question question(Cart cart) {
    return new CartQuestions(offer, true).next(cart).orElse(null);
  }

  /// Olaya draws one zone around itself.
  private static Offer offer() {
    try (TestDatabase world = TestDatabase.fresh()) {
      Clock clock = Clock.fixed(Noor.EVENING, ZoneOffset.UTC);
      Restaurants restaurants = new Restaurants(clock);
      Zones zones = new Zones(Ids.timeOrdered());
      List<Zone> drawn =
          world
              .database()
              .inRestaurant(
                  Noor.ID,
                  transaction -> {
                    restaurants.add(transaction, Noor.RESTAURANT);
                    restaurants.addBranch(transaction, Noor.ID, Noor.OLAYA);
                    zones.replace(transaction, Noor.ID, Noor.OLAYA.id(), around());
                    return zones.of(transaction, Noor.ID, Noor.OLAYA.id());
                  });
      return new Offer(
          List.of(Noor.OLAYA),
          _ -> Noor.menuOf(Noor.OLAYA),
          _ -> drawn,
          BranchChoice.Habits.NONE,
          Noor.EVENING);
    }
  }

  private static ZoneCollection around() {
    List<List<Double>> ring =
        List.of(
            List.of(46.66, 24.67),
            List.of(46.70, 24.67),
            List.of(46.70, 24.72),
            List.of(46.66, 24.72),
            List.of(46.66, 24.67));
    ZoneCollection.Terms terms =
        new ZoneCollection.Terms(
            new LocalizedText("العليا", "Olaya"),
            new Money(900),
            new Money(2000),
            List.of(),
            new Money(15_000));
    return new ZoneCollection(
        "FeatureCollection",
        List.of(
            new ZoneCollection.Feature(
                "Feature", null, new ZoneCollection.Polygon("Polygon", List.of(ring)), terms)));
  }
}
