package com.crmres.server.assistant.safety;

/// Something that happened and must not.
///
/// @param kind as suites of attacks name it
public record Breach(String kind, String what) {

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
