package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Turn.BranchName;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Likeness;
import com.crmres.server.language.Sounds;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Finds the branch that a text names.
final class Branches {

  private final List<BranchName> branches;
  private final Lexicon lexicon;

  Branches(List<BranchName> branches, Lexicon lexicon) {
    this.branches = branches;
    this.lexicon = lexicon;
  }

  /// @param expected whether a name of one word is enough; else all of it must be said
  Optional<UUID> named(List<Word> words, boolean expected) {
    if (!expected) {
      return Optional.empty();
    }
    List<UUID> found =
        branches.stream()
            .filter(branch -> branch.names().stream().anyMatch(name -> isSaid(name, words)))
            .map(BranchName::id)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private boolean isSaid(String name, List<Word> words) {
    List<String> telling =
        Word.of(name).stream().map(Word::text).filter(word -> !isCommon(word)).toList();
    return !telling.isEmpty()
        && telling.stream()
            .allMatch(part ->
                words.stream().anyMatch(word -> !isStop(word.text()) && alike(part, word.text())));
  }

  /// "Branch" and the like stand in every name.
  private boolean isCommon(String word) {
    return !lexicon.of(word).isEmpty();
  }

  private boolean isStop(String word) {
    return lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals("stop"));
  }

  private static boolean alike(String part, String word) {
    return Stem.of(part).stream()
        .anyMatch(
            one -> Stem.of(word).stream().anyMatch(other -> alikeBare(one.text(), other.text())));
  }

  private static boolean alikeBare(String one, String other) {
    return one.equals(other)
        || (one.length() > 3
            && other.length() > 3
            && (Likeness.ofLetters(one, other) >= 0.8
                || Sounds.key(one).equals(Sounds.key(other))));
  }
}
