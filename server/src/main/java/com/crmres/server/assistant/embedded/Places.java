package com.crmres.server.assistant.embedded;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finds in a text where the customer wants his order.
final class Places {

  private final Turn turn;
  private final List<Word> words;
  private final String text;
  private final List<Tag> tags;
  private final Branches branches;

  Places(Turn turn, List<Word> words, String text, List<Tag> tags, Lexicon lexicon) {
    this.turn = turn;
    this.words = words;
    this.text = text;
    this.tags = tags;
    this.branches = new Branches(turn.branches(), lexicon);
  }

  /// The branch that is named, where naming it can only mean that.
  Optional<UUID> branch(Topics topics, Optional<Fulfilment> fulfilment) {
    boolean named = tags.stream().anyMatch(tag -> tag.means("TOPIC:BRANCH"));
    boolean expected =
        turn.pending() instanceof PendingQuestion.WhichBranch
            || turn.pending() instanceof PendingQuestion.HowToGet
            || fulfilment.isPresent()
            || named;
    boolean delivery = fulfilment.filter(way -> way == Fulfilment.DELIVERY).isPresent();
    if (topics.asks() || (delivery && !named && street().isPresent())) {
      return Optional.empty();
    }
    return branches.named(words, expected || words.size() <= 3);
  }

  /// The place to deliver to, if the order is to be delivered.
  Optional<String> delivery(Optional<Fulfilment> fulfilment) {
    boolean delivery =
        fulfilment.filter(way -> way == Fulfilment.DELIVERY).isPresent()
            || turn.cart().fulfilment() == Fulfilment.DELIVERY;
    return delivery && !(turn.pending() instanceof PendingQuestion.WhichBranch)
        ? street()
        : Optional.empty();
  }

  /// The rest of the line that speaks of a street.
  private Optional<String> street() {
    return tags.stream().filter(tag -> tag.means("STREET")).findFirst().flatMap(this::lineFrom);
  }

  private Optional<String> lineFrom(Tag street) {
    int end = street.to();
    while (end < words.size() && words.get(end).gap() != Word.Gap.LINE) {
      end++;
    }
    if (end == street.to()) {
      return Optional.empty();
    }
    int from = words.get(street.from()).start();
    int to = Math.min(text.length(), words.get(end - 1).end());
    return Optional.of(Notes.shortened(text.substring(from, to)));
  }

  /// All of the text as one address.
  String address() {
    return Notes.shortened(text.strip().replace('\n', ' '));
  }

  /// Whether the text has letters enough to be one.
  boolean canBeAddress() {
    return text.codePoints().filter(Character::isLetter).count() > 3;
  }
}
