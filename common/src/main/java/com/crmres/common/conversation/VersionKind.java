package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// How a version of a message came about.
public enum VersionKind implements WireName {
  ORIGINAL,
  EDIT,

  /// Its author took the message back.
  REVOKE
}
