package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts English words into the longest runs that mean something on a menu or in the grammar.
final class EnglishPieces {

  private static final int LONGEST = 9;

  private final EnglishMenu menu;
  private final EnglishGrammar grammar;
  private final String text;
  private final List<Word> words;
  private final List<Integer> places;
  private final List<String> spelt;
  private final List<String> folded;
  private final EnglishNumerals numerals;

  EnglishPieces(EnglishMenu menu, EnglishGrammar grammar, List<Word> said, String text) {
    this.menu = menu;
    this.grammar = grammar;
    this.text = text;
    EnglishSpelt right = new EnglishSpelt(menu.spelling(), grammar, said, text);
    this.words = right.words;
    this.places = right.places;
    this.spelt = right.spelt;
    this.folded = right.folded;
    this.numerals = new EnglishNumerals(grammar, words, spelt);
  }

  /// All pieces in order; question marks are none.
  List<EnglishPiece> cut() {
    List<EnglishPiece> pieces = new ArrayList<>();
    Word.Gap gap = null;
    for (int at = 0; at < words.size(); ) {
      if (words.get(at).isQuestionMark()) {
        gap = Word.Gap.LINE;
        at++;
        continue;
      }
      Run run = run(at);
      pieces.add(piece(at, run, gap == null ? words.get(at).gap() : gap));
      gap = null;
      at = run.to;
    }
    return pieces;
  }

  /// The best reading from one word on.
  private record Run(
      int to,
      EnglishGrammar.@Nullable Sense sense,
      List<MenuItem> items,
      List<MenuItem> partly,
      boolean option) {}

  private EnglishPiece piece(int at, Run run, Word.Gap gap) {
    EnglishGrammar.Sense sense = run.sense();
    boolean colon =
        at > 0
            && words.get(at - 1).end() < words.get(at).start()
            && text.substring(words.get(at - 1).end(), words.get(at).start()).contains(":");
    return new EnglishPiece(
        places.get(at),
        places.get(run.to() - 1) + 1,
        gap,
        colon,
        String.join(" ", spelt.subList(at, run.to())),
        key(at, run.to()),
        sense == null ? null : sense.part(),
        sense == null ? 0 : sense.number(),
        run.items(),
        run.partly(),
        run.option());
  }

  private Run run(int at) {
    Run menuRun = onMenu(at);
    Run number = number(at);
    EnglishGrammar.Found found = grammarAt(at);
    Run grammarRun =
        found == null
            ? null
            : new Run(at + found.length(), found.sense(), List.of(), List.of(), false);
    if (number != null && (grammarRun == null || number.to() >= grammarRun.to())) {
      grammarRun = number;
    }
    if (menuRun != null && spelt.get(at).equals("zero") && !namesDish(at + 1)) {
      return menuRun;
    }
    if (menuRun == null) {
      return grammarRun == null ? new Run(at + 1, null, List.of(), List.of(), false) : grammarRun;
    }
    return grammarRun != null && !beats(menuRun, grammarRun, at) ? grammarRun : menuRun;
  }

  private boolean namesDish(int at) {
    if (at >= words.size() || words.get(at).gap() != Word.Gap.SPACE) {
      return false;
    }
    Run run = onMenu(at);
    return run != null && !(run.items().isEmpty() && run.partly().isEmpty());
  }

  /// "With less sugar", where "less sugar" is an option, is "with" alone.
  private EnglishGrammar.@Nullable Found grammarAt(int at) {
    EnglishGrammar.Found found = grammar.at(words, spelt, at);
    boolean amount =
        found != null
            && found.length() > 1
            && (found.sense().part() == Part.EXTRA || found.sense().part() == Part.LIGHT);
    if (found == null || !amount) {
      return found;
    }
    int last = at + found.length() - 1;
    Run option = onMenu(last);
    boolean shares =
        option != null && option.to() > last + 1 && menu.isOption(key(last, option.to()));
    EnglishGrammar.Found shorter =
        shares ? grammar.at(words.subList(0, last), spelt.subList(0, last), at) : null;
    return shorter == null ? found : shorter;
  }

  private boolean beats(Run onMenu, Run inGrammar, int at) {
    boolean whole = !onMenu.items().isEmpty() || menu.isOption(key(at, onMenu.to()));
    EnglishGrammar.Sense first = inGrammar.sense();
    boolean qualifies =
        first != null
            && (first.part() == Part.WITHOUT
                || first.part() == Part.EXTRA
                || first.part() == Part.LIGHT);
    if (qualifies
        && onMenu.to() > inGrammar.to()
        && onMenu.items().isEmpty()
        && menu.isOption(key(inGrammar.to(), onMenu.to()))) {
      return false;
    }
    if (onMenu.to() != inGrammar.to()) {
      return onMenu.to() > inGrammar.to() && (whole || onMenu.to() - at > 1);
    }
    EnglishGrammar.Sense sense = inGrammar.sense();
    if (sense != null && sense.part() == Part.DISH) {
      return true;
    }
    boolean digits = Character.isDigit(folded.get(at).charAt(0));
    return whole
        && sense != null
        && switch (sense.part()) {
          case EXTRA, LIGHT -> onMenu.to() == words.size() || !beginsOption(onMenu.to());
          case SKIP, UNIT, ALL, NOTE, CHANGE, WITH, SIDE, X -> true;
          case NUMBER -> !digits && !spelt.get(at).equals("a") && !spelt.get(at).equals("an");
          default -> onMenu.to() - at > 1;
        };
  }

