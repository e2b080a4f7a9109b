package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Sounds;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Finds which items of a menu are named where in a text.
final class NameReader {

  private static final int LONGEST_NAME = 8;
  private static final double WHOLE_IS_SURE = 0.78;
  private static final double PART_IS_SURE = 0.85;
  private static final double AS_GOOD = 0.04;
  private static final double GLUED = 0.72;

  private static final Set<String> FRIED = Set.of("مقليه", "مقلي", "محمره", "fried", "french");

  private final DishNames names;

  NameReader(DishNames names) {
    this.names = names;
  }

  /// The longest run of words from `from` that names an item.
  ///
  /// @param known tells of a word's index whether it has a meaning outside the menu
  Optional<Mention> mention(List<Word> words, int from, IntPredicate known) {
    List<Trial> open = begin(words.get(from), known.test(from));
    if (open.isEmpty()) {
      return glued(words, from, known.test(from));
    }
    int to = from + 1;
    boolean bridged = false;
    for (int at = to; at < Math.min(words.size(), from + LONGEST_NAME); at++) {
      if (words.get(at).gap() != Word.Gap.SPACE
          || isOfAnother(words, at)
          || comesWith(words, from, at)) {
        break;
      }
      List<Trial> next = goOn(open, words.get(at), known.test(at), bridged);
      bridged = next.isEmpty();
      if (next.isEmpty() && !bridges(words.get(at).text(), open)) {
        break;
      }
      if (!next.isEmpty()) {
        open = next;
        to = at + 1;
      }
    }
    Optional<Mention> named = judge(open, words, from, to);
    return to == from + 1 ? named.map(mention -> asWritten(words.get(from), mention)) : named;
  }

  /// "karak" is a part of "Karak tea" and "Iced karak", but all of "كرك".
  private static Mention asWritten(Word word, Mention mention) {
    if (mention.whole() || mention.items().size() < 2 || Vocabulary.isArabic(word.text())) {
      return mention;
    }
    String skeleton = Sounds.skeletonOfLatin(word.text());
    List<MenuItem> meant =
        mention.items().stream()
            .filter(item -> Sounds.skeleton(item.name().ar()).equals(skeleton))
            .toList();
    return meant.size() == 1 && skeleton.length() > 2
        ? new Mention(mention.from(), mention.to(), meant, true, true, true, mention.dual())
        : mention;
  }

  /// "بالبطاطس حار": the potatoes come with something, which is hot.
  private static boolean comesWith(List<Word> words, int from, int at) {
    String first = words.get(from).text();
    return at == from + 1
        && (first.startsWith("بال") || first.startsWith("وبال"))
        && first.length() > 5
        && !words.get(at).text().startsWith("ال");
  }

  /// "الجبن من البرجر": two things, not one name.
  private static boolean isOfAnother(List<Word> words, int at) {
    return words.get(at).text().equals("من")
        && at + 1 < words.size()
        && words.get(at + 1).text().startsWith("ال");
  }

  /// An "and" or "on" belongs to a name only where the menu writes one: "fish and chips".
  private boolean bridges(String word, List<Trial> open) {
    return NameWords.isBridge(word)
        && (!NameWords.isLink(word)
            || open.stream().anyMatch(trial -> names.name(trial.name()).linked()));
  }

  private List<Trial> begin(Word word, boolean known) {
    Map<String, Double> like = names.vocabulary().like(word.text(), known, true);
    Map<Integer, Trial> trials = new LinkedHashMap<>();
    like.forEach((menuWord, likeness) ->
        names
            .with(menuWord)
            .forEach(name -> {
              Trial trial =
                  new Trial(name, 0, 0, false)
                      .with(names.place(name, menuWord, 0), likeness, names.isColourless(menuWord));
              trials.merge(name, trial, Trial::better);
            }));
    return List.copyOf(trials.values());
  }

  /// @param bridged whether something that only joins stands between: "حار مع بطاطس" are no "hot
  ///   potatoes", so that what follows must follow in the name, too
  private List<Trial> goOn(List<Trial> open, Word word, boolean known, boolean bridged) {
    Map<String, Double> like = names.vocabulary().like(word.text(), known, false);
    List<Trial> next = new ArrayList<>();
    if (!like.isEmpty() && !names.vocabulary().isJoined(word.text())) {
      for (Trial trial : open) {
        Trial best = next(trial, like);
        if (best != null && !(bridged && best.turnsBack(trial))) {
          next.add(best);
        }
      }
    }
    return next;
  }

