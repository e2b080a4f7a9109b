package com.crmres.common.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that changed about a template.
///
/// @param aspect `status`, `category`, `quality` or `components`
/// @param before absent for the first that was heard
/// @param reason why, in WhatsApp's words
public record TemplateChange(
    String language,
    String aspect,
    @Nullable String before,
    String after,
    @Nullable String reason,
    Instant at) {}
