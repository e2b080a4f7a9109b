package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of a turn as they are read to change a cart: by what stands at each, and how far it
/// goes.
final class EditWords {

  final Sentence text;
  final List<Word> words;

  /// The same, with the word for what then is instead of a verb that makes it so: "كبرها".
  final List<Word> described;

  private final int[] tagAt;

  EditWords(Sentence text) {
    this.text = text;
    this.words = text.words;
    this.described = text.words.stream().map(EditWords::described).toList();
    this.tagAt = new int[words.size()];
    Arrays.fill(tagAt, -1);
    for (int t = 0; t < text.tags.size(); t++) {
      tagAt[text.tags.get(t).from()] = t;
    }
  }

  private static Word described(Word word) {
    return sized(word.text())
        .map(size -> new Word(size, word.start(), word.end(), word.gap()))
        .orElse(word);
  }

  /// "كبروه": large.
  private static Optional<String> sized(String word) {
    String bare = word.startsWith("و") ? word.substring(1) : word;
    return EditVocabulary.SIZES.entrySet().stream()
        .filter(size ->
            bare.startsWith(size.getKey())
                && EditVocabulary.OBJECTS.contains(bare.substring(size.getKey().length())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// Whether a verb makes larger or smaller what is named behind it.
  boolean makesSize(int w) {
    return sized(word(w)).isPresent();
  }

  int size() {
    return words.size();
  }

  boolean has(int w) {
    return w >= 0 && w < words.size();
  }

  int tagIndex(int w) {
    return has(w) ? tagAt[w] : -1;
  }

  @Nullable Tag tag(int w) {
    return tagIndex(w) < 0 ? null : text.tags.get(tagAt[w]);
  }

  String word(int w) {
    return has(w) ? words.get(w).text() : "";
  }

  /// Without the "and" written together with it.
  String bare(int w) {
    String word = word(w);
    return word.length() > 2 && (word.startsWith("و") || word.startsWith("ف"))
        ? word.substring(1)
        : word;
  }

  private boolean is(int w, Set<String> some) {
    return some.contains(word(w)) || some.contains(bare(w));
  }

  boolean means(int w, String value) {
    Tag tag = tag(w);
    return tag != null && tag.means(value);
  }

  boolean isOf(int w, String kind) {
    Tag tag = tag(w);
    return tag != null && tag.isOf(kind);
  }

  boolean isLine(int w) {
    return !has(w) || words.get(w).gap() == Word.Gap.LINE;
  }

  /// Whether something new begins here: a message, what follows a comma, an "and".
  boolean isClause(int w) {
    if (!has(w) || words.get(w).gap() != Word.Gap.SPACE) {
      return true;
    }
    Tag tag = tag(w);
    return tag != null && (tag.joined() || text.isJoinedItem(tag) || joinedByHand(w));
  }

  private boolean joinedByHand(int w) {
    String word = word(w);
    return word.startsWith("و")
        && (is(w, EditVocabulary.OTHER)
            || is(w, EditVocabulary.HALF_OF_IT)
            || word.startsWith("وال")
            || text.without(text.tags.get(tagAt[w])) > 0);
  }

  /// Whether what stands here is named as something known: "the burger".
  boolean isThe(int w) {
    return isDefinite(w) || saysThe(w) || word(w - 1).equals("the") || word(w).equals("the");
  }

  /// "على البرجر": it comes on top of it.
  boolean isOnto(int w) {
    return Set.of("علي", "ع", "مع", "فوق", "في", "عليه", "عليها").contains(word(w - 1))
        || bare(w).startsWith("عال");
  }

  /// "شوربة الفطر", where the menu has a "شوربة فطر".
  private boolean saysThe(int w) {
    Tag tag = tag(w);
    Mention mention = tag == null ? null : tag.mention();
    if (mention == null || mention.length() < 2) {
      return false;
    }
    List<String> names =
        mention.items().stream()
            .flatMap(item -> Word.of(item.name().ar()).stream())
            .map(Word::text)
            .toList();
    return words.subList(mention.from() + 1, mention.to()).stream()
        .map(Word::text)
        .anyMatch(word -> word.startsWith("ال") && !names.contains(word));
  }

  boolean saysHalf(int w) {
    return bare(w).equals("نص") || bare(w).equals("نصف");
  }

  /// "لا" alone, not "ما ابي".
  boolean isPlainNo(int w) {
    return EditVocabulary.PLAIN_NO.contains(word(w)) && isNo(w);
  }

  boolean isDefinite(int w) {
    String word = bare(w);
    return word.startsWith("ال")
        || word.startsWith("هال")
        || word.startsWith("بال")
        || word.startsWith("عال")
        || word.startsWith("لل");
  }

  /// "زي ما هي": it stays; the index behind it, or `w`.
  int asItIs(int w) {
    if (isItself(w)) {
      return w + 1;
    }
    boolean like = is(w, EditVocabulary.LIKE);
    if (like && is(w + 1, EditVocabulary.AS_IT_IS)) {
      return w + 2;
    }
    if (like && word(w + 1).equals("ما") && is(w + 2, EditVocabulary.AS_IT_IS)) {
      return w + 3;
    }
    if (like && bare(w + 1).startsWith("ال") && w + 2 >= size()) {
      return w;
    }
    return is(w, EditVocabulary.ON) && is(w + 1, EditVocabulary.AS_IT_IS) ? w + 2 : w;
  }

  /// "والباقي نفسه".
  private boolean isItself(int w) {
    return Set.of("نفسه", "نفسها", "نفسهم", "نفسهن").contains(word(w))
        && (isRest(w - 1) || isOther(w - 1));
  }

  /// Whether what was said is how many there shall be in all.
  boolean saysTotal() {
    return words.stream().anyMatch(word -> EditVocabulary.TOTALS.contains(word.text()));
  }

  int ofThem(int w) {
    if (EditVocabulary.FROM_THEM.contains(word(w))) {
      return w + 1;
    }
    return word(w).equals("من") && EditVocabulary.THESE.contains(word(w + 1)) ? w + 2 : w;
  }

  boolean isOther(int w) {
    return is(w, EditVocabulary.OTHER);
  }

  boolean isRest(int w) {
    return means(w, "REST");
  }

  boolean isHalf(int w) {
    return is(w, EditVocabulary.HALF_OF_IT);
  }

  boolean isOtherHalf(int w) {
    return is(w, EditVocabulary.OTHER_HALF);
  }

  boolean isAll(int w) {
    return is(w, EditVocabulary.EACH_ALL);
  }

  boolean isNo(int w) {
    Tag tag = tag(w);
    return tag != null
        && tag.to() == w + 1
        && (tag.isOf("no") || Sentence.isNor(tag))
        && !tag.means("MOD:WITHOUT");
  }

  boolean isCorrection(int w) {
    return isOf(w, "correction");
  }

  boolean isFiller(int w) {
    Tag tag = tag(w);
    return EditVocabulary.FILLERS.contains(word(w))
        || EditVocabulary.FILLERS.contains(bare(w))
        || (tag != null
            && tag.mention() == null
            && EditVocabulary.COURTEOUS.stream().anyMatch(tag::isOf));
  }

  /// The number said here, of one or two words; null if none is.
  @Nullable Integer number(int w) {
    Tag tag = tag(w);
    if (tag == null || tag.number() == null || tag.mention() != null) {
      return bare(w).equals("احدي") || bare(w).equals("احد") ? Integer.valueOf(1) : null;
    }
    double value = tag.number();
    return value == Math.rint(value) && value > 0 ? Integer.valueOf((int) value) : null;
  }

  int behindNumber(int w) {
    Tag tag = tag(w);
    int at = tag == null ? w + 1 : tag.to();
    while (has(at) && !isClause(at) && isUnit(at)) {
      at++;
    }
    return at;
  }

  private boolean isUnit(int w) {
    Tag tag = tag(w);
    return Set.of(
                "حبه", "حبات", "حبتين", "قطعه", "قطع", "صحن", "صحون", "علب", "علبه", "كاسات",
                "كاسه", "كوب", "اكواب", "x", "واحد")
            .contains(word(w))
        || (tag != null && tag.mention() == null && tag.isOf("unit") && tag.number() == null);
  }

  /// "بداله", with nothing behind it that would come instead.
  boolean isInstead(int w) {
    return !isLine(w)
        && EditVocabulary.INSTEAD.contains(bare(w))
        && (isClause(w + 1) || isFiller(w + 1));
  }

  boolean isFrom(int w) {
    return word(w).equals("من");
  }
}
