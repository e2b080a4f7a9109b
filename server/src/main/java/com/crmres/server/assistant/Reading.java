package com.crmres.server.assistant;

import com.crmres.common.conversation.Language;
import com.crmres.common.wire.WireName;
import java.util.List;

/// What a mind made of a turn: proposals in the order of saying, and how the customer spoke.
///
/// @param proposals what the customer wants done or answered; empty if nothing was understood
/// @param courtesies formulas to return before anything else, in the order of saying
/// @param confidence 0 to 1
public record Reading(
    List<Proposal> proposals,
    List<Courtesy> courtesies,
    Intent intent,
    Sentiment sentiment,
    double confidence,
    Language language) {

  public Reading {
    proposals = List.copyOf(proposals);
    courtesies = List.copyOf(courtesies);
  }

  /// What a turn is mainly about.
  public enum Intent implements WireName {
    ORDER,
    CHANGE_ORDER,
    CONFIRM,
    CANCEL,
    ORDER_STATUS,
    QUESTION,
    COMPLAINT,
    PRAISE,
    HUMAN,
    SAFETY,
    GREETING,
    THANKS,
    CLOSING,
    UNKNOWN
  }

  /// How the customer feels.
  public enum Sentiment implements WireName {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
  }

  /// A formula that a host returns.
  public enum Courtesy implements WireName {
    SALAM,
    HELLO,
    GOOD_MORNING,
    GOOD_EVENING,
    HOW_ARE_YOU,
    STRENGTH,
    THANKS,
    BLESSING,
    RAMADAN,
    EID,
    GOODBYE
  }
}
