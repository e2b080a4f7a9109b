package com.crmres.server.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What WhatsApp tells of a message of ours with each status (whatsapp-cloud-api.md 3).
///
/// @param phoneNumberId our number it went out from
/// @param word WhatsApp's word for how far it came: `sent`, `delivered`, `read`, …
/// @param errorCode why it failed; null if it did not
/// @param pricing what it is billed as; missing where WhatsApp does not say
/// @param conversation the free entry point it belongs to; missing outside of one
public record MessageReport(
    UUID messageId,
    String phoneNumberId,
    String word,
    Instant at,
    @Nullable Integer errorCode,
    JsonNode pricing,
    JsonNode conversation) {}
