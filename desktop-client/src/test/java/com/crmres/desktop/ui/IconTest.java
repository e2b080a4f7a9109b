package com.crmres.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

class IconTest {

  @ParameterizedTest
  @EnumSource(Icon.class)
  void existsInTheFont(Icon icon) {
    int codePoint =
        icon.code().startsWith("mdal-")
            ? Material2AL.findByDescription(icon.code()).getCode()
            : Material2MZ.findByDescription(icon.code()).getCode();

    assertThat(codePoint).isPositive();
  }
}
