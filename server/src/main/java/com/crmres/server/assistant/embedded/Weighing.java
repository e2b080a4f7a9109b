package com.crmres.server.assistant.embedded;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.wire.WireName;
import com.crmres.server.assistant.Judgement;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.language.classifier.Classifiers;
import com.crmres.server.language.classifier.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Weighs what trained classifiers make of a text against what was read in it by the rules.
final class Weighing {

  /// Safety is rather called once too often.
  private static final double SAFETY = 0.5;

  private static final double ASKS_FOR_PERSON = 0.7;
  private static final double COMPLAINS = 0.9;
  private static final double DISPLEASED = 0.8;
  private static final double LEAST = 0.5;

  private final Classifiers classifiers;

  Weighing(Classifiers classifiers) {
    this.classifiers = classifiers;
  }

  /// What the rules and the classifiers make of a text together.
  record Weighed(List<Proposal> proposals, Judgement judgement) {}

  /// Weighs a text that has words.
  ///
  /// @param read the intent by the rules
  /// @param answered whether the customer tapped or answered our question, which needs no judging
  /// @param asked whether a question of ours is open: few words beside it are no complaint
  Weighed weigh(
      String text, List<Proposal> proposals, Judgement read, boolean answered, boolean asked) {
    Opinion opinion = classifiers.opinion(text);
    List<Proposal> weighed = answered ? proposals : callPeople(proposals, opinion, asked);
    boolean called = !weighed.equals(proposals);
    return new Weighed(weighed, judgement(opinion, read, answered, called));
  }

  private static Judgement judgement(
      Opinion opinion, Judgement read, boolean answered, boolean called) {
    Intent intent = label(Intent.class, opinion.intent().label());
    double confidence = opinion.intent().confidence();
    boolean rules =
        answered
            || (!called
                && (read.intent() == Intent.SAFETY
                    || (confidence < LEAST && read.intent() != Intent.UNKNOWN)));
    return new Judgement(
        rules ? read.intent() : intent,
        rules && answered ? 1 : confidence,
        label(Sentiment.class, opinion.sentiment().label()),
        opinion.sentiment().confidence(),
        label(Dialect.class, opinion.dialect().label()),
        opinion.dialect().confidence());
  }

  /// People are called where the rules saw no reason and the classifier is sure of one. What was
  /// ordered in the same breath waits for them, except beside a mere complaint.
  private static List<Proposal> callPeople(
      List<Proposal> proposals, Opinion opinion, boolean asked) {
    if (proposals.stream().anyMatch(Proposal.HandOver.class::isInstance)) {
      return proposals;
    }
    Optional<EscalationReason> reason = reason(proposals, opinion, asked);
    if (reason.isEmpty()) {
      return proposals;
    }
    List<Proposal> called = new ArrayList<>();
    called.add(new Proposal.HandOver(reason.get()));
    return called;
  }

  private static Optional<EscalationReason> reason(
      List<Proposal> proposals, Opinion opinion, boolean asked) {
    if (opinion.intent().probability(Intent.SAFETY.wireName()) >= SAFETY) {
      return Optional.of(EscalationReason.HEALTH_OR_SAFETY);
    }
    if (opinion.intent().probability(Intent.HUMAN.wireName()) >= ASKS_FOR_PERSON) {
      return Optional.of(EscalationReason.ASKED_FOR_PERSON);
    }
    boolean complains =
        !asked
            && opinion.intent().probability(Intent.COMPLAINT.wireName()) >= COMPLAINS
            && opinion.sentiment().probability(Sentiment.NEGATIVE.wireName()) >= DISPLEASED;
    return complains && proposals.isEmpty()
        ? Optional.of(EscalationReason.COMPLAINT)
        : Optional.empty();
  }

  private static <E extends Enum<E> & WireName> E label(Class<E> type, String name) {
    return WireName.parse(type, name);
  }
}
