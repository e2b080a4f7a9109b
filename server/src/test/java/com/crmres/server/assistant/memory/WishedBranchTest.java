package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.ordering.cart.CartLine;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever names a branch gets his order there, or hears that he does not.
class WishedBranchTest {

  private static final String SARA = "966500000001";
  private static final UUID BURGER = TestMenu.id("Beef burger");

  private final TalkingHouse house = new TalkingHouse();
  private final UUID olaya = house.noor.staff.olaya;
  private final UUID malaz = house.noor.staff.malaz;

  @BeforeEach
  void theBurgerIsSoldOutAtOlaya() {
    house.noor.in(
        tx -> house.menus.setAvailability(tx, house.noor.restaurantId, olaya, BURGER, false));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void whatTheWishedBranchHasNotIsNotOfferedFromAnotherWithoutAWord() {
    UUID conversation = house.says(SARA, "two beef burgers, pickup from Olaya");

    assertThat(said(conversation)).contains("sold out").doesNotContain("Malaz");
    assertThat(house.cart(conversation).isEmpty()).isTrue();
    assertThat(house.cart(conversation).branchId()).isEqualTo(olaya);
  }

  @Test
  void whatElseIsWantedIsTakenAtTheWishedBranch() {
    UUID conversation = house.says(SARA, "a beef burger and a pepsi, pickup from Olaya");

    assertThat(said(conversation)).contains("sold out", "Pepsi").doesNotContain("Malaz");
    assertThat(house.cart(conversation).branchId()).isEqualTo(olaya);
    assertThat(house.cart(conversation).lines())
        .singleElement()
        .extracting(CartLine::itemId)
        .isEqualTo(TestMenu.id("Pepsi"));
  }

  @Test
  void whoNamesTheBranchLaterHearsWhichOneHasItInstead() {
    UUID conversation = house.says(SARA, "two beef burgers");

    house.says(SARA, "pickup from Olaya");

    assertThat(said(conversation)).contains("sold out", "at Olaya", "Malaz");
    assertThat(house.cart(conversation).branchId()).isEqualTo(malaz);
  }

  @Test
  void aBranchThatHasEverythingIsTaken() {
    UUID conversation = house.says(SARA, "two beef burgers, pickup from Malaz");

    assertThat(said(conversation)).doesNotContain("sold out");
    assertThat(house.cart(conversation).branchId()).isEqualTo(malaz);
  }

  private String said(UUID conversation) {
    return String.join("\n", house.answers(conversation));
  }
}
