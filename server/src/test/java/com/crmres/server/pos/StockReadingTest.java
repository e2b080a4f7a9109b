package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.pos.PosThing;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockReadingTest {

  private final TillHouse house = new TillHouse();
  private final StockReading reading = house.first.stockReading(house.menus);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatTheTillHasSoldOutIsSoldOutHereUntilTheTillHasItAgain() throws Exception {
    read(true);
    assertThat(isSold()).isTrue();

    read(false);
    assertThat(isSold()).isFalse();

    read(true);
    assertThat(isSold()).isTrue();
  }

  @Test
  void whatPeopleSetInBetweenStandsUntilTheTillChangesItsMind() throws Exception {
    read(false);
    set(true);

    read(false);
    assertThat(isSold()).isTrue();

    read(true);
    set(false);
    read(true);
    assertThat(isSold()).isFalse();
  }

  @Test
  void whatStaffHaveClosedTheTillDoesNotOpen() throws Exception {
    read(true);
    set(false);

    read(false);
    read(true);
    assertThat(isSold()).isFalse();

    set(true);
    assertThat(isSold()).isTrue();
  }

  @Test
  void whatStaffCloseForAWhileStaysClosedAsLongAsTheTillHasNone() throws Exception {
    read(true);
    Instant soon = house.house.clock.instant().plus(Duration.ofMinutes(30));
    house.in(tx ->
        house.menus.set(
            tx,
            house.house.restaurantId,
            house.olaya,
            Noor.COLA.id(),
            new Menus.Pause(false, soon)));
    read(false);

    house.house.clock.forward(Duration.ofHours(1));
    assertThat(isSold()).isFalse();

    read(true);
    assertThat(isSold()).isTrue();
  }

  @Test
  void aTillIsReadOnceInTenMinutesHoweverManyNodesAsk() throws Exception {
    assertThat(reading.readDue()).isEqualTo(1);
    assertThat(house.second.stockReading(house.menus).readDue()).isZero();
  }

  private void read(boolean sold) throws InterruptedException {
    house.till.menu =
        List.of(
            new PosMenuItem(
                PosThing.ITEM,
                "p-" + Noor.COLA.id(),
                null,
                Noor.COLA.name(),
                Noor.COLA.price(),
                sold));
    house.house.system("update pos_setting set stock_at = now()");
    assertThat(reading.readDue()).isEqualTo(1);
  }

  private void set(boolean available) {
    house.in(tx ->
        house.menus.setAvailability(
            tx, house.house.restaurantId, house.olaya, Noor.COLA.id(), available));
  }

  private boolean isSold() {
    return house.in(tx ->
        house
            .menus
            .of(tx, house.house.restaurantId, house.olaya)
            .item(Noor.COLA.id())
            .orElseThrow()
            .available());
  }
}
