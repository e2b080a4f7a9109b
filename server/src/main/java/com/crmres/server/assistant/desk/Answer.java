package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is said in one turn, gathered into as few messages as possible: statements first, then at
/// most one question with its buttons or rows.
final class Answer {

  private final Set<String> statements = new LinkedHashSet<>();
  private @Nullable Question question;
  private @Nullable EscalationReason forPeople;

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

  /// People go on from here.
  void passOn(EscalationReason reason) {
    forPeople = reason;
  }

  @Nullable EscalationReason forPeople() {
    return forPeople;
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

  /// What is too long for one message goes out in parts, which is the channel's business.
  List<MessageContent> messages() {
    String said = String.join("\n\n", statements);
    Question asked = question;
    if (asked == null) {
      return said.isEmpty() ? List.of() : List.of(new MessageContent.Text(said));
    }
    if (asked.pending() instanceof PendingQuestion.WhichPhone) {
      MessageContent request = new MessageContent.ContactRequest(asked.text());
      return said.isEmpty() ? List.of(request) : List.of(new MessageContent.Text(said), request);
    }
    return List.of(content(asked, said.isEmpty() ? asked.text() : said + "\n\n" + asked.text()));
  }

  private static MessageContent content(Question asked, String body) {
    if (asked.choices().isEmpty()) {
      return new MessageContent.Text(body);
    }
    String open = asked.open();
    return open == null
        ? new MessageContent.Buttons(body, buttons(asked.choices()))
        : new MessageContent.Options(body, Fit.within(Fit.BUTTON, open), rows(asked.choices()));
  }

  private static List<MessageContent.Button> buttons(List<Choice> choices) {
    List<String> titles = titles(Fit.BUTTON, choices);
    return IntStream.range(0, choices.size())
        .mapToObj(i -> new MessageContent.Button(choices.get(i).tap().id(), titles.get(i)))
        .toList();
  }

  private static List<MessageContent.Row> rows(List<Choice> choices) {
    List<String> titles = titles(Fit.ROW_TITLE, choices);
    return IntStream.range(0, choices.size())
        .mapToObj(i -> row(choices.get(i), titles.get(i)))
        .toList();
  }

  private static List<String> titles(int most, List<Choice> choices) {
    return Fit.different(most, choices.stream().map(Choice::title).toList());
  }

  private static MessageContent.Row row(Choice choice, String title) {
    String description = choice.description();
    return new MessageContent.Row(
        choice.tap().id(),
        title,
        description == null || description.isBlank()
            ? null
            : Fit.within(Fit.ROW_DESCRIPTION, description));
  }
}
