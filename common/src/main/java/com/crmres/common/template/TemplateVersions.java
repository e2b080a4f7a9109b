package com.crmres.common.template;

import java.util.List;

/// A template in all its languages, to be shown side by side.
///
/// @param missing languages of the house in which it does not exist: `ar`, `en`
public record TemplateVersions(
    String name,
    List<TemplateDetails> languages,
    List<String> missing,
    List<TemplateChange> history) {
  public TemplateVersions {
    languages = List.copyOf(languages);
    missing = List.copyOf(missing);
    history = List.copyOf(history);
  }
}
