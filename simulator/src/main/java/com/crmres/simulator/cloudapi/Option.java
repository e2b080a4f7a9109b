package com.crmres.simulator.cloudapi;

/// Something a customer can tap in a message.
///
/// @param description the second line of a list row; empty for buttons
public record Option(Kind kind, String id, String title, String description) {

  public enum Kind {
    BUTTON,
    ROW,
    TEMPLATE_BUTTON
  }
}
