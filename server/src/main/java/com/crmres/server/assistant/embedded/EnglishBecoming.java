package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishEffects.Option;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.assistant.embedded.EnglishReferring.Found;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads clauses that say what something that was ordered shall be instead.
final class EnglishBecoming {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishReferring referring;
  private final EnglishClauses clauses;
  private final EnglishTallies tallies;
  private final EnglishEffects effects;

  EnglishBecoming(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishReferring referring,
      EnglishClauses clauses,
      EnglishTallies tallies,
      EnglishEffects effects) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.referring = referring;
    this.clauses = clauses;
    this.tallies = tallies;
    this.effects = effects;
  }

  /// "Make the fries large", "the chicken one without garlic", "sprite to coke zero".
  @Nullable EnglishAct becomes(int t) {
    boolean changes = text.is(t, Part.MAKE, Part.CHANGE) || text.said(t).equals("make");
    Found found = referring.at(changes ? t + 1 : t);
    if (found == null || (changes && !found.named())) {
      return null;
    }
    boolean clear = changes || (!found.bare() && isSafe(t, found)) || isEditing(t);
    int next = found.end();
    boolean to = false;
    while (text.runsOn(next) && (clauses.isBecoming(next) || text.is(next, Part.ALL))) {
      to |= clauses.tellsBecoming(next) && !text.is(next, Part.ALL);
      next++;
    }
    if (text.said(next - 1).equals("in")) {
      clear |= text.isOnlyOption(next);
    }
    return told(found, next, clear || (to && found.named()), to || changes);
  }

  /// Whether the message says somewhere that it changes something, and nothing here is wanted.
  private boolean isEditing(int t) {
    return !pad.wanted
        && !text.is(t, Part.NUMBER)
        && (tallies.isCounting()
            || text.pieces().stream()
                .anyMatch(piece -> piece.is(Part.STAY) || piece.is(Part.INSTEAD)));
  }

  /// Whether it is plain that a dish is spoken of that was ordered.
  private boolean isSafe(int t, Found found) {
    return !pad.wanted || !text.is(t, Part.NUMBER) || found.count() == 0;
  }

  private @Nullable EnglishAct told(Found found, int next, boolean clear, boolean to) {
    List<Option> options = new ArrayList<>();
    int behind = text.runsOn(next) ? clauses.options(found, next, options) : next;
    if (behind > next && (clear || to || takesOff(found, options))) {
      return new EnglishAct(behind, () -> effects.options(found, options));
    }
    EnglishAct counted = tallies.recount(found, next, to);
    if (counted != null) {
      return counted;
    }
    boolean some = found.count() != 0 && text.isItem(next) && text.is(next + 1, Part.INSTEAD_OF);
    boolean swaps = clear && (to || some || text.is(next, Part.FORWHOM, Part.WITH));
    EnglishAct swapped = swaps && text.runsOn(next) ? swap(found, next) : null;
    if (swapped != null) {
      return swapped;
    }
    boolean topic = clear && !found.bare() && next == found.end() && goesOnTelling(next);
    return topic && !pad.wanted ? new EnglishAct(next, () -> effects.topic(found)) : null;
  }

  /// "The tawook with fries, not bread": it has what it shall be without.
  private boolean takesOff(Found found, List<Option> options) {
    return options.size() > 1
        && options.stream()
            .anyMatch(option ->
                option.way() == Way.WITHOUT
                    && found.one().has(book, option.piece())
                    && found.one().canHave(book, option.piece()));
  }

  /// "One of the colas should be zero".
  private @Nullable EnglishAct zero(Found found, int t) {
    List<String> words =
        new ArrayList<>(EnglishWords.ofName(found.one().items().getFirst().name().en()));
    words.add(EnglishWords.fold("zero"));
    List<MenuItem> kinds = book.menu.containing(words, false);
    EnglishPiece zero = text.at(t).asDish(kinds);
    return kinds.isEmpty()
        ? null
        : new EnglishAct(t + 1, () -> effects.replace(found, zero, List.of()));
  }

  private boolean goesOnTelling(int t) {
    return text.has(t)
        && text.at(t).gap() == Word.Gap.COMMA
        && (text.is(t, Part.WITHOUT, Part.WITH, Part.MAKE, Part.ADD, Part.EXTRA)
            || text.isOnlyOption(t));
  }

  private @Nullable EnglishAct swap(Found found, int t) {
    int next = t;
    while (text.is(next, Part.FORWHOM, Part.WITH, Part.TO, Part.THE, Part.SKIP)
        || (text.is(next, Part.NUMBER) && text.at(next).number() == 1)) {
      next++;
    }
    List<Option> options = new ArrayList<>();
    while (text.isOnlyOption(next) && text.runsOn(next + 1)) {
      options.add(new Option(text.at(next++), Way.TAKE));
    }
    if (text.said(next).equals("zero")) {
      return zero(found, next);
    }
    boolean other =
        text.isItem(next)
            && text.goesOn(next)
            && found.named()
            && !found.one().items().equals(text.at(next).items());
    if (!other) {
      return null;
    }
    EnglishPiece dish = text.at(next);
    int told = clauses.optionsOfDish(dish, next + 1, options);
    int end = text.is(told, Part.INSTEAD_OF) && text.isOnMenu(told + 1) ? told + 2 : told;
    return new EnglishAct(end, () -> effects.replace(found, dish, options));
  }

  /// "Extra cheese on the double one", "oat milk for the latte only".
  @Nullable EnglishAct optionsOf(int t) {
    boolean removes = text.is(t, Part.REMOVE);
    int begin = removes ? t + 1 : t;
    int place = t;
    while ((place == t ? text.has(t) : text.goesOn(place)) && !isPlace(place)) {
      if (place > t && text.at(place).gap() != Word.Gap.SPACE) {
        return null;
      }
      place++;
    }
    Found found = place > t && isPlace(place) ? referring.at(behindPlace(place)) : null;
    if (found == null || (found.bare() && text.is(place, Part.WITH))) {
      return null;
    }
    List<Option> said = new ArrayList<>();
    int end = clauses.options(found, begin, said);
    boolean off = removes || text.said(end).startsWith("off") || text.said(end).startsWith("from");
    int told = text.said(end).equals("off") ? end + 1 : end;
    boolean all = !said.isEmpty() && text.behind(told, Part.SKIP) == text.behind(place, Part.SKIP);
    List<Option> options =
        off ? said.stream().map(one -> new Option(one.piece(), Way.WITHOUT)).toList() : said;
    return all ? new EnglishAct(found.end(), () -> effects.options(found, options)) : null;
  }

  private boolean isPlace(int t) {
    return text.is(t, Part.ON, Part.FORWHOM)
        || text.said(t).equals("from")
        || text.said(t).equals("with the")
        || (text.said(t).equals("in") && text.is(t + 1, Part.THE, Part.ALL))
        || text.is(t, Part.TO, Part.ALL, Part.THE);
  }

  private int behindPlace(int t) {
    return text.is(t, Part.ALL) ? t : t + 1;
  }

  /// "Fanta rather than the sprite", "fanta, not sprite".
  @Nullable EnglishAct instead(int t) {
    int next = text.behind(t, Part.VERB, Part.SKIP, Part.THE);
    next = text.is(next, Part.NUMBER) && text.at(next).number() == 1 ? next + 1 : next;
    if (!text.isItem(next)) {
      return null;
    }
    EnglishPiece dish = text.at(next);
    List<Option> options = new ArrayList<>();
    int end = clauses.optionsOfDish(dish, next + 1, options);
    boolean rather = text.goesOn(end) && (text.is(end, Part.INSTEAD_OF) || isNot(end));
    Found found = rather ? referring.at(end + 1) : null;
    boolean other = found != null && found.named() && !found.one().items().equals(dish.items());
    return found != null && other
        ? new EnglishAct(found.end(), () -> effects.replace(found, dish, options))
        : null;
  }

  /// "Not sprite, fanta".
  @Nullable EnglishAct notBut(int t) {
    Found found = isNot(t) ? referring.at(t + 1) : null;
    boolean dish =
        found != null
            && found.named()
            && text.goesOn(found.end())
            && text.at(found.end()).gap() == Word.Gap.COMMA;
    return found != null && dish ? swap(found, found.end()) : null;
  }

  private boolean isNot(int t) {
    return text.said(t).equals("not")
        || text.said(t).equals("and not")
        || text.said(t).equals("but not");
  }

  /// "… and the other without onion", behind what was said of some.
  @Nullable EnglishAct rest(int t) {
    Draft whole = effects.whole();
    boolean told =
        text.is(t, Part.OTHER)
            || text.said(t).equals("rest")
            || (text.is(t, Part.NUMBER) && text.at(t).number() == 0.5);
    if (whole == null || !told) {
      return null;
    }
    int next = t + 1;
    while (text.runsOn(next)
        && (clauses.isBecoming(next)
            || text.said(next).equals("one")
            || text.is(next, Part.ONES, Part.OF_THEM))) {
      next++;
    }
    Found found =
        new Found(next, List.of(new EnglishOrdered(whole.items, null, whole)), 0, false, true);
    List<Option> options = new ArrayList<>();
    int end = text.runsOn(next) ? clauses.options(found, next, options) : next;
    return end > next ? new EnglishAct(end, () -> effects.options(found, options)) : null;
  }
}
