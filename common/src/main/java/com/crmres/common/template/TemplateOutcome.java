package com.crmres.common.template;

import org.jspecify.annotations.Nullable;

/// What came of one language of a template that was to be made.
///
/// @param template as it stands now; absent if WhatsApp refused it
/// @param code WhatsApp's error code; absent unless it refused
/// @param refusal WhatsApp's words
/// @param doubtful whether nobody knows if WhatsApp has it; the next sync will tell
public record TemplateOutcome(
    String language,
    @Nullable TemplateDetails template,
    @Nullable Integer code,
    @Nullable String refusal,
    boolean doubtful) {}
