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
    if (trait == t || !text.isOnMenu(trait)) {
      return null;
    }
    return isPlace(trait + 1) ? placed(trait + 1) : become(trait);
  }

  /// "Change the sauce on the wings to buffalo".
  private @Nullable EnglishAct placed(int place) {
    Found found = referring.at(text.behind(place + 1, Part.THE));
    if (found == null || !text.is(found.end(), Part.TO, Part.WITH)) {
      return null;
    }
    List<Option> options = new ArrayList<>();
    int end = clauses.options(found, found.end() + 1, options);
    return options.isEmpty() ? null : new EnglishAct(end, () -> effects.options(found, options));
  }

  /// "Change the rice to bukhari for both", "rice to fries on the chicken".
  private @Nullable EnglishAct become(int trait) {
    int to = text.is(trait + 1, Part.TO, Part.WITH) ? trait + 2 : trait + 1;
    Found all = all(to);
    List<Option> options = new ArrayList<>();
    int end = text.isOption(trait) && text.runsOn(to) ? clauses.options(all, to, options) : to;
    if (end == to || !isPlace(end)) {
      return null;
    }
    boolean each = text.is(end + 1, Part.ALL) && !text.isItem(text.behind(end + 2, Part.THE));
    Found named = each ? null : referring.at(text.behind(end + 1, Part.THE));
    List<EnglishOrdered> able =
        able(named == null ? (each ? all.all() : List.of()) : named.all(), options);
    int behind = named == null ? text.behind(end + 2, Part.OF_THEM) : named.end();
    return able.isEmpty()
        ? null
        : new EnglishAct(
            behind, () -> effects.options(new Found(behind, able, 0, false, true), options));
  }

  private boolean isPlace(int t) {
    return text.runsOn(t) && (text.is(t, Part.FORWHOM, Part.ON) || text.said(t).equals("in"));
  }

  private Found all(int end) {
    return new Found(end, referring.ordered(), 0, false, true);
  }

  private List<EnglishOrdered> able(List<EnglishOrdered> all, List<Option> options) {
    return all.stream()
        .filter(one -> options.stream().allMatch(option -> effects.canHave(one, option)))
        .toList();
  }
}
