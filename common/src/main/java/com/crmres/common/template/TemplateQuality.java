package com.crmres.common.template;

import com.crmres.common.wire.WireName;

/// What customers make of a template, in WhatsApp's eyes.
public enum TemplateQuality implements WireName {
  GREEN,
  YELLOW,
  RED,
  UNKNOWN
}
