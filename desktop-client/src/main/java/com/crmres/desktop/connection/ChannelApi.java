package com.crmres.desktop.connection;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.wire.Page;

/// What managers are told of their WhatsApp channel. The call blocks and throws [ServerFailure].
public interface ChannelApi {

  /// The newest first.
  Page<ChannelNotice> notices();
}
