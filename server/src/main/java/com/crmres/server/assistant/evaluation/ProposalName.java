package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Proposal;
import java.util.Locale;

/// The names by which suites call proposals.
final class ProposalName {

  private ProposalName() {}

  static String of(Proposal proposal) {
    return switch (proposal) {
      case Proposal.ChangeCart _ -> "change_cart";
      case Proposal.AskWhich _ -> "ask_which";
      case Proposal.AskQuantity _ -> "ask_quantity";
      case Proposal.NotOnMenu _ -> "not_on_menu";
      case Proposal.ConfirmCart _ -> "confirm";
      case Proposal.DeclineCart _ -> "decline";
      case Proposal.ReadBack _ -> "read_back";
      case Proposal.FillCart _ -> "fill_cart";
      case Proposal.Cancel _ -> "cancel";
      case Proposal.Repeat repeat -> "repeat_" + lower(repeat.which());
      case Proposal.ShowMenu _ -> "menu";
      case Proposal.TellPrice _ -> "price";
      case Proposal.Tell(Proposal.Fact fact) -> "tell:" + lower(fact);
      case Proposal.ChangeOrder _ -> "change_order";
      case Proposal.TellOrderStatus _ -> "status";
      case Proposal.MakeElsewhere _ -> "make_elsewhere";
      case Proposal.CallBack _ -> "call_back";
      case Proposal.HandOver _ -> "hand_over";
      case Proposal.Remember _ -> "remember";
      case Proposal.AllowRemembering _ -> "allow_remembering";
      case Proposal.RecordFeedback _ -> "feedback";
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
