package com.crmres.common.template;

import java.util.Objects;

/// A template to be made, in one language.
public record TemplateDraft(String language, TemplateForm form) {
  public TemplateDraft {
    Objects.requireNonNull(language);
    Objects.requireNonNull(form);
  }
}
