package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.assistant.embedded.EnglishReferring.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads clauses that say what of the order goes and what remains.
final class EnglishRemaining {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishReferring referring;
  private final EnglishClauses clauses;
  private final EnglishEffects effects;

  EnglishRemaining(
      EnglishBook book,
      EnglishSentence text,
      EnglishReferring referring,
      EnglishClauses clauses,
      EnglishEffects effects) {
    this.book = book;
    this.text = text;
    this.referring = referring;
    this.clauses = clauses;
    this.effects = effects;
  }

  /// "The sprite stays", "keep the salad as it is", "the rest is fine".
  @Nullable EnglishAct stays(int t) {
    boolean keeps = text.is(t, Part.ADD) && isKeeping(text.said(t));
    int from = keeps ? t + 1 : t;
    if (keeps && effects.whole() != null && text.is(from, Part.NUMBER)) {
      return new EnglishAct(behindRest(from), () -> {});
    }
    boolean rest = text.is(from, Part.OTHER, Part.ALL) || text.said(from).equals("rest");
    Found found = rest ? null : referring.at(from);
    if (!rest && found == null) {
      return null;
    }
    int end = found == null ? from + 1 : found.end();
    int stay = clauses.behindSkips(end);
    while (text.runsOn(stay) && has(found, stay)) {
      stay = clauses.behindSkips(stay + 1);
    }
    boolean told = text.is(stay, Part.STAY) || (text.is(stay, Part.SAME) && text.runsOn(stay));
    if (!told && !(keeps && stay == end) && !(keeps && clauses.ends(stay) && found != null)) {
      return null;
    }
    int behind = told ? clauses.behind(stay, Part.STAY, Part.SAME) : stay;
    while (told && text.runsOn(behind) && (has(found, behind) || text.is(behind, Part.NUMBER))) {
      behind++;
    }
    return new EnglishAct(behind, () -> {});
  }

  /// "… and keep two normal", behind what was said of some.
  private int behindRest(int t) {
    int end = t + 1;
    while (text.runsOn(end)
        && (text.is(end, Part.OF_THEM, Part.STAY, Part.SKIP)
            || text.isOption(end)
            || EnglishWords.isServedSo(text.said(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isKeeping(String said) {
    return said.startsWith("keep") || said.startsWith("leave") || said.startsWith("actually leave");
  }

  private boolean has(@Nullable Found found, int t) {
    return found != null && text.isOption(t) && found.one().has(book, text.at(t));
  }

  /// "No need cookie", "cookie not needed", "without the fries and the cookie".
  @Nullable EnglishAct removes(int t) {
    boolean without = text.is(t, Part.WITHOUT);
    boolean removes = text.is(t, Part.REMOVE, Part.OFF);
    Found found = referring.at(without || removes ? t + 1 : t);
    boolean able = found != null && found.named() && found.count() >= 0;
    if (found == null || !able || (without && found.bare())) {
      return null;
    }
    List<Found> all = new ArrayList<>(List.of(found));
    int end = others(found.end(), all);
    boolean off = text.is(end, Part.OFF) && text.runsOn(end);
    boolean told = removes || off || (without && !text.is(end, Part.WITH));
    return told ? new EnglishAct(off ? end + 1 : end, () -> all.forEach(effects::remove)) : null;
  }

  /// "… and the salad": more of the same.
  private int others(int t, List<Found> all) {
    int end = t;
    while (text.is(end, Part.AND)) {
      Found next = referring.at(text.behind(end, Part.AND, Part.SKIP));
      if (next == null
          || !next.named()
          || !(clauses.ends(next.end()) || text.is(next.end(), Part.OFF))) {
        return end;
      }
      all.add(next);
      end = next.end();
    }
    return end;
  }

  /// "Only the burger and sprite, remove the others".
  @Nullable EnglishAct keeps(int t) {
    boolean keeps = text.is(t, Part.ADD) && isKeeping(text.said(t));
    Found found = referring.at(keeps ? t + 1 : text.behind(t, Part.KEEP));
    if (found == null || !found.named()) {
      return null;
    }
    List<Found> all = new ArrayList<>(List.of(found));
    int end = text.behind(others(found.end(), all), Part.SKIP, Part.AND);
    boolean others =
        text.is(end, Part.REMOVE)
            && (text.is(end + 1, Part.OTHER) || text.said(end + 1).equals("rest"));
    boolean told = others || (text.is(end, Part.CLEAR) && text.said(end).endsWith(" else"));
    return told ? new EnglishAct(others ? end + 2 : end + 1, () -> effects.keepOnly(all)) : null;
  }

  /// "Olives off", "onions out".
  @Nullable EnglishAct optionOff(int t) {
    String off = text.said(t + 1);
    boolean told =
        text.isOption(t) && text.runsOn(t + 1) && (off.equals("off") || off.equals("out"));
    Draft having = told ? book.lineFor(text.at(t), true) : null;
    return having == null
        ? null
        : new EnglishAct(t + 2, () -> book.choices.drop(having, text.at(t)));
  }
}
