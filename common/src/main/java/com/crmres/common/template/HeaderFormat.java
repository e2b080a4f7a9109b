package com.crmres.common.template;

import com.crmres.common.wire.WireName;

/// What stands above the words of a template.
public enum HeaderFormat implements WireName {
  TEXT,
  IMAGE,
  VIDEO,
  DOCUMENT,
  LOCATION,
  /// A kind this version does not know.
  OTHER;

  /// Whether it is filled with a file of ours.
  public boolean isFile() {
    return this == IMAGE || this == VIDEO || this == DOCUMENT;
  }
}
