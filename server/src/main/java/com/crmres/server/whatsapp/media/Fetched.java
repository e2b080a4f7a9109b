package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.server.media.Arrival;
import org.jspecify.annotations.Nullable;

/// What came of one attempt to fetch a file.
sealed interface Fetched {

  /// It is here.
  record Here(Arrival.Landed file) implements Fetched {}

  /// It will never be here.
  record Never(MediaFailure reason) implements Fetched {}

  /// Not this time.
  ///
  /// @param reason for the log
  /// @param suspicion what it will have been if it goes on like this; null where the file is not to
  ///   blame
  record Later(String reason, @Nullable MediaFailure suspicion) implements Fetched {}
}
