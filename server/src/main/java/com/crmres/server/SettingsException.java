package com.crmres.server;

import java.util.List;

/// The configuration cannot be used; every fault is named.
final class SettingsException extends RuntimeException {

  private final List<String> faults;

  SettingsException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  List<String> faults() {
    return faults;
  }
}
