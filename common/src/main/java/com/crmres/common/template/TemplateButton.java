package com.crmres.common.template;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A button of a template.
///
/// @param text its label, up to 25 characters
/// @param target the page or the number it leads to; a page may end in one placeholder
/// @param example what the placeholder of its page, or its code, may be filled with
public record TemplateButton(
    TemplateButtonKind kind, String text, @Nullable String target, @Nullable String example) {
  public TemplateButton {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }
}
