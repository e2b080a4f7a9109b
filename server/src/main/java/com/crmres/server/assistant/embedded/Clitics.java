package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the verb in a word that says with it for whom and what: "ابعتهولنا", "ضيفيلي".
final class Clitics {

  private static final Set<String> VERBS = Set.of("order_verb", "cart_op", "yes");
  private static final List<String> ENDINGS =
      List.of(
          "هالي", "هولي", "هالنا", "هولنا", "ولنا", "ولي", "يلنا", "يلي", "لنا", "لي", "ونا", "ينا",
          "وني", "يني", "نا", "ني", "وها", "وهم", "وهن", "وه", "يها", "يهم", "يهن", "يه", "ها",
          "هم", "هن", "ه", "وا", "ون", "و", "ي");
  private static final int SHORTEST = 3;
  private static final int MOST = 2;

  private final Lexicon lexicon;

  Clitics(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// What the verb means that is left when the endings are taken off; empty if none is.
  Optional<Lexicon.Match> verb(String word) {
    return Stem.of(word).stream()
        .filter(stem -> !stem.definite() && !stem.text().startsWith("ال"))
        .flatMap(stem -> without(stem.text(), MOST).map(bare -> match(bare, stem.joined())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<String> without(String word, int endings) {
    Stream<String> once =
        ENDINGS.stream()
            .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
            .map(ending -> word.substring(0, word.length() - ending.length()));
    return endings == 1
        ? once
        : once.flatMap(bare -> Stream.concat(Stream.of(bare), without(bare, endings - 1)));
  }

  private Optional<Lexicon.Match> match(String bare, boolean joined) {
    List<Lexicon.Meaning> verbs =
        lexicon.of(bare).stream().filter(meaning -> VERBS.contains(meaning.kind())).toList();
    return verbs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Lexicon.Match(1, verbs, joined, false));
  }
}
