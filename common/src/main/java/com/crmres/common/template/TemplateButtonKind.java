package com.crmres.common.template;

import com.crmres.common.wire.WireName;

/// What a template's button does.
public enum TemplateButtonKind implements WireName {
  /// It writes to us.
  QUICK_REPLY,
  /// It opens a page.
  URL,
  /// It calls a number.
  PHONE_NUMBER,
  /// It copies a code.
  COPY_CODE,
  /// A kind this version cannot fill: a form, a catalogue, …
  OTHER
}
