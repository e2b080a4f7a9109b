package com.crmres.server.whatsapp.outbox;

import java.util.UUID;

/// Files of ours as WhatsApp knows them.
@FunctionalInterface
public interface MediaUploads {

  /// WhatsApp's id of a file, which is uploaded first if it must be.
  ///
  /// @param phoneNumberId our number that sends it; ids are a number's own
  /// @param mediaId ours
  /// @throws MediaUnavailable if there is none
  String whatsAppId(UUID restaurantId, String phoneNumberId, UUID mediaId)
      throws MediaUnavailable, InterruptedException;
}
