package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads how many people eat, and that each of them has the same: "احنا خمسة، كل واحد شاورما".
final class HeadCount {

  private static final Set<String> WE =
      Set.of("احنا", "حنا", "نحن", "نحنا", "نحنه", "عددنا", "كلنا", "لنا", "we");
  private static final Set<String> WITH_ME = Set.of("معي", "معاي", "معايا", "عندي", "عندنا");
  private static final Set<String> PEOPLE =
      Set.of(
          "اشخاص", "شخص", "افراد", "فرد", "انفار", "ناس", "شباب", "اطفال", "بنات", "رجال", "ضيوف",
          "عيال", "صغار", "اخوان", "نفوس", "انفس", "بزران");
  private static final Set<String> GROUPS =
      Set.of("عائله", "عايله", "عيله", "مجموعه", "شله", "قروب", "جماعه", "عددنا");
  private static final Set<String> EACH_ONE =
      Set.of("واحد", "وحده", "واحده", "شخص", "فرد", "طفل", "منا", "مننا");
  private static final Set<String> OF_US =
      Set.of("منا", "مننا", "فينا", "منهم", "فيهم", "بينا", "منكم");
  private static final Set<String> SHARED =
      Set.of("للكل", "للجميع", "للجماعه", "مشترك", "مشتركه", "بيننا", "بيناتنا", "لكلنا");
  private static final Set<String> ME = Set.of("لي", "ليا", "الي", "لالي", "انا", "نفسي");
  private static final int FEWEST = 2;
  private static final int MOST = 50;

  private final Lexicon lexicon;
  private final List<Word> words;
  private final Set<Integer> told = new HashSet<>();
  private final Set<Integer> shared = new HashSet<>();
  private int count;
  private int each = -1;

  HeadCount(List<Word> words, Lexicon lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    findEach();
    findCount();
    if (each >= 0 && count == 0) {
      countNamed();
    }
    if (isTold()) {
      findShared();
    }
  }

  private boolean isTold() {
    return each >= 0 && count >= FEWEST && count <= MOST;
  }

