package com.crmres.server.assistant.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.money.Money;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.assistant.memory.TalkingHouse;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.OpenCarts;
import com.crmres.server.ordering.cart.VersionCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Open carts while the menu changes under them, and while their customers are silent.
class CartCareTest {

  private static final String SARA = "966500000001";

  private final TalkingHouse house = new TalkingHouse();
  private final OpenCarts openCarts = new OpenCarts(house.noor.clock, house.noor.ids);
  private final CartCare care = care(Discretion.FULL);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatSoldOutLeavesTheCartAndSomethingLikeItIsOffered() {
    UUID conversation = house.says(SARA, "ابي 2 بيبسي وكبسة دجاج استلام");

    soldOut("Pepsi");
    sweep();

    assertThat(items(conversation)).containsExactly(TestMenu.named("Chicken kabsa").id());
    assertThat(house.answer(conversation)).contains("بيبسي").contains("سفن اب");
    house.taps(SARA, firstButton(conversation));
    assertThat(house.cart(conversation).lines())
        .anySatisfy(line -> {
          assertThat(line.itemId()).isEqualTo(TestMenu.named("7up").id());
          assertThat(line.quantity()).isEqualTo(2);
        });
  }

  @Test
  void aYesToWhatSoldOutMeanwhilePlacesNothing() {
    UUID conversation = readBack();
    MessageContent.Button confirm = firstButton(conversation);

    soldOut("Pepsi");
    sweep();
    house.taps(SARA, confirm);

    assertThat(orders()).isZero();
    assertThat(house.answer(conversation)).doesNotContain("بيبسي");
  }

  @Test
  void aYesThatComesBeforeTheCartsAreGoneThroughIsOfferedSomethingInstead() {
    UUID conversation = readBack();
    MessageContent.Button confirm = firstButton(conversation);

    soldOut("Pepsi");
    house.taps(SARA, confirm);

    assertThat(orders()).isZero();
    assertThat(house.answer(conversation)).contains("نفدت الكمية").contains("بدالها");
    house.taps(SARA, firstButton(conversation));
    assertThat(house.cart(conversation).lines()).hasSize(2);
  }

  @Test
  void nothingIsSaidTwiceWhenTheSameChangeIsGoneThroughAgain() {
    UUID conversation = house.says(SARA, "ابي بيبسي وكبسة دجاج");
    soldOut("Pepsi");
    sweep();
    int said = house.answers(conversation).size();

    changed(null);
    sweep();

    assertThat(house.answers(conversation)).hasSize(said);
  }

  @Test
  void aPriceThatChangedIsReadBackAnew() {
    UUID conversation = readBack();
    MessageContent.Button old = firstButton(conversation);

    dearer("Pepsi", 900);
    sweep();

    assertThat(house.answer(conversation)).contains("تغيّر").contains("9.00");
    house.taps(SARA, old);
    assertThat(orders()).isZero();
    house.taps(SARA, firstButton(conversation));
    assertThat(orders()).isOne();
  }

  @Test
  void whereTheAssistantMayNotSpeakTheLinesStayAndTheReadBackDies() {
    UUID conversation = readBack();
    takeOver(conversation);
    int said = house.answers(conversation).size();

    soldOut("Pepsi");
    sweep();

    assertThat(house.cart(conversation).lines()).hasSize(2);
    assertThat(house.cart(conversation).readBackVersion()).isNull();
    assertThat(house.answers(conversation)).hasSize(said);
  }

  @Test
  void aCartLeftLyingIsRemindedOfOnceAndThenPutAway() {
    UUID conversation = readBack();
    int said = house.answers(conversation).size();

    house.noor.clock.forward(Duration.ofMinutes(31));
    care.attendDue();
    care.attendDue();

    assertThat(house.answers(conversation)).hasSize(said + 1);
    assertThat(house.answer(conversation)).contains("سلتكم");

    house.noor.clock.forward(Duration.ofHours(6));
    care.attendDue();

    assertThat(house.cart(conversation).isEmpty()).isTrue();
    assertThat(house.answers(conversation)).hasSize(said + 1);
  }

