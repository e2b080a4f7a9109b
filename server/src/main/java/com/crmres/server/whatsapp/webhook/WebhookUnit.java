package com.crmres.server.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// One message, status or event of a delivery.
///
/// @param accountId the WhatsApp Business Account it came for
/// @param phoneNumberId the number it concerns; null where WhatsApp does not say
/// @param customerKey units with the same key are done in order
/// @param payload what is needed to do it, as JSON
record WebhookUnit(
    @Nullable String accountId,
    @Nullable String phoneNumberId,
    String customerKey,
    JsonNode payload) {}
