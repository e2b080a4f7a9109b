package com.crmres.common.template;

import com.crmres.common.conversation.TemplateCategory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template in one language.
///
/// @param accountId the WhatsApp Business Account that holds it
/// @param language exactly as WhatsApp has it: `ar` is not `ar_SA`
/// @param category what a message of it is billed as; absent until known
/// @param reason why it is rejected, paused or disabled, in WhatsApp's words
/// @param advice what WhatsApp says one should do about it
/// @param form absent until WhatsApp's list has told it
/// @param placeholders of the body: `1`, `2`, … or names
/// @param sendable whether a message of it may be sent now
/// @param syncedAt when WhatsApp's list last held it
public record TemplateDetails(
    String accountId,
    String name,
    String language,
    @Nullable TemplateCategory category,
    TemplateStatus status,
    TemplateQuality quality,
    @Nullable String reason,
    @Nullable String advice,
    @Nullable TemplateForm form,
    List<String> placeholders,
    boolean sendable,
    @Nullable Instant statusAt,
    @Nullable Instant syncedAt) {
  public TemplateDetails {
    placeholders = List.copyOf(placeholders);
  }
}
