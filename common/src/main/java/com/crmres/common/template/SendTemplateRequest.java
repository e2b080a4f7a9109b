package com.crmres.common.template;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageContent.HeaderParameter;
import com.crmres.common.conversation.TemplateCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends a template to a customer, inside the service window or outside.
///
/// @param commandId the same again sends nothing more
/// @param category what the sender reckons it is billed as; another one now refuses it
public record SendTemplateRequest(
    UUID commandId,
    String name,
    String language,
    @Nullable TemplateCategory category,
    @Nullable HeaderParameter header,
    List<MessageContent.TemplateParameter> parameters,
    List<MessageContent.ButtonParameter> buttons) {
  public SendTemplateRequest {
    parameters = List.copyOf(parameters);
    buttons = List.copyOf(buttons);
  }
}
