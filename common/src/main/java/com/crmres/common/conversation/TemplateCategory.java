package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// What a message is billed as (whatsapp-cloud-api.md 6.2).
public enum TemplateCategory implements WireName {
  UTILITY,
  MARKETING,
  AUTHENTICATION
}
