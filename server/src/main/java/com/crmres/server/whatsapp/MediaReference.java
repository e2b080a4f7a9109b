package com.crmres.server.whatsapp;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that a customer sent, as WhatsApp names it; good for seven days (whatsapp-cloud-api.md
/// 5).
///
/// @param id WhatsApp's, for asking where it lies
/// @param mediaId ours, under which the message shows it
/// @param mimeType what WhatsApp declared, without parameters
/// @param sha256 of its bytes in base64; null if WhatsApp gave none
/// @param url where it lies for the next minutes; null if WhatsApp did not say
public record MediaReference(
    String id, UUID mediaId, String mimeType, @Nullable String sha256, @Nullable String url) {}
