package com.crmres.server.whatsapp.template;

import com.crmres.common.wire.WireName;

/// What may change about a template; each has its own newest news.
enum Aspect implements WireName {
  STATUS,
  CATEGORY,
  QUALITY,
  COMPONENTS
}
