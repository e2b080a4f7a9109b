package com.crmres.server.assistant.embedded;

import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.language.Lexicon.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a customer thinks of the house: a rating, praise or complaint, what it is about, and
/// which dishes.
final class Opinions {

  private static final Set<String> CATEGORIES =
      Set.of(
          "taste",
          "cooked",
          "cold",
          "hygiene",
          "delay",
          "wrong_order",
          "missing",
          "portion",
          "price",
          "service",
          "packaging",
          "courier",
          "payment",
          "place",
          "speed");
  private static final double FELT = 0.5;
  private static final int GOOD = 4;
  private static final int POOR = 2;

  private final List<Tag> tags;
  private final String text;

  Opinions(List<Tag> tags, String text) {
    this.tags = tags;
    this.text = text;
  }

  /// What a complaint says for which people are called.
  Optional<Proposal> complaint(Proposal handOver) {
    return handOver instanceof Proposal.HandOver(EscalationReason reason)
            && (reason == EscalationReason.COMPLAINT || reason == EscalationReason.ANGER)
        ? Optional.of(feedback(Sentiment.NEGATIVE))
        : Optional.empty();
  }

  /// An opinion that is all there is to the message; a rating says that it is one.
  ///
  /// @param answers whether we had asked something, so that "excellent" may mean yes
  Optional<Proposal> alone(Findings findings, boolean answers) {
    Integer rating = Rating.in(text);
    if (rating != null) {
      return Optional.of(feedback(sentiment(rating, findings.feeling)));
    }
    return findings.praise && !(answers && categories().isEmpty())
        ? Optional.of(feedback(Sentiment.POSITIVE))
        : Optional.empty();
  }

  /// A good rating with complaining words is a complaint.
  private static Sentiment sentiment(int rating, double feeling) {
    if (rating <= POOR || feeling < -FELT) {
      return Sentiment.NEGATIVE;
    }
    return rating >= GOOD || feeling > FELT ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
  }

  private Proposal.RecordFeedback feedback(Sentiment sentiment) {
    @Nullable Integer rating = Rating.in(text);
    return new Proposal.RecordFeedback(rating, sentiment, List.copyOf(categories()), items(), text);
  }

  private Set<String> categories() {
    Set<String> found = new TreeSet<>();
    tags.stream()
        .filter(tag -> tag.mention() == null)
        .flatMap(tag -> tag.match() == null ? Stream.empty() : tag.match().meanings().stream())
        .map(Meaning::value)
        .filter(value -> value.startsWith("NEG:") || value.startsWith("POS:"))
        .map(value -> value.substring(4).toLowerCase(Locale.ROOT))
        .filter(CATEGORIES::contains)
        .forEach(found::add);
    return found;
  }

  private List<UUID> items() {
    return tags.stream()
        .map(Tag::mention)
        .flatMap(mention ->
            mention == null || mention.items().size() != 1
                ? Stream.empty()
                : Stream.of(mention.items().getFirst().id()))
        .distinct()
        .toList();
  }
}
