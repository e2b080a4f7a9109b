package com.crmres.desktop.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTest {

  private final Amount dollars = Amount.dollars();

  @Test
  void showsAndReadsCentsAsDollars() {
    dollars.setValue(505);

    assertThat(dollars.getConverter().toString(505)).isEqualTo("5.05");
    assertThat(dollars.getConverter().fromString(" 7.5 ")).isEqualTo(750);
    assertThat(dollars.getConverter().fromString("٢")).isEqualTo(200);
  }

  @Test
  void staysAsItIsWhenWhatWasTypedIsNoNumber() {
    dollars.setValue(505);

    assertThat(dollars.getConverter().fromString("five")).isEqualTo(505);
  }

  @Test
  void staysWithinItsBounds() {
    Amount seconds = Amount.seconds();

    assertThat(seconds.getConverter().fromString("999999999999")).isEqualTo(120);
    assertThat(seconds.getConverter().fromString("-4")).isEqualTo(3);
    seconds.setValue(3);
    seconds.decrement(1);
    assertThat(seconds.getValue()).isEqualTo(3);
  }
}
