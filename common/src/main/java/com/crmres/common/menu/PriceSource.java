package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// Where a price comes from, the weakest first: of those that apply the strongest counts.
public enum PriceSource implements WireName {
  BASE,
  BRANCH,
  CHANNEL,
  TIMED
}
