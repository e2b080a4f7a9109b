package com.crmres.desktop.connection;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import java.util.List;

/// Who follows the live channel; always called on the screen's thread.
public interface LiveListener {

  void connectionIs(ConnectionState state, int attempt);

  /// Nothing before this moment will be told: load every list.
  void reload();

  /// What happened while the program did not run; the lists have it already.
  default void missed(List<LiveFrame.Happened> events) {}

  /// What happened, in its order.
  void happened(List<LiveEvent> events);
}
