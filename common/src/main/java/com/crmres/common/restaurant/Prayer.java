package com.crmres.common.restaurant;

import com.crmres.common.wire.WireName;

/// The five prayers of a day; on Fridays noon is that of the congregation.
public enum Prayer implements WireName {
  FAJR,
  DHUHR,
  JUMUAH,
  ASR,
  MAGHRIB,
  ISHA
}
