package com.crmres.common.restaurant;

/// A name or sentence in both languages of the house.
public record LocalizedText(String ar, String en) {

  /// The text for `language`, an ISO 639 code; Arabic unless it is `en`.
  public String in(String language) {
    return language.startsWith("en") ? en : ar;
  }
}
