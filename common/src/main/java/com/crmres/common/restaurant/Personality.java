package com.crmres.common.restaurant;

import com.crmres.common.wire.WireName;

/// The manner in which the assistant speaks for a restaurant.
public enum Personality implements WireName {
  FORMAL,
  CASUAL,
  TRADITIONAL,
  MODERN
}
