package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// How a turn is written: dialect and script, which is finer than the language it is answered in.
public enum Dialect implements WireName {
  SAUDI("sa"),
  EGYPTIAN("eg"),
  LEVANTINE("lv"),

  /// Standard Arabic, or Arabic that shows no dialect.
  STANDARD("ar"),

  /// Arabic in Latin letters and digits.
  ARABIZI("arabizi"),
  ENGLISH("en"),
  MIXED("mixed");

  private final String tag;

  Dialect(String tag) {
    this.tag = tag;
  }

  @Override
  public String wireName() {
    return tag;
  }
}