  /// The words that speak of dishes: without those that count people.
  List<Word> rest() {
    if (!isTold() && !saysNothing()) {
      return words;
    }
    List<Word> rest = new ArrayList<>();
    Word.Gap before = Word.Gap.SPACE;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Word.Gap gap = word.gap().compareTo(before) < 0 ? before : word.gap();
      boolean gone = told.contains(i) || shared.contains(i);
      if (!gone) {
        rest.add(gap == word.gap() ? word : new Word(word.text(), word.start(), word.end(), gap));
      }
      before = gone ? gap : Word.Gap.SPACE;
    }
    return rest.isEmpty() ? words : rest;
  }

  /// "اربعة شاورما كل وحدة معها جبن": of each of the dishes just named.
  private boolean saysNothing() {
    boolean only = count == 0 && each > 0 && words.get(each).gap() == Word.Gap.SPACE;
    return only
        && !text(each).startsWith("و")
        && !text(each).startsWith("ل")
        && !isOf(text(each - 1), "order_verb");
  }

  private void findEach() {
    for (int i = 0; i < words.size() && each < 0; i++) {
      boolean one = bare(i).equals("كل") && i + 1 < words.size() && EACH_ONE.contains(text(i + 1));
      if (one) {
        each = i;
        told.add(i);
        told.add(i + 1);
        if (i + 2 < words.size() && OF_US.contains(text(i + 2))) {
          told.add(i + 2);
        }
      }
    }
  }

  private void findCount() {
    for (int i = 0; i < words.size() && count == 0; i++) {
      boolean we = WE.contains(bare(i)) || WITH_ME.contains(bare(i));
      int at = we ? behindGroup(i + 1) : i;
      Optional<Integer> number = told.contains(at) ? Optional.empty() : number(at);
      boolean people = at + 1 < words.size() && PEOPLE.contains(text(at + 1));
      if (number.isPresent() && (people || (we && !WITH_ME.contains(bare(i))))) {
        count = number.get();
        for (int t = i; t <= (people ? at + 1 : at); t++) {
          told.add(t);
        }
      }
    }
  }

  /// "احنا عائلة من خمسة".
  private int behindGroup(int at) {
    boolean group = at + 1 < words.size() && GROUPS.contains(text(at));
    return group ? text(at + 1).equals("من") ? at + 2 : at + 1 : at;
  }

  /// "لي ولزوجتي كل واحد": those named before are counted.
  private void countNamed() {
    int at = each - 1;
    while (at >= 0 && isOf(text(at), "order_verb")) {
      at--;
    }
    int named = 0;
    for (; at - named >= 0 && isPerson(at - named); ) {
      named++;
    }
    if (named >= FEWEST) {
      count = named;
      for (int i = at - named + 1; i <= at; i++) {
        told.add(i);
      }
    }
  }

  private boolean isPerson(int at) {
    String bare = bare(at);
    return ME.contains(bare)
        || Stem.of(text(at)).stream().anyMatch(stem -> isOf(stem.text(), "person"))
        || (bare.startsWith("ل") && isOf(bare.substring(1), "person"));
  }

  private void findShared() {
    for (int i = 0; i < words.size(); i++) {
      if (SHARED.contains(bare(i))) {
        shared.add(i);
      }
    }
  }

  /// Multiplies what each one has.
  void share(List<Draft> drafts) {
    if (!isTold()) {
      return;
    }
    List<Draft> ordered = drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    int from = place(each);
    int to = endOfLine();
    List<Draft> behind =
        ordered.stream().filter(draft -> draft.from >= from && draft.from < to).toList();
    List<Draft> theirs = behind.isEmpty() ? ordered : behind;
    theirs.stream().filter(draft -> !isShared(draft, ordered)).forEach(this::multiply);
  }

  private void multiply(Draft draft) {
    int said = draft.quantity == null ? 1 : draft.quantity;
    draft.quantity = said == count ? said : said * count;
  }

  /// "وحمص واحد للكل", "وللكل حمص".
  private boolean isShared(Draft draft, List<Draft> all) {
    return shared.stream()
        .anyMatch(i -> {
          int at = place(i);
          boolean leads =
              i + 1 < words.size()
                  && words.get(i + 1).gap() == Word.Gap.SPACE
                  && all.stream().anyMatch(other -> other.from == at);
          return leads
              ? draft.from >= at
              : draft.from < at
                  && all.stream().noneMatch(other -> other.from > draft.from && other.from < at);
        });
  }

  /// Where a word that is left out would stand among the rest.
  private int place(int word) {
    return (int)
        IntStream.range(0, word).filter(i -> !told.contains(i) && !shared.contains(i)).count();
  }

  private int endOfLine() {
    int end = each + 1;
    while (end < words.size() && words.get(end).gap() != Word.Gap.LINE) {
      end++;
    }
    return place(end);
  }

  private Optional<Integer> number(int at) {
    if (at >= words.size()) {
      return Optional.empty();
    }
    String text = text(at);
    if (text.chars().allMatch(Character::isDigit) && text.length() <= 2) {
      return Optional.of(Integer.valueOf(text));
    }
    return lexicon.of(text).stream()
        .map(Lexicon.Meaning::value)
        .filter(value -> value.startsWith("NUM:") && value.indexOf('.') < 0)
        .map(value -> Integer.valueOf(value.substring("NUM:".length())))
        .findFirst();
  }

  private boolean isOf(String word, String kind) {
    return lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals(kind));
  }

  private String text(int at) {
    return words.get(at).text();
  }

  /// Without what is written together with it before.
  private String bare(int at) {
    String word = text(at);
    String rest = word.length() > 2 && word.startsWith("و") ? word.substring(1) : word;
    return rest.equals("لكل") ? "كل" : rest;
  }
}
