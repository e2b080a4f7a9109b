package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VersionCodeTest {

  @Property(tries = 200)
  void isFoundInWhatACustomerSays(
      @ForAll long most, @ForAll long least, @ForAll @IntRange(min = 1, max = 999) int version) {
    String code = VersionCode.of(new UUID(most, least), version);

    assertThat(VersionCode.in("نعم " + code + " تمام")).contains(code);
    assertThat(VersionCode.in("yes " + code.toLowerCase(Locale.ROOT))).contains(code);
  }

  @Property(tries = 200)
  void theNextVersionHasAnotherCode(
      @ForAll long most, @ForAll long least, @ForAll @IntRange(min = 1, max = 998) int version) {
    UUID cart = new UUID(most, least);

    assertThat(VersionCode.of(cart, version)).isNotEqualTo(VersionCode.of(cart, version + 1));
  }

  @Test
  void otherFiguresAreNoCodes() {
    for (String text : List.of("نعم", "2-3 حبات", "055-1234567", "من 7-11", "10-25", "v2-large")) {
      assertThat(VersionCode.in(text)).as(text).isEmpty();
    }
  }

  @Test
  void arabicDigitsAreReadAsWell() {
    assertThat(VersionCode.in("نعم ٤-K٧")).isEmpty();
    assertThat(VersionCode.in("نعم ٤-٧K")).contains("4-7K");
  }
}
