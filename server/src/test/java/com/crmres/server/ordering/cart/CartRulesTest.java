package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartResult.Changed;
import com.crmres.server.ordering.cart.CartResult.Question;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.CartResult.Refused;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CartRulesTest {

  private static final Cart EMPTY =
      new Cart(Noor.id("cart"), 0, null, null, null, null, null, List.of(), null);
  private static final Cart.Destination NEAR_OLAYA = new Cart.Destination(24.70, 46.68, null);

  private final Offer offer = offer(Noor.EVENING);

  @Test
  void aChangeMakesTheNextVersion() {
    Cart cart = after(EMPTY, add(Noor.BURGER, 2));

    assertThat(cart.version()).isEqualTo(1);
    assertThat(cart.lines()).singleElement().extracting(CartLine::quantity).isEqualTo(2);
  }

  @Test
  void whatChangesNothingMakesNoVersion() {
    Cart cart =
        after(
            EMPTY,
            add(Noor.BURGER, 2),
            new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
            new CartCommand.AddNote("بسرعة"));
    UUID line = cart.lines().getFirst().id();

    assertThat(apply(cart, new CartCommand.ChangeQuantity(line, 2))).isEqualTo(new Changed(cart));
    assertThat(apply(cart, new CartCommand.ChooseFulfilment(Fulfilment.PICKUP)))
        .isEqualTo(new Changed(cart));
    assertThat(apply(cart, new CartCommand.AddNote("بسرعة"))).isEqualTo(new Changed(cart));
    assertThat(
            apply(cart, new CartCommand.ChangeOptions(line, List.of(Noor.REGULAR.id()), List.of())))
        .isEqualTo(new Changed(cart));
  }

  @Test
  void refusesWhatIsNotOnOffer() {
    assertThat(apply(EMPTY, add(Noor.id("pizza"), 1, List.of())))
        .isEqualTo(new Refused(new Reason.Unknown()));
    assertThat(apply(EMPTY, add(Noor.COLA.id(), 1, List.of(Noor.CHEESE.id()))))
        .isEqualTo(new Refused(new Reason.Unknown()));
    assertThat(apply(EMPTY, add(Noor.COLA, 51))).isEqualTo(new Refused(new Reason.OutOfRange()));
    assertThat(apply(EMPTY, add(Noor.COLA, 0))).isEqualTo(new Refused(new Reason.OutOfRange()));
    assertThat(apply(EMPTY, new CartCommand.Remove(Noor.id("nothing"))))
        .isEqualTo(new Refused(new Reason.Unknown()));
    assertThat(apply(EMPTY, new CartCommand.ChooseBranch(Noor.id("nowhere"))))
        .isEqualTo(new Refused(new Reason.Unknown()));
    assertThat(apply(EMPTY, new CartCommand.AddNote("ا".repeat(201))))
        .isEqualTo(new Refused(new Reason.OutOfRange()));
    assertThat(apply(EMPTY, new CartCommand.DeliverTo(new Cart.Destination(95.0, 46.0, null))))
        .isEqualTo(new Refused(new Reason.OutOfRange()));
  }

  @Test
  void refusesMoreOptionsThanTheGroupAllows() {
    CartCommand three =
        add(Noor.BURGER.id(), 1, List.of(Noor.CHEESE.id(), Noor.EGG.id(), Noor.JALAPENO.id()));

    assertThat(apply(EMPTY, three))
        .isEqualTo(new Refused(new Reason.TooMany(Noor.BURGER.id(), Noor.ADDONS.id(), 2)));
  }

  @Test
  void refusesWhatEveryBranchHasSoldOut() {
    CartRules rules =
        new CartRules(
            soldOut(Map.of(Noor.OLAYA, Noor.FRIES, Noor.MALAZ, Noor.FRIES)), UUID::randomUUID);

    assertThat(rules.apply(EMPTY, add(Noor.FRIES, 1)))
        .isEqualTo(new Refused(new Reason.SoldOut(Noor.FRIES.id())));
  }

  @Test
  void takesWhatOneBranchStillHasAndThenOnlyThatBranch() {
    CartRules rules = new CartRules(soldOut(Map.of(Noor.OLAYA, Noor.FRIES)), UUID::randomUUID);

    Cart cart = ((Changed) rules.apply(EMPTY, add(Noor.FRIES, 1))).cart();

    assertThat(rules.apply(cart, new CartCommand.ChooseBranch(Noor.OLAYA.id())))
        .isEqualTo(new Refused(new Reason.SoldOut(Noor.FRIES.id())));
    assertThat(rules.apply(cart, new CartCommand.ChooseFulfilment(Fulfilment.PICKUP)))
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> assertThat(changed.cart().branchId()).isEqualTo(Noor.MALAZ.id()));
  }

  @Test
  void holdsFortyLines() {
    Cart full = EMPTY;
    for (int line = 0; line < 40; line++) {
      full = after(full, add(Noor.COLA, 1));
    }

    assertThat(apply(full, add(Noor.COLA, 1))).isEqualTo(new Refused(new Reason.Full()));
  }

  @Test
  void aBranchWithoutDriversDoesNotDeliver() {
    Cart delivery = after(EMPTY, new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY));

    assertThat(apply(delivery, new CartCommand.ChooseBranch(Noor.MALAZ.id())))
        .isEqualTo(new Refused(new Reason.NoDelivery(Noor.MALAZ.id())));
    Cart malaz = after(EMPTY, new CartCommand.ChooseBranch(Noor.MALAZ.id()));
    assertThat(apply(malaz, new CartCommand.DeliverTo(NEAR_OLAYA)))
        .isEqualTo(new Refused(new Reason.NoDelivery(Noor.MALAZ.id())));
  }

  @Test
  void whoSaysWhereToWantsDelivery() {
    Cart cart = after(EMPTY, new CartCommand.DeliverTo(NEAR_OLAYA));

    assertThat(cart.fulfilment()).isEqualTo(Fulfilment.DELIVERY);
    assertThat(cart.branchId()).isEqualTo(Noor.OLAYA.id());
  }

  @Test
  void aPinAndADoorNumberAreOnePlace() {
    Cart cart =
        after(
            EMPTY,
            new CartCommand.DeliverTo(NEAR_OLAYA),
            new CartCommand.DeliverTo(new Cart.Destination(null, null, "شقة 4")));

    assertThat(cart.destination()).isEqualTo(new Cart.Destination(24.70, 46.68, "شقة 4"));
  }

  @Test
  void theNearestBranchServesWhoCollectsFromAPin() {
    Cart cart =
        after(
            EMPTY,
            new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
            new CartCommand.DeliverTo(new Cart.Destination(24.66, 46.74, null)));

    assertThat(cart.fulfilment()).isEqualTo(Fulfilment.PICKUP);
    assertThat(cart.branchId()).isEqualTo(Noor.MALAZ.id());
  }

  @Test
  void asksOneThingAtATimeInOrder() {
    Cart cart = after(EMPTY, add(Noor.SANDWICH, 1));
    CartLine line = cart.lines().getFirst();
    assertThat(question(cart))
        .isEqualTo(new Question.Choose(line.id(), Noor.SANDWICH.id(), Noor.BREAD.id()));

    cart =
        after(cart, new CartCommand.ChangeOptions(line.id(), List.of(Noor.BROWN.id()), List.of()));
    assertThat(question(cart)).isEqualTo(new Question.HowToGet());

    Cart pickup = after(cart, new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));
    assertThat(question(pickup))
        .isEqualTo(new Question.WhichBranch(List.of(Noor.OLAYA.id(), Noor.MALAZ.id())));

    Cart delivery = after(cart, new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY));
    assertThat(question(delivery)).isEqualTo(new Question.WhereTo());

    pickup = after(pickup, new CartCommand.ChooseBranch(Noor.MALAZ.id()));
    assertThat(new CartQuestions(offer, true).next(pickup)).isEmpty();
    assertThat(new CartQuestions(offer, true).next(EMPTY)).isEmpty();
  }

  /// trap 16
  @Test
  void aDeliveryNeedsANumberToCallAndAPickupDoesNot() {
    Cart pickup =
        after(EMPTY, add(Noor.COLA, 1), new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));
    Cart here = after(pickup, new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    Cart delivery =
        after(
            here,
            new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY),
            new CartCommand.DeliverTo(NEAR_OLAYA));
    Cart called =
        after(delivery, new CartCommand.ContactBy(PhoneNumber.parse("٠٥٠ ٠٠٠ ٠١٢٣").orElseThrow()));

    assertThat(new CartQuestions(offer, false).next(here)).isEmpty();
    assertThat(new CartQuestions(offer, false).next(delivery))
        .hasValue(new CartResult.Question.WhichPhone());
    assertThat(new CartQuestions(offer, true).next(delivery)).isEmpty();
    assertThat(new CartQuestions(offer, false).next(called)).isEmpty();
    assertThat(called.contactPhone()).isEqualTo("966500000123");
    assertThat(called.version()).isEqualTo(delivery.version() + 1);
  }

  @Test
  void atNightOnlyTheOpenBranchIsOffered() {
    Offer night = offer(Noor.EVENING.plus(Duration.ofHours(5)));
    CartRules rules = new CartRules(night, UUID::randomUUID);

    CartResult result = rules.apply(EMPTY, new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));

    assertThat(((Changed) result).cart().branchId()).isEqualTo(Noor.OLAYA.id());
  }

  @Property(tries = 500)
  void whateverIsProposedTheCartStaysSound(@ForAll("commands") List<CartCommand> commands) {
    Cart cart = EMPTY;
    for (CartCommand proposed : commands) {
      CartCommand command = aimed(proposed, cart);
      Cart before = cart;
      switch (apply(cart, command)) {
        case Refused _ -> assertThat(cart).isSameAs(before);
        case Changed(Cart after) -> {
          boolean same = after.equals(before);
          assertThat(after.version()).isEqualTo(before.version() + (same ? 0 : 1));
          cart = after;
        }
      }
      assertSound(cart);
    }
  }

  @Provide
  Arbitrary<List<CartCommand>> commands() {
    Arbitrary<UUID> items =
        Arbitraries.of(
            Noor.BURGER.id(), Noor.SANDWICH.id(), Noor.FRIES.id(), Noor.COLA.id(), Noor.id("x"));
    Arbitrary<List<UUID>> options =
        Arbitraries.of(
                Noor.REGULAR.id(),
                Noor.LARGE.id(),
                Noor.WHITE.id(),
                Noor.BROWN.id(),
                Noor.CHEESE.id(),
                Noor.EGG.id(),
                Noor.JALAPENO.id(),
                Noor.NO_ONION.id())
            .list()
            .ofMaxSize(4);
    Arbitrary<Integer> quantities = Arbitraries.integers().between(-1, 52);
    // Which line is meant is said by its place; `aimed` puts in the id.
    Arbitrary<UUID> lines = Arbitraries.integers().between(0, 5).map(CartRulesTest::place);
    Arbitrary<CartCommand> command =
        Arbitraries.oneOf(
            Combinators.combine(items, quantities, options).as(CartRulesTest::add),
            Combinators.combine(lines, quantities).as(CartCommand.ChangeQuantity::new),
            Combinators.combine(lines, options, options).as(CartCommand.ChangeOptions::new),
            lines.map(CartCommand.Remove::new),
            Arbitraries.of(new CartCommand.Clear(), new CartCommand.AddNote("بسرعة")),
            Arbitraries.of(Fulfilment.values()).map(CartCommand.ChooseFulfilment::new),
            Arbitraries.of(Noor.OLAYA.id(), Noor.MALAZ.id()).map(CartCommand.ChooseBranch::new),
            Arbitraries.of(NEAR_OLAYA, new Cart.Destination(null, null, "حي العليا"))
                .map(CartCommand.DeliverTo::new));
    return command.list().ofMaxSize(30);
  }

  private void assertSound(Cart cart) {
    Menu menu = offer.menu(cart);
    PricedCart priced = Pricing.price(cart, menu);
    assertThat(priced.lines()).hasSameSizeAs(cart.lines());
    assertThat(priced.total())
        .isEqualTo(
            priced.lines().stream().map(OrderSummary.Line::total).reduce(Money.ZERO, Money::plus));
    assertThat(cart.lines()).hasSizeLessThanOrEqualTo(40);
    assertThat(cart.lines().stream().map(CartLine::id).distinct()).hasSameSizeAs(cart.lines());
    for (CartLine line : cart.lines()) {
      MenuItem item = menu.item(line.itemId()).orElseThrow();
      Choices choices = new Choices(item, line.optionIds(), null);
      assertThat(line.quantity()).isBetween(1, 50);
      assertThat(choices.allKnown()).isTrue();
      assertThat(choices.overfull()).isEmpty();
      assertThat(choices.kept()).isEqualTo(line.optionIds());
    }
    assertThat(cart.fulfilment() == Fulfilment.DELIVERY && Noor.MALAZ.id().equals(cart.branchId()))
        .isFalse();
  }

  private static CartCommand aimed(CartCommand command, Cart cart) {
    return switch (command) {
      case CartCommand.ChangeQuantity(UUID line, int quantity) ->
          new CartCommand.ChangeQuantity(at(line, cart), quantity);
      case CartCommand.ChangeOptions(UUID line, List<UUID> take, List<UUID> leave) ->
          new CartCommand.ChangeOptions(at(line, cart), take, leave);
      case CartCommand.Remove(UUID line) -> new CartCommand.Remove(at(line, cart));
      default -> command;
    };
  }

  private static UUID at(UUID place, Cart cart) {
    int index = (int) place.getLeastSignificantBits();
    return index < cart.lines().size() ? cart.lines().get(index).id() : place;
  }

  private static UUID place(int index) {
    return new UUID(0, index);
  }

  private Question question(Cart cart) {
    return new CartQuestions(offer, true).next(cart).orElseThrow();
  }

  private Cart after(Cart start, CartCommand... commands) {
    return Stream.of(commands)
        .reduce(
            start, (cart, command) -> ((Changed) apply(cart, command)).cart(), (_, last) -> last);
  }

  private CartResult apply(Cart cart, CartCommand command) {
    return new CartRules(offer, UUID::randomUUID).apply(cart, command);
  }

  private static CartCommand add(MenuItem item, int quantity) {
    return add(item.id(), quantity, List.of());
  }

  private static CartCommand add(UUID itemId, int quantity, List<UUID> options) {
    return new CartCommand.Add(itemId, quantity, options);
  }

  private static Offer offer(Instant at) {
    return new Offer(
        List.of(Noor.OLAYA, Noor.MALAZ),
        id -> Noor.menuOf(id.equals(Noor.OLAYA.id()) ? Noor.OLAYA : Noor.MALAZ),
        at);
  }

  private static Offer soldOut(Map<Branch, MenuItem> gone) {
    return new Offer(
        List.of(Noor.OLAYA, Noor.MALAZ),
        id -> {
          Branch branch = id.equals(Noor.OLAYA.id()) ? Noor.OLAYA : Noor.MALAZ;
          MenuItem item = gone.get(branch);
          return item == null ? Noor.menuOf(branch) : Noor.menuWithout(branch, item);
        },
        Noor.EVENING);
  }
}
