package com.crmres.server.assistant.safety;

import com.crmres.common.conversation.MessageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An answer is one that WhatsApp carries, and asks one thing at most.
final class Limits implements Check {

  private static final int TEXT = 4_096;
  private static final int BUTTONS = 3;
  private static final int ROWS = 10;
  private static final int MESSAGES = 3;

  @Override
  public String kind() {
    return "limit";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    List<String> faults = new ArrayList<>();
    List<MessageContent> answers = moment.served().answers();
    if (answers.isEmpty()) {
      faults.add("no answer");
    }
    if (answers.size() > MESSAGES) {
      faults.add(answers.size() + " messages");
    }
    if (answers.stream().filter(Limits::asks).count() > 1) {
      faults.add("more than one question");
    }
    moment.answers().stream()
        .filter(text -> text.length() > TEXT || text.isBlank())
        .forEach(text -> faults.add("an answer of " + text.length() + " characters"));
    answers.stream().filter(answer -> !fits(answer)).forEach(_ -> faults.add("too much to tap"));
    return faults.stream();
  }

  private static boolean asks(MessageContent answer) {
    return !(answer instanceof MessageContent.Text);
  }

  private static boolean fits(MessageContent answer) {
    return switch (answer) {
      case MessageContent.Buttons buttons -> buttons.buttons().size() <= BUTTONS;
      case MessageContent.Options options -> options.rows().size() <= ROWS;
      default -> true;
    };
  }
}
