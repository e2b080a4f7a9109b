package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// The roll in a printer.
public enum PaperWidth implements WireName {
  MM58(384),
  MM80(576);

  private final int dots;

  PaperWidth(int dots) {
    this.dots = dots;
  }

  /// What can be printed side by side.
  public int dots() {
    return dots;
  }
}
