package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishEffects.Option;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.assistant.embedded.EnglishReferring.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads clauses that name what is chosen otherwise, and not the dish: "change the rice to bukhari
/// for both".
final class EnglishTraits {

  private final EnglishSentence text;
  private final EnglishReferring referring;
  private final EnglishClauses clauses;
  private final EnglishEffects effects;

  EnglishTraits(
      EnglishSentence text,
      EnglishReferring referring,
      EnglishClauses clauses,
      EnglishEffects effects) {
    this.text = text;
    this.referring = referring;
    this.clauses = clauses;
    this.effects = effects;
  }

  @Nullable EnglishAct changed(int t) {
    int trait = text.is(t, Part.CHANGE, Part.MAKE) ? text.behind(t + 1, Part.THE) : t;
    if (trait == t || !text.isOnlyOption(trait)) {
      return null;
    }
    int to = text.is(trait + 1, Part.TO, Part.WITH) ? trait + 2 : trait + 1;
    Found all = all(to);
    List<Option> options = new ArrayList<>();
    int end = text.runsOn(to) ? clauses.options(all, to, options) : to;
    boolean told = end > to && text.is(end, Part.FORWHOM, Part.ON) && text.is(end + 1, Part.ALL);
    List<EnglishOrdered> able = told ? able(all, options) : List.of();
    int behind = text.behind(end + 2, Part.OF_THEM);
    return able.isEmpty()
        ? null
        : new EnglishAct(
            behind, () -> effects.options(new Found(behind, able, 0, false, true), options));
  }

  private Found all(int end) {
    return new Found(end, referring.ordered(), 0, false, true);
  }

  private List<EnglishOrdered> able(Found all, List<Option> options) {
    return all.all().stream()
        .filter(one -> options.stream().allMatch(option -> effects.canHave(one, option)))
        .toList();
  }
}
