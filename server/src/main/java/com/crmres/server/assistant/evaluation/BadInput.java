package com.crmres.server.assistant.evaluation;

import java.util.List;

/// What was given cannot be measured; every fault is named, with its place.
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> faults;

  BadInput(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  BadInput(String fault) {
    this(List.of(fault));
  }

  List<String> faults() {
    return faults;
  }
}
