package com.crmres.server.assistant.embedded;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.Language;
import com.crmres.server.assistant.Judgement;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Reading.Courtesy;
import com.crmres.server.assistant.Work;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was noticed about a turn besides what it proposes.
final class Findings {

  /// Recorded with each turn; it changes when the mind does.
  private static final String NAME = "embedded-2";

  final Set<Courtesy> courtesies = new LinkedHashSet<>();
  @Nullable Intent intent;
  double feeling;
  double understood = 1;
  boolean praise;
  private boolean tapped;

  void tapped(List<Proposal> proposals) {
    tapped = true;
    proposals.stream().findFirst().ifPresent(first -> intent = intentOf(first));
  }

  /// Whether the customer tapped something.
  boolean isAnswer() {
    return tapped;
  }

  Reading reading(List<Proposal> proposals, Language language) {
    Intent main = mainIntent(proposals);
    double confidence = main == Intent.UNKNOWN ? 0 : understood;
    Judgement judgement =
        new Judgement(main, confidence, sentiment(), confidence, dialect(language), confidence);
    return new Reading(
        List.of(),
        proposals,
        List.copyOf(courtesies),
        judgement,
        confidence,
        language,
        Work.byItself(NAME));
  }

  private static Dialect dialect(Language language) {
    return switch (language) {
      case SAUDI -> Dialect.SAUDI;
      case EGYPTIAN -> Dialect.EGYPTIAN;
      case LEVANTINE -> Dialect.LEVANTINE;
      case ENGLISH -> Dialect.ENGLISH;
    };
  }

  private Sentiment sentiment() {
    if (feeling > 0.5) {
      return Sentiment.POSITIVE;
    }
    return feeling < -0.5 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
  }

  private Intent mainIntent(List<Proposal> proposals) {
    if (intent != null) {
      return intent;
    }
    if (!proposals.isEmpty()) {
      return intentOf(proposals.getFirst());
    }
    if (praise) {
      return Intent.PRAISE;
    }
    if (courtesies.contains(Courtesy.THANKS) || courtesies.contains(Courtesy.BLESSING)) {
      return Intent.THANKS;
    }
    if (courtesies.contains(Courtesy.GOODBYE)) {
      return Intent.CLOSING;
    }
    return courtesies.isEmpty() ? Intent.UNKNOWN : Intent.GREETING;
  }

  private static Intent intentOf(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart(var command) ->
          switch (command) {
            case CartCommand.ChangeQuantity _,
                CartCommand.ChangeOptions _,
                CartCommand.Remove _,
                CartCommand.Clear _ ->
                Intent.CHANGE_ORDER;
            default -> Intent.ORDER;
          };
      case Proposal.ConfirmCart _ -> Intent.CONFIRM;
      case Proposal.DeclineCart _, Proposal.ChangeOrder _ -> Intent.CHANGE_ORDER;
      case Proposal.ReadBack _,
          Proposal.AskWhich _,
          Proposal.AskQuantity _,
          Proposal.Repeat _,
          Proposal.NotOnMenu _,
          Proposal.FillCart _ ->
          Intent.ORDER;
      case Proposal.Cancel _ -> Intent.CANCEL;
      case Proposal.ShowMenu _, Proposal.TellPrice _, Proposal.Tell _ -> Intent.QUESTION;
      case Proposal.TellOrderStatus _ -> Intent.ORDER_STATUS;
      case Proposal.MakeElsewhere _ -> Intent.CONFIRM;
      case Proposal.CallBack _ -> Intent.HUMAN;
      case Proposal.Remember _ -> Intent.ORDER;
      case Proposal.AllowRemembering _ -> Intent.CONFIRM;
      case Proposal.RecordFeedback feedback ->
          feedback.sentiment() == Sentiment.NEGATIVE ? Intent.COMPLAINT : Intent.PRAISE;
      case Proposal.HandOver(var reason) ->
          switch (reason) {
            case ASKED_FOR_PERSON -> Intent.HUMAN;
            case HEALTH_OR_SAFETY -> Intent.SAFETY;
            case LOST_TWICE,
                LOW_CONFIDENCE,
                ASSISTANT_FAILED,
                POLICY,
                LATE_MESSAGE,
                EDITED_AFTER_ORDER,
                ORDER_UNANSWERED,
                ASSISTANT_OFF ->
                Intent.UNKNOWN;
            case ANGER, PAYMENT, LEGAL, COMPLAINT -> Intent.COMPLAINT;
          };
    };
  }
}
