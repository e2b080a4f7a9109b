package com.crmres.desktop.text;

/// The languages of the program.
public enum ScreenLanguage {
  ARABIC("ar"),
  ENGLISH("en");

  private final String code;

  ScreenLanguage(String code) {
    this.code = code;
  }

  /// ISO 639, as sent to the server.
  public String code() {
    return code;
  }

  public ScreenLanguage other() {
    return this == ARABIC ? ENGLISH : ARABIC;
  }
}
