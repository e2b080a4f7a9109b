package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is said in one turn, gathered into as few messages as possible: statements first, then at
/// most one question with its buttons or rows.
final class Answer {

  private final Set<String> statements = new LinkedHashSet<>();
  private @Nullable Question question;

  /// A question with what can be tapped.
  ///
  /// @param open label of the list; null for buttons
  record Question(
      String text, List<Choice> choices, @Nullable String open, @Nullable PendingQuestion pending) {
    Question {
      choices = List.copyOf(choices);
    }
  }

  /// Something to tap.
  record Choice(Tap tap, String title, @Nullable String description) {
    Choice(Tap tap, String title) {
      this(tap, title, null);
    }
  }

  void say(String statement) {
    statements.add(statement);
  }

  void ask(Question asked) {
    question = asked;
  }

  boolean asks() {
    return question != null;
  }

  boolean isEmpty() {
    return statements.isEmpty() && question == null;
  }

  @Nullable Question question() {
    return question;
  }

  List<MessageContent> messages() {
    String said = String.join("\n\n", statements);
    Question asked = question;
    if (asked == null) {
      return said.isEmpty()
          ? List.of()
          : List.of(new MessageContent.Text(Fit.within(Fit.TEXT, said)));
    }
    String body = said.isEmpty() ? asked.text() : said + "\n\n" + asked.text();
    int most = asked.choices().isEmpty() ? Fit.TEXT : Fit.BODY;
    if (body.length() <= most) {
      return List.of(content(asked, body));
    }
    List<MessageContent> messages = new ArrayList<>();
    if (!said.isEmpty()) {
      messages.add(new MessageContent.Text(Fit.within(Fit.TEXT, said)));
    }
    messages.add(content(asked, Fit.within(most, asked.text())));
    return messages;
  }

  private static MessageContent content(Question asked, String body) {
    if (asked.choices().isEmpty()) {
      return new MessageContent.Text(body);
    }
    String open = asked.open();
    return open == null
        ? new MessageContent.Buttons(body, asked.choices().stream().map(Answer::button).toList())
        : new MessageContent.Options(
            body, Fit.within(Fit.BUTTON, open), asked.choices().stream().map(Answer::row).toList());
  }

  private static MessageContent.Button button(Choice choice) {
    return new MessageContent.Button(choice.tap().id(), Fit.within(Fit.BUTTON, choice.title()));
  }

  private static MessageContent.Row row(Choice choice) {
    String description = choice.description();
    return new MessageContent.Row(
        choice.tap().id(),
        Fit.within(Fit.ROW_TITLE, choice.title()),
        description == null || description.isBlank()
            ? null
            : Fit.within(Fit.ROW_DESCRIPTION, description));
  }
}
