package com.crmres.server.menu;

import com.crmres.common.wire.WireName;

/// Who said that something is sold out: whoever closed it opens it.
enum AbsentBy implements WireName {
  /// People; they may also open what the till has closed.
  STAFF,
  TILL
}
