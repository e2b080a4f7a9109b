package com.crmres.common.template;

import java.util.List;

/// What came of a template that was to be made, language by language.
public record CreatedTemplates(String name, List<TemplateOutcome> outcomes) {
  public CreatedTemplates {
    outcomes = List.copyOf(outcomes);
  }
}
