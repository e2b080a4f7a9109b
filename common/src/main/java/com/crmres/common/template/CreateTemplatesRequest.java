package com.crmres.common.template;

import com.crmres.common.conversation.TemplateCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings a template to WhatsApp's review, in one language or in Arabic and English at once.
///
/// @param accountId the account that shall hold it; may be left out while there is only one
/// @param name a–z, 0–9 and underscores
public record CreateTemplatesRequest(
    @Nullable String accountId,
    String name,
    TemplateCategory category,
    List<TemplateDraft> drafts) {
  public CreateTemplatesRequest {
    drafts = List.copyOf(drafts);
  }
}
