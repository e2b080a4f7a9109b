package com.crmres.common.channel;

import com.crmres.common.wire.WireName;

/// What a notice of the channel is about.
public enum ChannelNoticeKind implements WireName {
  NUMBER_PAUSED,
  NUMBER_RESUMED,
  QUALITY_CHANGED,
  LIMIT_CHANGED,

  /// Messages begun by us wait, since no more people may be reached today.
  LIMIT_REACHED,
  THROUGHPUT_CHANGED,
  DISPLAY_NAME,
  ACCOUNT_RESTRICTED,
  ACCOUNT_UPDATED,
  ACCOUNT_ALERT,
  SECURITY,
  TEMPLATE_STATUS,
  TEMPLATE_CATEGORY,
  TEMPLATE_QUALITY,
  STANDBY,
  HANDOVER,
  OPT_OUT,
  OPT_IN,
  OTHER
}
