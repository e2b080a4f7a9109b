package com.crmres.common.template;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The header of a template.
///
/// @param text up to 60 characters with at most one placeholder; present only for words
/// @param example what its placeholder may be filled with; for a file WhatsApp's handle of one
public record TemplateHeader(HeaderFormat format, @Nullable String text, @Nullable String example) {
  public TemplateHeader {
    Objects.requireNonNull(format);
  }
}
