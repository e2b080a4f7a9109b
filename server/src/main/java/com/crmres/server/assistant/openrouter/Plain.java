package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Intent;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Tells which turns need no model: because the embedded mind reads them for certain, because what
/// they hold must not leave the house, or because people must see them at once.
final class Plain {

  private static final double CERTAIN = 0.95;
  private static final int MOST_WORDS_OF_BRANCH = 4;
  private static final Set<Intent> COURTESIES =
      Set.of(Intent.GREETING, Intent.THANKS, Intent.CLOSING);

  /// A complaint is no emergency: a model may find more in it.
  private static final Set<EscalationReason> AT_ONCE =
      Set.of(
          EscalationReason.ASKED_FOR_PERSON,
          EscalationReason.ANGER,
          EscalationReason.HEALTH_OR_SAFETY,
          EscalationReason.PAYMENT,
          EscalationReason.LEGAL,
          EscalationReason.POLICY,
          EscalationReason.COMPLAINT);

  private Plain() {}

  /// Why the embedded mind keeps this turn; empty if a model may read it.
  static Optional<String> reason(Turn turn, Reading own) {
    if (turn.said().stream().noneMatch(said -> isWriting(said.content()))) {
      return Optional.of("tap");
    }
    if (turn.said().stream().anyMatch(said -> said.corrects() != null)) {
      return Optional.of("edit");
    }
    if (own.proposals().stream().anyMatch(Plain::isForPeople)) {
      return Optional.of("people");
    }
    if (turn.pending() instanceof PendingQuestion.WhereTo
        || turn.pending() instanceof PendingQuestion.WhichPhone) {
      return Optional.of("address");
    }
    // A yes to being remembered is the customer's own, and nobody else's to read.
    if (own.proposals().stream().anyMatch(Proposal.AllowRemembering.class::isInstance)) {
      return Optional.of("consent");
    }
    return namesBranch(turn, own) ? Optional.of("branch") : understood(own);
  }

  /// We asked which branch, and a branch's bare name came: a model is not shown branches.
  private static boolean namesBranch(Turn turn, Reading own) {
    return turn.pending() instanceof PendingQuestion.WhichBranch
        && !own.proposals().isEmpty()
        && own.proposals().stream().allMatch(Unshown::isHidden)
        && turn.said().stream()
                .map(said -> Quotes.text(said.content()))
                .filter(Objects::nonNull)
                .mapToInt(text -> Word.of(text).size())
                .sum()
            <= MOST_WORDS_OF_BRANCH;
  }

  private static boolean isWriting(MessageContent content) {
    return !(content instanceof MessageContent.Choice) && Quotes.text(content) != null;
  }

  private static boolean isForPeople(Proposal proposal) {
    return proposal instanceof Proposal.HandOver(EscalationReason reason)
        && AT_ONCE.contains(reason);
  }

  private static Optional<String> understood(Reading own) {
    if (own.confidence() < CERTAIN) {
      return Optional.empty();
    }
    if (own.proposals().isEmpty()) {
      return COURTESIES.contains(own.intent()) ? Optional.of("courtesy") : Optional.empty();
    }
    if (own.proposals().stream().allMatch(Plain::answersSummary)) {
      return Optional.of("summary");
    }
    return own.proposals().stream().allMatch(Plain::asksFact)
        ? Optional.of("fact")
        : Optional.empty();
  }

  private static boolean answersSummary(Proposal proposal) {
    return proposal instanceof Proposal.ConfirmCart || proposal instanceof Proposal.DeclineCart;
  }

  private static boolean asksFact(Proposal proposal) {
    return switch (proposal) {
      case Proposal.Tell _, Proposal.TellPrice _, Proposal.TellOrderStatus _, Proposal.ShowMenu _ ->
          true;
      case Proposal.ChangeCart _,
          Proposal.ConfirmCart _,
          Proposal.DeclineCart _,
          Proposal.ReadBack _,
          Proposal.FillCart _,
          Proposal.Cancel _,
          Proposal.AskWhich _,
          Proposal.AskQuantity _,
          Proposal.Repeat _,
          Proposal.ChangeOrder _,
          Proposal.NotOnMenu _,
          Proposal.Remember _,
          Proposal.AllowRemembering _,
          Proposal.MakeElsewhere _,
          Proposal.CallBack _,
          Proposal.RecordFeedback _,
          Proposal.HandOver _ ->
          false;
    };
  }
}