  private boolean beginsOption(int at) {
    return words.get(at).gap() == Word.Gap.SPACE
        && menu.isOption(folded.get(at))
        && !EnglishWords.isServedSo(folded.get(at));
  }

  private @Nullable Run number(int at) {
    EnglishGrammar.Found found = numerals.at(at);
    return found == null
        ? null
        : new Run(at + found.length(), found.sense(), List.of(), List.of(), false);
  }

  private @Nullable Run onMenu(int at) {
    if (EnglishWords.isBridge(spelt.get(at))) {
      return null;
    }
    Run named = null;
    Run part = null;
    List<String> parts = new ArrayList<>();
    StringBuilder key = new StringBuilder();
    boolean inOrder = false;
    for (int to = at + 1; to <= Math.min(words.size(), at + LONGEST); to++) {
      if (to > at + 1 && !runsOn(to - 1)) {
        break;
      }
      if (EnglishWords.isBridge(spelt.get(to - 1))) {
        inOrder |= joins(spelt.get(to - 1));
        continue;
      }
      key.append(folded.get(to - 1));
      parts.add(folded.get(to - 1));
      String name = key.toString();
      boolean allowed = !inOrder || menu.isBridged(name);
      List<MenuItem> items = allowed ? menu.named(name) : List.of();
      boolean option = allowed && menu.isOption(name);
      if (!items.isEmpty() || option) {
        named = new Run(to, null, items, List.of(), option);
      }
      if (to > at + 1 && isAllOf(at, to - 2)) {
        break;
      }
      boolean distinct = parts.indexOf(parts.getLast()) == parts.size() - 1;
      List<MenuItem> partly =
          distinct && tells(parts) ? menu.partlyNamed(parts, inOrder) : List.of();
      boolean partOption = !inOrder && menu.isPartOfOption(key.toString());
      if (!partly.isEmpty() || partOption) {
        part = new Run(to, null, List.of(), partly, partOption);
      }
    }
    return longer(named, part, at);
  }

  /// "One of the croissants zaatar": what is named there is all of them.
  private boolean isAllOf(int at, int last) {
    return at == last
        && at > 1
        && spelt.get(at - 1).equals("the")
        && spelt.get(at - 2).equals("of")
        && spelt.get(at).endsWith("s")
        && !spelt.get(at).equals(folded.get(at));
  }

  /// Words between which these stand are one name only if they stand in the name, too.
  private static boolean joins(String bridge) {
    return switch (bridge) {
      case "and", "with", "in", "on", "n" -> true;
      default -> false;
    };
  }

  private @Nullable Run longer(@Nullable Run named, @Nullable Run part, int at) {
    if (named == null || part == null) {
      return named == null ? part : named;
    }
    if (part.to() > named.to()) {
      return endsInItem(at, part) || endsInOption(at, named, part) ? named : part;
    }
    return part.to() == named.to()
        ? new Run(named.to(), null, named.items(), part.partly(), named.option() || part.option())
        : named;
  }

  /// "Cheese pizza", where pizza is an item and cheese an option, is no part of "four cheese
  /// pizza".
  private boolean endsInItem(int at, Run part) {
    for (int from = at + 1; from < part.to(); from++) {
      List<MenuItem> items = menu.named(key(from, part.to()));
      String before = key(at, from);
      if (!items.isEmpty() && menu.isOption(before)) {
        return items.stream()
            .anyMatch(item -> menu.options(item).find(item, before, _ -> true) != null);
      }
    }
    return false;
  }

  /// "Shrimp fried", where shrimp comes fried, is no "fried shrimp box".
  private boolean endsInOption(int at, Run named, Run part) {
    String rest = key(named.to(), part.to());
    String said = key(at, part.to());
    return named.items().stream()
            .anyMatch(item -> menu.options(item).find(item, rest, _ -> true) != null)
        && part.partly().stream()
            .noneMatch(
                item -> String.join("", EnglishWords.ofName(item.name().en())).contains(said));
  }

  private boolean tells(List<String> parts) {
    return parts.stream()
        .anyMatch(word ->
            word.length() > 1
                && !menu.isSize(word)
                && !grammar.isPhrase(word)
                && (word.length() > 3 || !grammar.knows(word) || menu.isKnownDish(word)));
  }

  private boolean runsOn(int at) {
    Word word = words.get(at);
    int start = words.get(at - 1).end();
    if (word.gap() == Word.Gap.SPACE) {
      return start >= word.start() || text.indexOf(':', start, word.start()) < 0;
    }
    return word.gap() == Word.Gap.COMMA
        && start < word.start()
        && text.substring(start, word.start()).strip().equals("&");
  }

  private String key(int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!EnglishWords.isBridge(spelt.get(i))) {
        key.append(folded.get(i));
      }
    }
    return key.toString();
  }
}
