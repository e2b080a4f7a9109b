package com.crmres.desktop.connection;

import com.crmres.common.live.LivePosition;
import java.net.URI;
import java.util.UUID;

/// What the live channel needs of the signed-in session.
public interface LiveDoor {

  URI liveUri(UUID branchId, String after);

  /// A token that works now; blocks while it is renewed.
  String accessToken();

  /// Renews the token that the server refused.
  void renew(String refusedToken);

  LivePosition livePosition();
}
