package com.crmres.desktop.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridShapeTest {

  @Test
  void hasBetweenTwoAndTenColumnsAndOneToFourRows() {
    GridShape smallest = new GridShape(2, 1);
    GridShape largest = new GridShape(10, 4);

    assertThat(smallest.wider(-1).higher(-1)).isEqualTo(smallest);
    assertThat(largest.wider(1).higher(1)).isEqualTo(largest);
    assertThat(GridShape.USUAL.wider(1)).isEqualTo(new GridShape(6, 2));
  }

  @Test
  void isRememberedAndAnythingElseIsTheUsualOne() {
    GridShape shape = new GridShape(7, 3);

    assertThat(GridShape.of(shape.kept())).isEqualTo(shape);
    assertThat(GridShape.of("")).isEqualTo(GridShape.USUAL);
    assertThat(GridShape.of("fivextwo")).isEqualTo(GridShape.USUAL);
    assertThat(GridShape.of("99x99")).isEqualTo(new GridShape(10, 4));
  }
}
