package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.TemplateCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sends a template to a customer; the same `commandId` twice is one message.
///
/// @param category what the person saw that it is billed as; another one now refuses it
/// @param parameters of its body, in order
public record TemplateRequest(
    UUID commandId,
    String name,
    String language,
    @Nullable TemplateCategory category,
    MessageContent.@Nullable HeaderParameter header,
    List<MessageContent.TemplateParameter> parameters,
    List<Button> buttons) {
  public TemplateRequest {
    parameters = List.copyOf(parameters);
    buttons = List.copyOf(buttons);
  }

  /// What a button is filled with.
  ///
  /// @param index its place, from 0
  /// @param kind of the button, as the template has it
  public record Button(int index, String kind, String text) {}
}
