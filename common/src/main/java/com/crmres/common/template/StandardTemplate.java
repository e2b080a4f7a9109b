package com.crmres.common.template;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A template that the house itself sends outside the service window, in one language, and how it
/// stands with WhatsApp.
///
/// @param accountId the WhatsApp Business Account that should hold it
/// @param form the words that the house submits
/// @param reason why it is rejected or cannot be sent, in WhatsApp's words where it has any
public record StandardTemplate(
    String accountId,
    String name,
    String language,
    TemplateForm form,
    StandardTemplateState state,
    @Nullable String reason) {
  public StandardTemplate {
    Objects.requireNonNull(form);
    Objects.requireNonNull(state);
  }
}
