package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Makes several messages of one whose words are too long: its beginning goes ahead as plain words,
/// and what can be tapped stays with the end. Pure.
final class MessageParts {

  private MessageParts() {}

  static List<MessageContent> of(MessageContent content) {
    return switch (content) {
      case MessageContent.Text(String text) -> words(text);
      case MessageContent.Buttons all ->
          ahead(
              all.text(),
              end -> new MessageContent.Buttons(end, all.buttons(), all.header(), all.footer()));
      case MessageContent.Options all ->
          ahead(
              all.text(),
              end ->
                  new MessageContent.Options(
                      end, all.open(), all.rows(), all.header(), all.footer()));
      default -> List.of(content);
    };
  }

  private static List<MessageContent> words(String text) {
    return LongText.parts(text, Limits.TEXT).stream()
        .filter(part -> !part.isBlank())
        .<MessageContent>map(MessageContent.Text::new)
        .toList();
  }

  private static List<MessageContent> ahead(String text, Function<String, MessageContent> last) {
    if (text.length() <= Limits.BODY) {
      return List.of(last.apply(text));
    }
    String end = LongText.end(text.stripTrailing(), Limits.BODY);
    String beginning = text.substring(0, text.stripTrailing().length() - end.length());
    List<MessageContent> parts = new ArrayList<>(words(beginning));
    parts.add(last.apply(end));
    return parts;
  }
}
