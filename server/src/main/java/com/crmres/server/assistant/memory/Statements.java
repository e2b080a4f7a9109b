package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.MessageContent;
import java.util.ArrayList;
import java.util.List;

/// Says something before an answer, in the same message where that can be.
final class Statements {

  private Statements() {}

  static List<MessageContent> before(List<MessageContent> answers, List<String> statements) {
    if (statements.isEmpty()) {
      return answers;
    }
    String words = String.join("\n\n", statements);
    List<MessageContent> all = new ArrayList<>(answers);
    MessageContent first = all.isEmpty() ? null : all.getFirst();
    switch (first) {
      case MessageContent.Text(String text) ->
          all.set(0, new MessageContent.Text(words + "\n\n" + text));
      case MessageContent.Buttons(var text, var buttons, var header, var footer) ->
          all.set(0, new MessageContent.Buttons(words + "\n\n" + text, buttons, header, footer));
      case MessageContent.Options(var text, var open, var rows, var header, var footer) ->
          all.set(0, new MessageContent.Options(words + "\n\n" + text, open, rows, header, footer));
      case null, default -> all.addFirst(new MessageContent.Text(words));
    }
    return all;
  }
}
