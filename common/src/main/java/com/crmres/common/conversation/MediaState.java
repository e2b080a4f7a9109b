package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Whether the bytes of a file are here.
public enum MediaState implements WireName {
  FETCHING,
  READY,
  FAILED
}
