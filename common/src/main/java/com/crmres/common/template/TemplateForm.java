package com.crmres.common.template;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The words of a template with their placeholders: `{{1}}`, `{{2}}`, … or all of them named.
///
/// @param body up to 1024 characters
/// @param examples what the placeholders of the body may be filled with, in their order
/// @param footer up to 60 characters without placeholder
/// @param buttons up to ten
public record TemplateForm(
    @Nullable TemplateHeader header,
    String body,
    List<String> examples,
    @Nullable String footer,
    List<TemplateButton> buttons) {
  public TemplateForm {
    Objects.requireNonNull(body);
    examples = List.copyOf(Objects.requireNonNullElse(examples, List.of()));
    buttons = List.copyOf(Objects.requireNonNullElse(buttons, List.of()));
  }
}
