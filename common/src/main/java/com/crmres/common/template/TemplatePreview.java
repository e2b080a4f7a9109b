package com.crmres.common.template;

import com.crmres.common.wire.ErrorEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template as the customer would read it; what is not filled yet keeps its placeholder.
///
/// @param faults why it could not be sent like this; empty if it could
public record TemplatePreview(
    TemplateDetails template,
    @Nullable String header,
    String body,
    @Nullable String footer,
    List<TemplateButton> buttons,
    List<ErrorEnvelope.Fault> faults) {
  public TemplatePreview {
    buttons = List.copyOf(buttons);
    faults = List.copyOf(faults);
  }
}
