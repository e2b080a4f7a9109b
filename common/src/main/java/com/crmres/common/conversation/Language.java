package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// The languages and dialects that customers are answered in.
public enum Language implements WireName {
  SAUDI("ar-SA"),
  EGYPTIAN("ar-EG"),
  LEVANTINE("ar-LV"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  @Override
  public String wireName() {
    return tag;
  }

  public boolean isArabic() {
    return this != ENGLISH;
  }
}
