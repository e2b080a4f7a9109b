package com.crmres.server.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something WhatsApp tells that is neither a message nor a status: of an account, a number, a
/// template, a customer's wish (whatsapp-cloud-api.md 1.7).
///
/// @param accountId the WhatsApp Business Account, `entry.id`
/// @param phoneNumberId the number it concerns; null where WhatsApp does not say
/// @param field the subscription it came on
/// @param value WhatsApp's own JSON of it
/// @param at when it happened, or came where WhatsApp does not say
public record ChannelEvent(
    String accountId, @Nullable String phoneNumberId, String field, JsonNode value, Instant at) {}
