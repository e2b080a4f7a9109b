package com.crmres.server.doctor;

import com.crmres.common.wire.WireName;
import java.util.List;

/// One thing the doctor saw; the words stand in the bundle `doctor.findings` under the key, and
/// what to do about it under the key with `.do`.
///
/// @param about what was looked at, for example `token`
/// @param facts what the sentence speaks of; never a secret
record Finding(String about, State state, String key, List<String> facts) {

  Finding {
    facts = List.copyOf(facts);
  }

  /// How bad it is.
  enum State implements WireName {
    GOOD,
    /// Worth knowing, or not looked at.
    NOTE,
    FAULT
  }

  static Finding good(String about, String key, String... facts) {
    return new Finding(about, State.GOOD, key, List.of(facts));
  }

  static Finding note(String about, String key, String... facts) {
    return new Finding(about, State.NOTE, key, List.of(facts));
  }

  static Finding fault(String about, String key, String... facts) {
    return new Finding(about, State.FAULT, key, List.of(facts));
  }

  boolean isFault() {
    return state == State.FAULT;
  }
}
