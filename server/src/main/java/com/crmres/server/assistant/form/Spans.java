package com.crmres.server.assistant.form;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which of the customer's words are about one dish: those it was read from, and what follows them
/// up to the next dish or the end of the line. "Cheese, extra" may say how only behind the name.
final class Spans {

  private final Map<UUID, String> texts = new HashMap<>();
  private final Map<UUID, TreeSet<Integer>> begins = new HashMap<>();

  Spans(Turn turn, List<Proposal> proposals) {
    for (Turn.Said said : turn.said()) {
      if (said.content() instanceof MessageContent.Text(String text)) {
        texts.put(said.messageId(), text);
      }
    }
    for (Proposal proposal : proposals) {
      if (proposal instanceof Proposal.ChangeCart(CartCommand.Add add)) {
        note(add.evidence());
      }
    }
  }

  private void note(@Nullable Evidence evidence) {
    UUID message = evidence == null ? null : evidence.messageId();
    if (evidence != null && message != null) {
      begins.computeIfAbsent(message, _ -> new TreeSet<>()).add(evidence.from());
    }
  }

  /// All that was said in text.
  static String said(Turn turn) {
    return turn.said().stream()
        .map(Turn.Said::content)
        .filter(MessageContent.Text.class::isInstance)
        .map(content -> ((MessageContent.Text) content).text())
        .collect(Collectors.joining("\n"));
  }

  Optional<String> of(@Nullable Evidence evidence) {
    if (evidence == null) {
      return Optional.empty();
    }
    UUID message = evidence.messageId();
    String text = message == null ? null : texts.get(message);
    return Optional.of(
        message == null || text == null || evidence.to() > text.length()
            ? evidence.words()
            : text.substring(evidence.from(), end(text, message, evidence)));
  }

  private int end(String text, UUID message, Evidence evidence) {
    int line = text.indexOf('\n', evidence.to());
    Integer next = begins.getOrDefault(message, new TreeSet<>()).higher(evidence.from());
    int last = line < 0 ? text.length() : line;
    return Math.max(evidence.to(), next == null ? last : Math.min(next, last));
  }
}
