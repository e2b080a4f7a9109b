package com.crmres.common.conversation;

import org.jspecify.annotations.Nullable;

/// The advertisement or post from which a customer came; its words are not his
/// (whatsapp-cloud-api.md 2.2).
///
/// @param source `ad` or `post`, as WhatsApp says
/// @param clickId names the click to the advertiser
public record Referral(
    @Nullable String source,
    @Nullable String sourceId,
    @Nullable String url,
    @Nullable String headline,
    @Nullable String body,
    @Nullable String clickId) {}
