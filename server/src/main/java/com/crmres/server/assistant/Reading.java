package com.crmres.server.assistant;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.Language;
import java.util.List;

/// What a mind made of a turn: proposals in the order of saying, and how the customer spoke.
///
/// @param reply what the mind would say besides what code says; empty for a mind without words of
///   its own
/// @param proposals what the customer wants done or answered; empty if nothing was understood
/// @param courtesies formulas to return before anything else, in the order of saying
/// @param confidence of the proposals, 0 to 1
/// @param language to answer in
/// @param work who read it, and what that took
public record Reading(
    List<ReplyPart> reply,
    List<Proposal> proposals,
    List<Courtesy> courtesies,
    Judgement judgement,
    double confidence,
    Language language,
    Work work) {

  public Reading {
    reply = List.copyOf(reply);
    proposals = List.copyOf(proposals);
    courtesies = List.copyOf(courtesies);
  }

  public Intent intent() {
    return judgement.intent();
  }

  public Sentiment sentiment() {
    return judgement.sentiment();
  }

  public Dialect dialect() {
    return judgement.dialect();
  }

  /// The same, had it proposed this.
  public Reading proposing(List<Proposal> others, Intent intent) {
    Judgement about =
        new Judgement(
            intent,
            judgement.intentConfidence(),
            judgement.sentiment(),
            judgement.sentimentConfidence(),
            judgement.dialect(),
            judgement.dialectConfidence());
    return new Reading(reply, others, courtesies, about, confidence, language, work);
  }

  /// The same, as weighed once more.
  public Reading weighed(List<Proposal> others, Judgement other) {
    return new Reading(reply, others, courtesies, other, confidence, language, work);
  }

  /// The same, with what it took.
  public Reading after(Work other) {
    return new Reading(reply, proposals, courtesies, judgement, confidence, language, other);
  }

  /// A formula that a host returns.
  public enum Courtesy {
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
