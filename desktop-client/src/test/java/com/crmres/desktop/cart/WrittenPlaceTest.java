package com.crmres.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.CartPlace;
import java.net.URI;
import org.junit.jupiter.api.Test;

class WrittenPlaceTest {

  private static final CartPlace WHOLE = new CartPlace(24.7136, 46.6753, "RRRD2929 شقة 4");

  @Test
  void aPlaceComesInItsPartsAndGoesBackWhole() {
    WrittenPlace parts = WrittenPlace.of(WHOLE);

    assertThat(parts).isEqualTo(new WrittenPlace("شقة 4", "RRRD2929", "24.71360, 46.67530"));
    assertThat(parts.place()).isEqualTo(WHOLE);
    assertThat(parts.map()).contains(URI.create("https://maps.google.com/?q=24.71360,46.67530"));
  }

  @Test
  void nothingIsKnownOfNoPlace() {
    WrittenPlace nothing = WrittenPlace.of(null);

    assertThat(nothing).isEqualTo(new WrittenPlace("", "", ""));
    assertThat(nothing.map()).isEmpty();
    assertThat(nothing.place()).isEqualTo(new CartPlace(null, null, ""));
  }

  @Test
  void aShortAddressIsWrittenInOneWayOrNotAtAll() {
    WrittenPlace parts = WrittenPlace.of(WHOLE);

    assertThat(parts.withShortAddress("rfta-٣١٢٣").orElseThrow().shortAddress())
        .isEqualTo("RFTA3123");
    assertThat(parts.withShortAddress("").orElseThrow().shortAddress()).isEmpty();
    assertThat(parts.withShortAddress("12 شارع")).isEmpty();
  }

  @Test
  void aPinIsTwoNumbersAndAnythingElseIsLeftToTheServer() {
    WrittenPlace parts = WrittenPlace.of(WHOLE);

    assertThat(parts.withPin("٢٤٫٨ , 46.7").place())
        .isEqualTo(new CartPlace(24.8, 46.7, "RRRD2929 شقة 4"));
    assertThat(parts.withPin("https://maps.google.com/?q=24.8,46.7").place())
        .isEqualTo(
            new CartPlace(null, null, "https://maps.google.com/?q=24.8,46.7 RRRD2929 شقة 4"));
    assertThat(parts.withPin("").place()).isEqualTo(new CartPlace(null, null, "RRRD2929 شقة 4"));
  }
}