  private @Nullable Trial next(Trial trial, Map<String, Double> like) {
    Trial best = null;
    for (Map.Entry<String, Double> entry : like.entrySet()) {
      int place = names.place(trial.name(), entry.getKey(), trial.used());
      if (place >= 0) {
        Trial one = trial.with(place, entry.getValue(), names.isColourless(entry.getKey()));
        best = best == null ? one : Trial.better(best, one);
      }
    }
    return best;
  }

  private Optional<Mention> judge(List<Trial> trials, List<Word> words, int from, int to) {
    double all = trials.stream().mapToDouble(Trial::likeness).max().orElse(0);
    List<Trial> whole =
        trials.stream()
            .filter(this::isWhole)
            .filter(trial -> trial.likeness() > all - AS_GOOD)
            .toList();
    List<Trial> good = whole.isEmpty() ? trials.stream().filter(Trial::coloured).toList() : whole;
    if (good.isEmpty()) {
      return Optional.empty();
    }
    double best = good.stream().mapToDouble(Trial::likeness).max().orElseThrow();
    List<Trial> likely = good.stream().filter(trial -> trial.likeness() > best - AS_GOOD).toList();
    List<MenuItem> meant =
        fried(plainest(likely), words.get(from)).stream()
            .sorted(Comparator.comparingInt(trial -> names.name(trial.name()).place()))
            .map(trial -> names.name(trial.name()).place())
            .distinct()
            .map(names::itemAt)
            .toList();
    boolean sure = best >= (whole.isEmpty() ? PART_IS_SURE : WHOLE_IS_SURE);
    boolean dual = names.vocabulary().isDual(words.get(from).text());
    return Optional.of(
        new Mention(
            from, to, meant, sure, !whole.isEmpty(), best > Vocabulary.SAME_THING + 0.03, dual));
  }

  /// "تميس" is the "خبز تميس" rather than the "تميس بالجبن".
  private List<Trial> plainest(List<Trial> trials) {
    List<Trial> plain =
        trials.stream()
            .filter(trial -> !names.name(trial.name()).goesOnWith(trial.used()))
            .toList();
    boolean one =
        plain.stream().mapToInt(trial -> names.name(trial.name()).place()).distinct().count() == 1;
    return one && plain.stream().anyMatch(trial -> names.name(trial.name()).endsWith(trial.used()))
        ? plain
        : trials;
  }

  /// Potatoes of which no more is said are fried ones.
  private List<Trial> fried(List<Trial> trials, Word word) {
    boolean potatoes =
        names.vocabulary().things(word.text()).contains("ITEM:FRIES")
            || (word.text().startsWith("و")
                && names.vocabulary().things(word.text().substring(1)).contains("ITEM:FRIES"));
    List<Trial> fried =
        potatoes
            ? trials.stream()
                .filter(
                    trial -> names.name(trial.name()).words().stream().anyMatch(FRIED::contains))
                .toList()
            : List.of();
    return fried.stream().mapToInt(trial -> names.name(trial.name()).place()).distinct().count()
            == 1
        ? fried
        : trials;
  }

  private boolean isWhole(Trial trial) {
    return Long.bitCount(trial.used()) == names.name(trial.name()).words().size();
  }

  /// A name written without its spaces.
  private Optional<Mention> glued(List<Word> words, int from, boolean known) {
    String word = words.get(from).text();
    if (known || word.length() < 7) {
      return Optional.empty();
    }
    return names
        .closest(word, GLUED, 1)
        .map(item -> new Mention(from, from + 1, List.of(item), true, true, false, false))
        .findFirst();
  }

  /// How far the words read so far agree with a name.
  ///
  /// @param used which of the name's words were said, a bit each
  private record Trial(int name, long used, double sum, boolean coloured) {
    Trial with(int place, double likeness, boolean colourless) {
      return new Trial(name, used | 1L << place, sum + likeness, coloured || !colourless);
    }

    /// Whether what was said last stands before the rest in the name.
    boolean turnsBack(Trial before) {
      return (used & ~before.used) < Long.lowestOneBit(before.used);
    }

    double likeness() {
      return sum / Long.bitCount(used);
    }

    static Trial better(Trial one, Trial other) {
      return other.sum() > one.sum() ? other : one;
    }
  }
}
