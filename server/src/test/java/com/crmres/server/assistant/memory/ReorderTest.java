package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.money.Money;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A customer orders once more what he had, after the menu changed.
class ReorderTest {

  private static final String SARA = "966500000001";

  private final TalkingHouse house = new TalkingHouse();

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void whatIsOtherwiseThanLastTimeIsToldBeforeAnythingIsConfirmed() {
    UUID conversation =
        order("ابي 2 برجر لحم مع جبن بدون بصل وبيبسي وكنافة", house.noor.staff.olaya);
    changeTheMenu();

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.answer(conversation))
        .contains(
            "غير موجود في المنيو الآن: كنافة",
            "برجر لحم: اختياركم «جبن» ما عاد موجود",
            "أسعار تغيّرت",
            "• بيبسي: الحبة الآن بـ 5.00 ر.س (كانت 4.00 ر.س)")
        .doesNotContain("بصل» ما عاد", "ما قدرنا");
    assertThat(house.cart(conversation).lines())
        .extracting(CartLine::itemId, CartLine::quantity)
        .containsExactly(tuple(TestMenu.id("Beef burger"), 2), tuple(TestMenu.id("Pepsi"), 1));
    assertThat(house.cart(conversation).lines().getFirst().optionIds()).hasSize(1);
    assertThat(orders()).isEqualTo(1);
  }

  @Test
  void itIsToldInEnglishAsWell() {
    UUID conversation =
        order("two beef burgers with cheese and a pepsi and a kunafa", house.noor.staff.olaya);
    changeTheMenu();

    house.says(SARA, "same order as last time please");

    assertThat(house.answer(conversation))
        .contains(
            "not on our menu now: Kunafa",
            "Beef burger: your choice “Cheese” is no longer there",
            "Prices that changed",
            "Pepsi: SAR 5.00 each now (was SAR 4.00)");
  }

  @Test
  void ofAnUnchangedMenuNothingIsSaid() {
    UUID conversation = order("ابي 2 برجر لحم مع جبن وبيبسي", house.noor.staff.olaya);

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.answer(conversation))
        .contains("برجر لحم", "جبن", "بيبسي")
        .doesNotContain("تغيّرت", "ما عاد", "غير موجود", "آخر طلب");
  }

  @Test
  void forWhomADishWasIsRepeatedWithIt() {
    UUID conversation = house.says(SARA, "السلام عليكم");
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house.carts.apply(
                transaction,
                house.noor.restaurantId,
                conversation,
                new CartCommand.Add(
                    TestMenu.id("Beef burger"), 1, List.of(), "حار", "نورة", null)));
    order("ابي بيبسي", house.noor.staff.olaya);

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.cart(conversation).lines())
        .extracting(CartLine::itemId, CartLine::note, CartLine::person)
        .containsExactly(
            tuple(TestMenu.id("Beef burger"), "حار", "نورة"),
            tuple(TestMenu.id("Pepsi"), null, null));
  }

  @Test
  void aPriceThatOnlyTheEarlierBranchHasDidNotChange() {
    price(house.noor.staff.malaz, "Pepsi", 600);
    UUID conversation = order("ابي بيبسي", house.noor.staff.malaz);

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.answer(conversation)).contains("بيبسي").doesNotContain("تغيّرت");
  }

  @Test
  void aChoiceThatIsSoldOutTodayIsToldAndTheDishIsStillPutIn() {
    UUID conversation = order("ابي 2 برجر لحم مع جبن", house.noor.staff.olaya);
    groups(group -> group.withOptions(group.options().stream().map(this::withoutStock).toList()));

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.answer(conversation)).contains("برجر لحم: «جبن» نفدت الكمية اليوم");
    assertThat(house.cart(conversation).lines().getFirst().optionIds()).isEmpty();
  }

  @Test
  void whereNothingIsLeftTheCustomerIsToldAndAsked() {
    UUID conversation = order("ابي كنافة", house.noor.staff.olaya);
    changeTheMenu();

    house.says(SARA, "نفس الطلب اللي قبل");

    assertThat(house.answer(conversation)).contains("كنافة", "ما بقي من طلبكم السابق شي");
    assertThat(house.cart(conversation).isEmpty()).isTrue();
  }

  @Test
  void whoHasNoUsualOrderIsToldThatItIsTheLastOne() {
    UUID conversation = order("ابي 2 برجر لحم", house.noor.staff.olaya);

    house.says(SARA, "المعتاد");
    assertThat(house.answer(conversation)).contains("آخر طلب لكم", "برجر لحم");

    house.says(SARA, "الغي الطلب");
    order("ابي 2 برجر لحم", house.noor.staff.olaya);
    order("ابي حمص", house.noor.staff.olaya);
    house.says(SARA, "المعتاد");
    assertThat(house.answer(conversation))
        .contains("طلبكم المعتاد", "برجر لحم")
        .doesNotContain("آخر طلب", "حمص");
  }

  private BookGroup.Option withoutStock(BookGroup.Option option) {
    return option.name().en().equals("Cheese")
        ? new BookGroup.Option(
            option.id(),
            option.name(),
            option.aliases(),
            option.price(),
            option.standard(),
            false,
            option.nestedGroupIds(),
            option.calories(),
            option.allergens(),
            option.ingredientIds(),
            option.prices())
        : option;
  }

  /// No kunafa and no cheese any more, and a dearer Pepsi.
  private void changeTheMenu() {
    edit(book ->
        book.withItems(
            book.items().stream().filter(item -> !item.name().en().equals("Kunafa")).toList()));
    groups(group ->
        group.withOptions(
            group.options().stream()
                .filter(option -> !option.name().en().equals("Cheese"))
                .toList()));
    price(house.noor.staff.olaya, "Pepsi", 500);
  }

  private void groups(UnaryOperator<BookGroup> change) {
    edit(book -> book.withGroups(book.groups().stream().map(change).toList()));
  }

  private void price(UUID branch, String item, long halalas) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house.menus.setPrice(
                transaction,
                house.noor.restaurantId,
                branch,
                TestMenu.id(item),
                new Money(halalas)));
  }

  private void edit(UnaryOperator<MenuBook> change) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction -> {
          house.menus.edit(transaction, house.noor.restaurantId, change);
        });
  }

  private UUID order(String words, UUID branch) {
    house.says(SARA, words);
    house.says(SARA, words.startsWith("ابي") ? "استلام" : "pickup");
    house.taps(SARA, new MessageContent.Button(new Tap.At(branch).id(), "Branch"));
    UUID conversation = house.says(SARA, words.startsWith("ابي") ? "نعم" : "yes");
    house.noor.clock.forward(Duration.ofHours(3));
    return conversation;
  }

  private long orders() {
    return house.noor.in(transaction ->
        transaction.sql("select count(*) as n from orders").one(row -> row.number("n")));
  }
}
