package com.crmres.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private final Lexicon lexicon = Lexicon.load();

  @Test
  void numbersThatTouchLettersAreWordsOfTheirOwn() {
    assertThat(texts("2حبه بيبسي x3 3ayez"))
        .containsExactly("2", "حبه", "بيبسي", "x", "3", "3ayez");
  }

  @Test
  void aWordKnowsWhereItStandsInTheOriginal() {
    String text = "أبغى  شَاورما";
    Word word = Word.of(text).getLast();
    assertThat(text.substring(word.start(), word.end())).isEqualTo("شَاورما");
  }

  @Test
  void theLongestPhraseIsFound() {
    Lexicon.Match match =
        lexicon.longest(Word.of("السلام عليكم ورحمة الله وبركاته"), 0).orElseThrow();
    assertThat(match.length()).isEqualTo(5);
    assertThat(match.means("GREET:SALAM")).isTrue();
  }

  @Test
  void anAndWrittenTogetherIsSeen() {
    Lexicon.Match match = lexicon.longest(Word.of("وثلاث"), 0).orElseThrow();
    assertThat(match.joined()).isTrue();
    assertThat(match.means("NUM:3")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"برجر,برقر", "برجر,برغر", "شاورما,شورمه", "ثوم,توم"})
  void spellingsOfOneSoundShareAKey(String one, String other) {
    assertThat(Sounds.key(one)).isEqualTo(Sounds.key(other));
  }

  @ParameterizedTest
  @CsvSource({"بيبسي,bebsi", "كبسه,kabsa", "بطاطس,batates", "شاورما,shawerma", "دجاج,djaj"})
  void latinSpellingsShareTheSkeleton(String arabic, String latin) {
    assertThat(Sounds.skeletonOfLatin(latin)).isEqualTo(Sounds.skeleton(arabic));
  }

  @ParameterizedTest
  @CsvSource({"شاورما,شاورما,0", "شاورما,شورما,1", "شاورما,شارومه,2", "abc,acb,1", "a,bcd,3"})
  void editsCountSwapsAsOne(String one, String other, int edits) {
    assertThat(Likeness.edits(one, other)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({
    "ابي شاورما,SAUDI",
    "عايز اتنين برجر,EGYPTIAN",
    "بدي شاورما لو سمحت,LEVANTINE",
    "two burgers please,ENGLISH",
    "abgha shawarma,SAUDI",
  })
  void dialectsAreToldByTheirWords(String text, Language language) {
    assertThat(new LanguageGuess(lexicon).of(Word.of(text), null)).isEqualTo(language);
  }

  @Test
  void aShortAnswerLeavesTheLanguageAsItWas() {
    LanguageGuess guess = new LanguageGuess(lexicon);
    assertThat(guess.of(Word.of("2"), Language.ENGLISH)).isEqualTo(Language.ENGLISH);
    assertThat(guess.of(Word.of("👍"), Language.ENGLISH)).isEqualTo(Language.ENGLISH);
  }

  private static List<String> texts(String text) {
    return Word.of(text).stream().map(Word::text).toList();
  }
}