  @Test
  void whoeverGoesOnIsNotRemindedAndAnEmptyCartNever() {
    UUID conversation = house.says(SARA, "ابي بيبسي");
    house.noor.clock.forward(Duration.ofMinutes(29));
    house.says(SARA, "وكبسة دجاج");
    house.noor.clock.forward(Duration.ofMinutes(29));
    int said = house.answers(conversation).size();

    care.attendDue();
    house.says(SARA, "الغ الطلب");
    house.noor.clock.forward(Duration.ofHours(1));
    int afterCancelling = house.answers(conversation).size();
    care.attendDue();

    assertThat(afterCancelling).isEqualTo(said + 1);
    assertThat(house.answers(conversation)).hasSize(afterCancelling);
  }

  @Test
  void nobodyIsRemindedOutsideTheServiceWindow() {
    UUID conversation = house.says(SARA, "ابي بيبسي");
    int said = house.answers(conversation).size();

    house.noor.clock.forward(Duration.ofHours(25));
    care.attendDue();

    assertThat(house.answers(conversation)).hasSize(said);
  }

  @Test
  void aYesThatNamesTheCodeOfAnotherVersionIsReadBackAnew() {
    UUID conversation = readBack();
    Cart cart = house.cart(conversation);
    String code = VersionCode.of(cart.id(), cart.version());
    assertThat(house.answer(conversation)).contains(code);

    house.says(SARA, "نعم " + VersionCode.of(cart.id(), cart.version() - 1));
    assertThat(orders()).isZero();

    house.says(SARA, "نعم " + code);
    assertThat(orders()).isOne();
  }

  private CartCare care(Discretion discretion) {
    return new CartCare(
        house.noor.database,
        house.noor.conversations,
        house.carts,
        openCarts,
        house.restaurants,
        new CartDesk(
            house.carts,
            house.orders,
            house.noor.conversations,
            house.restaurants,
            house.menus,
            house.noor.clock),
        house.dialogue,
        discretion,
        house.noor.clock);
  }

  private UUID readBack() {
    UUID conversation = house.says(SARA, "ابي بيبسي وكبسة دجاج كامل استلام من العليا");
    house.taps(SARA, firstButton(conversation));
    assertThat(house.cart(conversation).readBackVersion())
        .as(house.answer(conversation))
        .isNotNull();
    return conversation;
  }

  private void soldOut(String english) {
    UUID itemId = TestMenu.named(english).id();
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house
                .restaurants
                .branches(transaction, house.noor.restaurantId)
                .forEach(branch -> {
                  house.menus.setAvailability(
                      transaction, house.noor.restaurantId, branch.id(), itemId, false);
                  openCarts.menuChanged(transaction, house.noor.restaurantId, branch.id(), itemId);
                }));
  }

  private void dearer(String english, long halalas) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction -> {
          house
              .restaurants
              .branches(transaction, house.noor.restaurantId)
              .forEach(branch ->
                  house.menus.setPrice(
                      transaction,
                      house.noor.restaurantId,
                      branch.id(),
                      TestMenu.named(english).id(),
                      new Money(halalas)));
          openCarts.menuChanged(transaction, house.noor.restaurantId, null, null);
        });
  }

  private void changed(@Nullable UUID itemId) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction -> openCarts.menuChanged(transaction, house.noor.restaurantId, null, itemId));
  }

  private void sweep() {
    boolean more = true;
    while (more) {
      more = care.sweepNext();
    }
  }

  private void takeOver(UUID conversation) {
    Speaker nasser = speaker();
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house.noor.conversations.takeOver(
                transaction, house.noor.restaurantId, conversation, nasser));
  }

  private Speaker speaker() {
    StaffMember nasser = house.noor.staff.hire(Role.AGENT);
    return new Speaker(nasser.id(), nasser.name());
  }

  private List<UUID> items(UUID conversation) {
    return house.cart(conversation).lines().stream().map(line -> line.itemId()).toList();
  }

  private MessageContent.Button firstButton(UUID conversation) {
    return ((MessageContent.Buttons) house.last(conversation)).buttons().getFirst();
  }

  private long orders() {
    return house.noor.<Long>in(transaction ->
        transaction.sql("select count(*) as n from orders").one(row -> row.number("n")));
  }
}
