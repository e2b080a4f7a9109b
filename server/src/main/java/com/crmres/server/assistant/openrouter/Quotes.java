package com.crmres.server.assistant.openrouter;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.ordering.cart.Evidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the words that a model quotes in this turn's messages, as people read them: letters that
/// are mixed up count as one. What was not said in this turn is no ground for anything.
final class Quotes {

  private static final Set<String> JOINED =
      Set.of("و", "ف", "ب", "ل", "ال", "وال", "بال", "لل", "فال", "وب", "ول", "ولل", "وبال");

  private final List<Message> messages = new ArrayList<>();

  /// The words of one message, and which of them were quoted.
  private record Message(UUID id, String text, List<Word> words, BitSet quoted) {}

  Quotes(Turn turn) {
    for (Turn.Said said : turn.said()) {
      String text = text(said.content());
      if (text != null) {
        messages.add(new Message(said.messageId(), text, words(text), new BitSet()));
      }
    }
  }

  /// The words a customer wrote; null for what is no writing.
  static @Nullable String text(MessageContent content) {
    return switch (content) {
      case MessageContent.Text(String text) -> text;
      case MessageContent.Media media -> media.caption();
      case MessageContent.Other(String _, String caption) -> caption;
      case MessageContent.Choice(String _, String title) -> title;
      default -> null;
    };
  }

  private static List<Word> words(String text) {
    return Word.of(text).stream().filter(word -> !word.isQuestionMark()).toList();
  }

  /// Where the quote stands; empty if it does not.
  Optional<Evidence> find(String quote) {
    List<Word> wanted = words(quote);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    for (Message message : messages) {
      int at = indexOf(message.words(), wanted);
      if (at >= 0) {
        message.quoted().set(at, at + wanted.size());
        int from = message.words().get(at).start();
        int to = message.words().get(at + wanted.size() - 1).end();
        return Optional.of(
            new Evidence(message.id(), from, to, message.text().substring(from, to)));
      }
    }
    return Optional.empty();
  }

  private static int indexOf(List<Word> words, List<Word> wanted) {
    for (int at = 0; at + wanted.size() <= words.size(); at++) {
      int i = begins(words.get(at).text(), wanted.getFirst().text()) ? 1 : 0;
      while (i > 0 && i < wanted.size() && words.get(at + i).text().equals(wanted.get(i).text())) {
        i++;
      }
      if (i == wanted.size()) {
        return at;
      }
    }
    return -1;
  }

  /// A quote may begin behind the small words that Arabic writes together with the next one.
  private static boolean begins(String word, String wanted) {
    return word.equals(wanted)
        || (word.endsWith(wanted)
            && wanted.length() > 2
            && JOINED.contains(word.substring(0, word.length() - wanted.length())));
  }

  /// Which share of the customer's words was quoted, 0 to 1.
  double coverage() {
    int all = messages.stream().mapToInt(message -> message.words().size()).sum();
    int quoted = messages.stream().mapToInt(message -> message.quoted().cardinality()).sum();
    return all == 0 ? 0 : (double) quoted / all;
  }
}
