package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// When an order goes to the till.
public enum HandOverAt implements WireName {
  /// As soon as the customer has confirmed it: the till may accept it.
  PLACED,
  /// Only once the branch has accepted it at our board.
  ACCEPTED
}
