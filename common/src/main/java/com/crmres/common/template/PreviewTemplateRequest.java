package com.crmres.common.template;

import com.crmres.common.conversation.MessageContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks how a template reads when filled.
public record PreviewTemplateRequest(
    String name,
    String language,
    MessageContent.@Nullable HeaderParameter header,
    List<MessageContent.TemplateParameter> parameters,
    List<MessageContent.ButtonParameter> buttons) {
  public PreviewTemplateRequest {
    parameters = List.copyOf(parameters);
    buttons = List.copyOf(buttons);
  }
}
