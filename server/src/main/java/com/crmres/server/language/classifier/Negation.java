package com.crmres.server.language.classifier;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which words of a text stand under a "not".
final class Negation {

  private static final Set<String> NOT =
      normal(
          "مو مب موب مهب ما مش مانو مانه ماني ليس ليست لست لم لن لا غير بدون موش مهو مهي ماهو ماهي"
              + " مافي مافيه مفيش مافيش ماكان ماكانت عمرها عمره ولا منو منه مانها ماله مالها"
              + " not no never dont doesnt isnt wasnt werent arent cant cannot couldnt wont wouldnt"
              + " didnt hasnt havent hadnt nothing hardly barely without neither nor aint shouldnt"
              + " mo mu mesh mish mosh msh mafi mafe");
  private static final Set<String> TURN =
      normal(
          "لكن ولكن بس الا لكنه لكنها غير بينما although though but however yet except bas bss lakn"
              + " laken");
  private static final Set<String> NO_NOT = normal("شاء شا قصرتوا قصرتو قصرت يعلى يفوتكم غلطه");
  private static final int REACH = 3;

  private Negation() {}

  private static Set<String> normal(String words) {
    return Stream.of(words.split(" "))
        .flatMap(word -> Word.of(word).stream())
        .map(Word::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// For each word whether it is negated.
  static boolean[] of(List<Word> words) {
    boolean[] negated = new boolean[words.size()];
    int left = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      if (turns(words, i)) {
        left = 0;
      }
      negated[i] = left-- > 0 || isCircumfix(word);
      if (NOT.contains(word) && !beforeFormula(words, i)) {
        left = REACH;
      }
    }
    return negated;
  }

  /// Whether a new clause begins with this word.
  static boolean turns(List<Word> words, int at) {
    return words.get(at).gap() == Word.Gap.LINE || isTurn(words.get(at).text());
  }

  static boolean isTurn(String word) {
    return TURN.contains(word);
  }

  private static boolean beforeFormula(List<Word> words, int at) {
    return at + 1 < words.size() && NO_NOT.contains(words.get(at + 1).text());
  }

  /// Egyptian and Levantine put the "not" around the verb: ماوصلش.
  private static boolean isCircumfix(String word) {
    return word.length() > 4 && word.startsWith("م") && word.endsWith("ش");
  }
}
