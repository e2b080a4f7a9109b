package com.crmres.simulator.payload;

/// A file that lies with WhatsApp, as a webhook names it.
///
/// @param sha256 in base64, as webhooks write it
/// @param url short-lived; fetched with the same bearer token as the API
public record Media(String id, String mimeType, String sha256, String url) {}
