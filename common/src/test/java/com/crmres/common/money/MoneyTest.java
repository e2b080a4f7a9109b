package com.crmres.common.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.wire.Json;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void travelsAsDecimalWithTwoPlaces() {
    assertThat(Json.write(new Money(6400))).isEqualTo("64.00");
    assertThat(Json.read("64.5", Money.class)).isEqualTo(new Money(6450));
  }

  @Test
  void refusesParts0fAHalala() {
    assertThatThrownBy(() -> Money.ofRiyals(new BigDecimal("0.005")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void containsFifteenPercentVat() {
    assertThat(new Money(11500).vatInside()).isEqualTo(new Money(1500));
    assertThat(new Money(6400).vatInside()).isEqualTo(new Money(835));
  }

  @Property
  void writesAndReadsBackUnchanged(@ForAll @LongRange(min = -1_000_000, max = 1_000_000) long h) {
    Money money = new Money(h);

    assertThat(Json.read(Json.write(money), Money.class)).isEqualTo(money);
    assertThat(new BigDecimal(money.text())).isEqualByComparingTo(money.riyals());
  }
}
