package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Intent;
import com.crmres.server.assistant.Judgement;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.ReplyPart;
import com.crmres.server.assistant.Work;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one reading of what a model called and said and of what the embedded mind read.
final class Weighing {

  /// A model's own word on what a turn is about, by itself.
  private static final double MODEL_ALONE = 0.7;

  /// Two who agree are surer than each.
  private static final double DOUBT_LEFT = 0.3;

  private final Reading own;
  private final Calls calls;
  private final OutputGate gate;
  private final Masking masking;
  private final RouterMetrics metrics;

  Weighing(Reading own, Calls calls, OutputGate gate, Masking masking, RouterMetrics metrics) {
    this.own = own;
    this.calls = calls;
    this.gate = gate;
    this.masking = masking;
    this.metrics = metrics;
  }

  /// The reading; empty if the model had nothing to say that counts, while the embedded mind has.
  Optional<Reading> reading(@Nullable String words, Work work) {
    SecondOpinion.Opinion opinion = new SecondOpinion(own, calls).weigh();
    List<Proposal> proposals = opinion.proposals();
    List<ReplyPart> reply = proposals.isEmpty() && words != null ? said(words) : List.of();
    boolean nothing = reply.isEmpty() && calls.judged().isEmpty();
    if (proposals.isEmpty() && (nothing || !own.proposals().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            reply,
            proposals,
            own.courtesies(),
            judgement(),
            opinion.confidence(),
            own.language(),
            work));
  }

  /// Words are said only where code has nothing to say: wherever a call was made, the house knows
  /// better.
  private List<ReplyPart> said(String words) {
    String shown = masking.unmaskNames(words);
    Optional<String> fault = gate.fault(shown, own.language());
    fault.ifPresent(metrics::gate);
    return fault.isPresent() ? List.of() : Spoken.parts(shown);
  }

  private Judgement judgement() {
    Judgement mine = own.judgement();
    return calls.judged().map(judged -> together(mine, judged)).orElse(mine);
  }

  private Judgement together(Judgement mine, Calls.Judged judged) {
    boolean sameIntent = mine.intent() == judged.intent();
    boolean sameSentiment = mine.sentiment() == judged.sentiment();
    boolean sameDialect = mine.dialect() == judged.dialect();
    // Danger is heard if either mind hears it.
    Intent intent = mine.intent() == Intent.SAFETY ? Intent.SAFETY : judged.intent();
    return new Judgement(
        intent,
        sure(mine.intentConfidence(), sameIntent),
        calls.felt().orElse(judged.sentiment()),
        sure(mine.sentimentConfidence(), sameSentiment),
        judged.dialect(),
        sure(mine.dialectConfidence(), sameDialect));
  }

  private static double sure(double mine, boolean same) {
    return same ? 1 - (1 - mine) * DOUBT_LEFT : Math.max(MODEL_ALONE - mine * DOUBT_LEFT, 0.4);
  }
}
