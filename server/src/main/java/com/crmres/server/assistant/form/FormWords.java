package com.crmres.server.assistant.form;

import com.crmres.common.menu.PreModifier;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds in words how the options of one item are wanted. A name counts only beside words that say
/// how, before it or behind it.
final class FormWords {

  /// What stands before a name, and what stands behind it.
  private enum Side {
    BEFORE,
    BEHIND
  }

  /// Words that say how something is wanted.
  private record Saying(PreModifier kind, Side side, List<String> words) {

    static Stream<Saying> of(PreModifier kind, Side side, String... phrases) {
      return Stream.of(phrases).map(phrase -> new Saying(kind, side, normal(phrase)));
    }
  }

  /// Longer ones first, lest "on the side" be less than it says.
  private static final List<Saying> SAYINGS =
      Stream.of(
              Saying.of(
                  PreModifier.NO,
                  Side.BEFORE,
                  "بدون",
                  "بلا",
                  "من غير",
                  "without",
                  "no",
                  "hold",
                  "hold the"),
              Saying.of(PreModifier.EXTRA, Side.BEFORE, "زيادة", "اكسترا", "extra"),
              Saying.of(
                  PreModifier.EXTRA, Side.BEHIND, "زيادة", "اكسترا", "اضافي", "اضافية", "extra"),
              Saying.of(PreModifier.LIGHT, Side.BEFORE, "light", "less", "little", "شوية"),
              Saying.of(
                  PreModifier.LIGHT, Side.BEHIND, "خفيف", "خفيفة", "قليل", "قليلة", "شوي", "light"),
              Saying.of(
                  PreModifier.SIDE,
                  Side.BEHIND,
                  "على جنب",
                  "ع جنب",
                  "عالجنب",
                  "لحال",
                  "on the side",
                  "on side"),
              Saying.of(PreModifier.HALF_LEFT, Side.BEFORE, "نص", "ونص", "نصف", "ونصف", "half"))
          .flatMap(sayings -> sayings)
          .sorted(Comparator.comparingInt((Saying saying) -> -saying.words().size()))
          .toList();

  private static final List<String> FILLING = List.of("and", "و", "with", "مع", "of", "من", "the");

  /// An option by one of its names.
  private record Named(ModifierOption option, List<String> words) {}

  private final List<Named> names;

  FormWords(MenuItem item) {
    this.names =
        item.options()
            .filter(option -> !option.forms().isEmpty())
            .flatMap(FormWords::names)
            .sorted(Comparator.comparingInt((Named name) -> -name.words().size()))
            .toList();
  }

  /// What was found.
  ///
  /// @param isAll whether the words say nothing else
  record Heard(List<ModifierOption> forms, boolean isAll) {}

  Heard in(String text) {
    List<String> words = normal(text);
    BitSet read = new BitSet(words.size());
    List<ModifierOption> forms = new ArrayList<>();
    for (Side side : Side.values()) {
      for (int at = 0; at < words.size(); at++) {
        read(words, at, side, read, forms);
      }
    }
    boolean all =
        !forms.isEmpty()
            && IntStream.range(0, words.size())
                .allMatch(at -> read.get(at) || FILLING.contains(words.get(at)));
    return new Heard(List.copyOf(forms), all);
  }

  private void read(
      List<String> words, int at, Side side, BitSet read, List<ModifierOption> forms) {
    for (Saying saying : SAYINGS) {
      int behind = at + saying.words().size();
      if (saying.side() == side && isAt(saying.words(), words, at) && isFree(read, at, behind)) {
        for (Named name : names) {
          int from = side == Side.BEFORE ? behind : at - name.words().size();
          if (isAt(name.words(), words, from) && isFree(read, from, from + name.words().size())) {
            Optional<ModifierOption> form = form(name.option(), saying.kind(), forms);
            form.ifPresent(forms::add);
            if (form.isPresent()) {
              read.set(Math.min(at, from), Math.max(behind, from + name.words().size()));
              return;
            }
          }
        }
      }
    }
  }

  /// What the menu allows; the second half that is spoken of is the other one.
  private static Optional<ModifierOption> form(
      ModifierOption option, PreModifier said, List<ModifierOption> before) {
    boolean other =
        said.isHalf() && before.stream().anyMatch(form -> form.is(PreModifier.HALF_LEFT));
    PreModifier kind = other ? PreModifier.HALF_RIGHT : said;
    return option.forms().stream().filter(form -> form.is(kind)).findFirst();
  }

  private static Stream<Named> names(ModifierOption option) {
    return Stream.concat(
            Stream.of(option.name().ar(), option.name().en()), option.aliases().stream())
        .map(FormWords::normal)
        .filter(words -> !words.isEmpty())
        .distinct()
        .map(words -> new Named(option, words));
  }

  private static boolean isAt(List<String> wanted, List<String> words, int from) {
    return from >= 0
        && from + wanted.size() <= words.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> isSame(wanted.get(i), words.get(from + i)));
  }

  private static boolean isFree(BitSet read, int from, int to) {
    int next = read.nextSetBit(from);
    return next < 0 || next >= to;
  }

  /// "The onions" are onion.
  private static boolean isSame(String name, String word) {
    return name.equals(word)
        || word.equals("ال" + name)
        || word.equals(name + "s")
        || word.equals(name + "es");
  }

  private static List<String> normal(String text) {
    return Word.of(text).stream().map(Word::text).toList();
  }
}
