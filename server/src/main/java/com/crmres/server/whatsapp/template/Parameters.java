package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MessageContent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a template is to be filled with.
///
/// @param body in the order of the placeholders, or by their names
/// @param buttons of those buttons that take one
public record Parameters(
    MessageContent.@Nullable HeaderParameter header,
    List<MessageContent.TemplateParameter> body,
    List<MessageContent.ButtonParameter> buttons) {
  public Parameters {
    body = List.copyOf(body);
    buttons = List.copyOf(buttons);
  }

  /// Words for the placeholders of the body, in their order.
  public static Parameters positional(String... texts) {
    return new Parameters(
        null,
        Arrays.stream(texts).map(text -> new MessageContent.TemplateParameter(null, text)).toList(),
        List.of());
  }
}
