package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.assistant.embedded.EnglishReferring.Found;
import org.jspecify.annotations.Nullable;

/// Reads clauses that say how many there shall be of what was ordered.
final class EnglishTallies {

  private final EnglishSentence text;
  private final EnglishReferring referring;
  private final EnglishClauses clauses;
  private final EnglishEffects effects;

  /// Whether the numbers of dishes are being told anew.
  private boolean counting;

  /// What was counted last.
  private @Nullable Found last;

  EnglishTallies(
      EnglishSentence text,
      EnglishReferring referring,
      EnglishClauses clauses,
      EnglishEffects effects) {
    this.text = text;
    this.referring = referring;
    this.clauses = clauses;
    this.effects = effects;
  }

  /// Asked whether the order is right, one tells what is not.
  private boolean isConfirming() {
    return effects.pending() instanceof PendingQuestion.ConfirmCart;
  }

  /// Whether something was taken back, so that what is told is told anew.
  boolean isCounting() {
    return counting;
  }

  /// What was said is taken back: a number that follows is told anew.
  void takeBack() {
    counting = true;
  }

  /// "Only one cheeseburger", "no wait, three fries".
  @Nullable EnglishAct counts(int t) {
    Found before = last;
    if (counting && before != null && text.is(t, Part.NUMBER) && clauses.ends(t + 1)) {
      int number = (int) text.at(t).number();
      return new EnglishAct(t + 1, () -> effects.count(before, number));
    }
    boolean only = counting || clauses.isOnly(t - 1) || text.said(t - 1).endsWith("only want");
    boolean make = text.is(t, Part.MAKE) && text.said(t).endsWith("it");
    Found found = text.is(make ? t + 1 : t, Part.NUMBER) ? referring.at(make ? t + 1 : t) : null;
    boolean told = found != null && found.bare() && found.count() > 0;
    if (found == null || !told || !(only || make || clauses.isOnly(found.end()))) {
      return null;
    }
    int count = found.count();
    return new EnglishAct(
        found.end(),
        () -> {
          counting = true;
          Found counted = whole(found);
          last = counted;
          effects.count(counted, count);
        });
  }

  /// "One wagyu, no two wagyu": the number is told anew.
  boolean recounts(int t) {
    Found found =
        text.said(t).equals("no") && text.is(t + 1, Part.NUMBER) ? referring.at(t + 1) : null;
    return found != null && found.named() && found.count() > 0;
  }

  @Nullable EnglishAct recount(Found found, int t, boolean told) {
    int number = text.is(t, Part.X) ? t + 1 : t;
    boolean plain =
        text.runsOn(number)
            && text.is(number, Part.NUMBER)
            && !EnglishNumbers.isArticle(text.at(number));
    if (!plain
        || found.count() != 0
        || !(told || counting || isConfirming() || clauses.isOnly(number + 1))) {
      return null;
    }
    if (text.said(number).equals("zero")) {
      return null;
    }
    int count = (int) text.at(number).number();
    int end = text.behind(number + 1, Part.X, Part.UNIT);
    return new EnglishAct(
        end,
        () -> {
          counting = true;
          last = found;
          effects.count(found, count);
        });
  }

  /// "Double the last one", "double everything".
  @Nullable EnglishAct multiplies(int t) {
    String said = text.said(t);
    int times = said.startsWith("double") ? 2 : said.startsWith("triple") ? 3 : 0;
    boolean all = text.said(t + 1).equals("order") || text.said(t + 1).equals("everything");
    Found found = times == 0 ? null : all ? everything(t + 2) : referring.at(t + 1);
    if (found == null) {
      return null;
    }
    return new EnglishAct(
        text.behind(found.end(), Part.UNIT), () -> effects.multiply(found, times));
  }

  private Found everything(int end) {
    return new Found(end, referring.ordered(), 0, false, true);
  }

  /// "Same again on the latte", "another burger like that", "one more of each".
  @Nullable EnglishAct oneMore(int t) {
    boolean same = text.is(t, Part.SAME) || text.said(t).equals("another");
    boolean again = text.is(t, Part.AGAIN);
    int from = text.behind(t + 1, Part.AGAIN, Part.ON, Part.OF, Part.FORWHOM, Part.SAME);
    if (!(same || again) || !text.runsOn(from)) {
      return null;
    }
    if (again && text.said(from).startsWith("each")) {
      return new EnglishAct(from + 1, () -> effects.more(everything(from), more(t)));
    }
    Found found = referring.at(from);
    boolean repeats = found != null && (from > t + 1 || isAgain(found.end()));
    return found != null && repeats
        ? new EnglishAct(endOfAgain(found.end()), () -> effects.more(found, more(t)))
        : null;
  }

  private int more(int t) {
    return text.said(t).startsWith("two") || text.said(t).startsWith("2") ? 2 : 1;
  }

  private boolean isAgain(int t) {
    return text.said(t).equals("again") || text.said(t).equals("like") || text.is(t, Part.SAME);
  }

  private int endOfAgain(int t) {
    int end = text.said(t).equals("like") ? text.behind(t + 1, Part.PRONOUN, Part.THE) : t;
    if (text.is(t, Part.SAME)) {
      return text.said(t + 1).equals("again") ? t + 2 : t + 1;
    }
    return text.said(t).equals("again") ? t + 1 : text.said(end).equals("one") ? end + 1 : end;
  }

  /// "One cheeseburger less", "reduce one cheeseburger".
  @Nullable EnglishAct fewer(int t) {
    String said = text.said(t);
    boolean reduces = said.startsWith("reduce") || said.startsWith("minus") || said.equals("less");
    int from = reduces ? t + 1 : t;
    Found found = text.is(from, Part.NUMBER) ? referring.at(from) : null;
    if (found == null || found.count() <= 0) {
      return null;
    }
    boolean less =
        text.runsOn(found.end())
            && (text.said(found.end()).equals("less") || text.said(found.end()).equals("fewer"));
    int end = less ? found.end() + 1 : found.end();
    boolean told = reduces || less;
    return told ? new EnglishAct(end, () -> effects.more(whole(found), -found.count())) : null;
  }

  private static Found whole(Found found) {
    return new Found(found.end(), found.all(), 0, found.bare(), found.named());
  }
}
