package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.Evidence;
import com.crmres.server.ordering.cart.VersionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All words of a burst, a line for each message, and which message each came from.
final class Burst {

  /// The words of one message.
  ///
  /// @param start where they begin in the whole text
  private record Line(UUID messageId, int start, String words) {}

  private final List<Line> lines = new ArrayList<>();

  static Burst of(Turn turn) {
    Burst burst = new Burst();
    for (Turn.Said said : turn.said()) {
      String words = words(said.content(), turn);
      if (words != null) {
        burst.add(said.messageId(), words);
      }
    }
    return burst;
  }

  private static @Nullable String words(MessageContent content, Turn turn) {
    return switch (content) {
      case MessageContent.Text text when Phones.told(text, turn).isPresent() -> null;
      case MessageContent.Text(String text) -> withoutCode(text, turn);
      case MessageContent.Media media -> media.caption();
      case MessageContent.Other(String _, String caption) -> caption;
      case MessageContent.Choice(String id, String title) when Taps.isForeign(id) -> title;
      default -> null;
    };
  }

  /// The code of what was read back says which version is meant; which one that is, the desk knows.
  /// The code alone is a yes.
  private static String withoutCode(String text, Turn turn) {
    if (!(turn.pending() instanceof PendingQuestion.ConfirmCart)) {
      return text;
    }
    String rest = VersionCode.blankedIn(text);
    return rest.isBlank() && !text.isBlank() ? yes(turn.language()) : rest;
  }

  private static String yes(@Nullable Language language) {
    return language == Language.ENGLISH ? "yes" : "نعم";
  }

  private void add(UUID messageId, String words) {
    int start = lines.isEmpty() ? 0 : lines.getLast().start + lines.getLast().words.length() + 1;
    lines.add(new Line(messageId, start, words));
  }

  String text() {
    return lines.stream().map(Line::words).collect(Collectors.joining("\n"));
  }

  /// The words between two places of the whole text; what runs on into a further message is left
  /// out.
  Evidence evidence(int from, int to) {
    for (Line line : lines) {
      int end = line.start + line.words.length();
      if (from < end) {
        int first = Math.max(0, from - line.start);
        int behind = Math.max(first, Math.min(to, end) - line.start);
        return new Evidence(line.messageId, first, behind, line.words.substring(first, behind));
      }
    }
    throw new IllegalArgumentException("no words at " + from);
  }
}
