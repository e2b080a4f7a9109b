package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// What the words are with which a template's button is filled.
public enum TemplateButtonKind implements WireName {
  /// What a tap tells us, up to 128 characters.
  QUICK_REPLY,

  /// The end of the page's address.
  URL,

  /// The code to be copied, up to 15 characters.
  COPY_CODE
}
