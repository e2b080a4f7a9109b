package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// How the customer feels.
public enum Sentiment implements WireName {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
