package com.crmres.server.restaurant.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.common.restaurant.ZoneCollection.Band;
import com.crmres.common.restaurant.ZoneCollection.Terms;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {

  private static final List<List<Double>> SQUARE = ring(46.66, 24.67, 46.70, 24.72);
  private static final List<List<Double>> HOLE = ring(46.67, 24.68, 46.68, 24.69);

  @ParameterizedTest
  @CsvSource({
    "24.70, 46.69, true",
    "24.67, 46.66, true",
    "24.70, 46.70, true",
    "24.685, 46.675, false",
    "24.73, 46.68, false",
    "46.68, 24.70, false"
  })
  void holdsWhatLiesWithinItsBorderAndOutsideItsHoles(
      double latitude, double longitude, boolean inside) {
    Zone zone = zone(List.of(SQUARE, HOLE), List.of(), null);

    assertThat(zone.contains(new Spot(latitude, longitude))).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 100, 900",
    "4.9, 100, 900",
    "5.0, 100, 1500",
    "8.0, 100, 2000",
    "9.0, 15000, 0"
  })
  void theFeeGrowsWithTheDistanceAndEndsWithTheGoods(double kilometres, long goods, long fee) {
    Zone zone =
        zone(
            List.of(SQUARE),
            List.of(new Band(8, new Money(2000)), new Band(5, new Money(1500))),
            new Money(15_000));

    assertThat(zone.fee(kilometres, new Money(goods))).isEqualTo(new Money(fee));
  }

  @ParameterizedTest
  @CsvSource({
    "حي العليا شارع التحلية, true",
    "العُليا, true",
    "near Olaya street, true",
    "شارع العليان, false",
    "خلف مسجد الراجحي, false"
  })
  void anAddressMayNameIt(String address, boolean named) {
    assertThat(zone(List.of(SQUARE), List.of(), null).isNamedIn(address)).isEqualTo(named);
  }

  @Test
  void whereTheFeeDependsOnTheDistanceANameIsNotEnough() {
    Zone zone = zone(List.of(SQUARE), List.of(new Band(5, new Money(1500))), null);

    assertThat(zone.isNamedIn("حي العليا")).isFalse();
  }

  private static Zone zone(
      List<List<List<Double>>> rings, List<Band> bands, @Nullable Money freeFrom) {
    return new Zone(
        new UUID(0, 1),
        new ZoneCollection.Polygon("Polygon", rings),
        new Terms(
            new LocalizedText("العليا", "Olaya"),
            new Money(900),
            new Money(2000),
            bands,
            freeFrom));
  }

  private static List<List<Double>> ring(double west, double south, double east, double north) {
    return List.of(
        List.of(west, south),
        List.of(east, south),
        List.of(east, north),
        List.of(west, north),
        List.of(west, south));
  }
}
