package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tagged words of a turn, and what stands where in them.
final class Sentence {

  private static final Set<String> WITHOUT =
      Set.of("بدون", "وبدون", "بلا", "وبلا", "دون", "no", "without");
  private static final Set<String> IN_IT =
      Set.of(
          "فيها", "فيه", "فيهم", "فيهن", "عليها", "عليه", "عليهم", "معها", "معه", "معاها", "معاه",
          "لي", "منها", "منه", "اي");

  /// Those that stand alone before a word in Latin letters: "الـ mocha".
  private static final Set<String> ARTICLES = Set.of("the", "ال");

  private static final Set<String> SWAPS = Set.of("change", "swap", "replace", "switch", "badel");
  private static final Set<String> WANTS =
      Set.of("بدي", "بدنا", "بدها", "بدو", "بده", "بدهم", "بدهن", "بدك", "بدكن", "بدكم");
  private static final Set<String> ONTO = Set.of("علي", "الي", "في", "to", "on", "in", "for");

  final List<Word> words;
  final List<Tag> tags;

  private final String original;

  /// @param original what the words were read from
  Sentence(List<Word> words, List<Tag> tags, String original) {
    this.words = words;
    this.tags = tags;
    this.original = original;
  }

  /// As the customer wrote it.
  String written(int from, int to) {
    return original.substring(words.get(from).start(), words.get(to - 1).end());
  }

  /// "-3": a minus, not the dash of a list.
  boolean isNegative(Tag tag) {
    int start = words.get(tag.from()).start();
    boolean minus =
        start > 0
            && original.charAt(start - 1) == '-'
            && (start == 1 || Character.isWhitespace(original.charAt(start - 2)));
    return minus && original.indexOf('-') == original.lastIndexOf('-');
  }

  /// "خمسة وعشرين" is one pad.number.
  boolean continuesNumber(int t) {
    Double tens = tags.get(t).number();
    Double ones = t == 0 ? null : tags.get(t - 1).number();
    return tens != null && ones != null && tens >= 20 && ones < 10 && tags.get(t).joined();
  }

  boolean isJoinedItem(Tag tag) {
    return tag.mention() != null
        && words.get(tag.from()).text().startsWith("و")
        && tag.match() == null
        && !tag.mention().items().getFirst().name().ar().startsWith("و");
  }

  /// "وصينية كنافة": an unknown word that is written together with an "and", before an item.
  boolean isJoinedToItem(int t) {
    String word = words.get(tags.get(t).from()).text();
    return tags.get(t).isUnknown() && word.length() > 3 && word.startsWith("و") && itemFollows(t);
  }

  boolean followedByNumber(int t) {
    return t + 1 < tags.size() && tags.get(t + 1).number() != null;
  }

  /// "لا تحط فيها بصل": what shall not be put in comes after the "in it".
  int behindPronoun(int t) {
    int next = t + 1;
    while (next + 1 < tags.size()
        && IN_IT.contains(words.get(tags.get(next).from()).text())
        && words.get(tags.get(next + 1).from()).gap() == Word.Gap.SPACE) {
      next++;
    }
    return next;
  }

  boolean endsWithThem(Tag tag) {
    String last = words.get(tag.to() - 1).text();
    return tag.to() - tag.from() > 1 && (last.endsWith("هم") || last.endsWith("هن"));
  }

  boolean endsWithPronoun(Tag tag) {
    String last = words.get(tag.to() - 1).text();
    return last.endsWith("ها")
        || last.endsWith("له")
        || last.endsWith("يه")
        || last.endsWith("هم")
        || last.endsWith("وه")
        || last.endsWith("وهن")
        || last.endsWith("ابغاه")
        || last.equals("it")
        || last.equals("that")
        || last.equals("them");
  }

  /// "كنسل البطاطس" gives up an item, not the order.
  boolean cancelsItem(int t) {
    return cancelsItem(tags, t);
  }

  static boolean cancelsItem(List<Tag> tags, int t) {
    return tags.get(t).means("CANCEL_ORDER")
        && t + 1 < tags.size()
        && (tags.get(t + 1).mention() != null || tags.get(t + 1).isForeignFood());
  }

  /// "Change this for that", not "make this so".
  boolean swaps(Tag tag) {
    String first = words.get(tag.from()).text();
    String word = first.startsWith("و") ? first.substring(1) : first;
    return (word.startsWith("بد") && !WANTS.contains(word))
        || word.startsWith("غير")
        || word.startsWith("استبد")
        || SWAPS.contains(word);
  }

  /// Whether tag `t` says how something shall be.
  boolean describes(int t) {
    if (t >= tags.size()) {
      return false;
    }
    Tag tag = tags.get(t);
    return tag.isOf("size")
        || tag.isOf("spice")
        || tag.means("MOD:WITHOUT")
        || tag.means("MOD:EXTRA");
  }

  boolean onlyPronounFollows(int t) {
    return t + 1 < tags.size() && tags.get(t + 1).isOf("pronoun") && itemsAfter(t) == 0;
  }

  int itemsAfter(int t) {
    int items = 0;
    for (int i = t + 1;
        i < tags.size() && words.get(tags.get(i).from()).gap() != Word.Gap.LINE;
        i++) {
      if (tags.get(i).mention() != null) {
        items++;
      } else if (tags.get(i).isOf("cart_op")
          || tags.get(i).means("MOD:WITHOUT")
          || (tags.get(i).isOf("order_verb") && tags.get(i).joined())) {
        break;
      }
    }
    return items;
  }

  boolean foodAfter(int t) {
    return t + 1 < tags.size() && (tags.get(t + 1).isForeignFood() || tags.get(t + 1).isUnknown());
  }

  boolean isOnto(Tag tag) {
    String word = words.get(tag.from()).text();
    return word.startsWith("عال")
        || (word.startsWith("لل") && tag.mention() != null)
        || (tag.from() > 0 && ONTO.contains(words.get(tag.from() - 1).text()));
  }

  /// "زود عليه مشروم": it comes onto what is spoken of.
  boolean isOntoIt(Tag tag) {
    return tag.from() > 0 && IN_IT.contains(words.get(tag.from() - 1).text());
  }

  /// "الوجبة نفسها": the meal itself, not another.
  boolean isItself(int t) {
    Word word = words.get(tags.get(t).from());
    return t > 0
        && word.text().startsWith("نفس")
        && word.gap() == Word.Gap.SPACE
        && words.get(tags.get(t - 1).to() - 1).text().startsWith("ال");
  }

  boolean isDefinite(Tag tag) {
    String word = words.get(tag.from()).text();
    return word.startsWith("ال")
        || word.startsWith("وال")
        || word.startsWith("عال")
        || word.startsWith("هال")
        || word.startsWith("بال")
        || word.startsWith("لل")
        || (tag.from() > 0 && ARTICLES.contains(words.get(tag.from() - 1).text()));
  }

  /// Whether the sentence goes on behind this tag.
  boolean saysMoreBehind(Tag tag) {
    return tag.to() < words.size() && words.get(tag.to()).gap() == Word.Gap.SPACE;
  }

  boolean modifierFollows(Tag tag) {
    return tags.stream()
        .filter(next -> next.from() == tag.to())
        .anyMatch(next ->
            next.isOf("modifier")
                || next.isOf("size")
                || next.isOf("spice")
                || next.means("CHANGE")
                || next.number() != null);
  }

  static boolean isOptionLike(Tag tag) {
    return tag.isUnknown()
        || tag.isOf("size")
        || tag.isOf("spice")
        || tag.isOf("temp")
        || tag.isOf("cook")
        || tag.isOf("sugar")
        || tag.isOf("food")
        || tag.isOf("unit")
        || tag.isOf("modifier")
        || tag.isOf("complaint")
        || tag.isOf("praise");
  }

  /// Whether a line names no item, asks nothing and commands nothing.
  boolean isOnlyTelling(int from) {
    for (int t = from; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      if (t > from && words.get(tag.from()).gap() == Word.Gap.LINE) {
        return true;
      }
      boolean item = tag.mention() != null && tag.mention().whole();
      if (item || tag.isOf("order_verb") || tag.isOf("question") || tag.isOf("cart_op")) {
        return false;
      }
    }
    return true;
  }

  boolean itemFollows(int t) {
    for (int i = t + 1; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      Word first = words.get(tag.from());
      if (first.gap() != Word.Gap.SPACE
          || tag.joined()
          || isJoinedItem(tag)
          || (tag.isUnknown() && first.text().startsWith("و") && first.text().length() > 3)
          || tag.isOf("and")
          || tag.isOf("cart_op")
          || tag.isOf("order_verb")
          || tag.means("MOD:WITHOUT")) {
        return false;
      }
      if (tag.mention() != null) {
        return true;
      }
    }
    return false;
  }

  /// The item onto which what tag `t` names shall come: "… على البرجر".
  @Nullable Mention ontoMention(int t) {
    for (int i = t + 1;
        i < tags.size() && words.get(tags.get(i).from()).gap() == Word.Gap.SPACE;
        i++) {
      Mention mention = tags.get(i).mention();
      if (mention != null) {
        return isOnto(tags.get(i)) ? mention : null;
      }
    }
    return null;
  }

  @Nullable Mention nextMention(int t) {
    return tags.stream()
        .skip(t + 1L)
        .map(Tag::mention)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Index of the word behind the last tag that means this; -1 if none does.
  int wordBehind(String value) {
    return tags.reversed().stream()
        .filter(tag -> tag.means(value))
        .findFirst()
        .map(Tag::to)
        .orElse(-1);
  }

  /// Whether the tag before is of this kind.
  boolean isBehind(Tag tag, String kind) {
    return tags.stream().anyMatch(before -> before.to() == tag.from() && before.isOf(kind));
  }

  boolean saysWithout(Tag tag) {
    return tag.means("MOD:WITHOUT") || without(tag) > 0;
  }

  /// How many words at the beginning of a longer phrase say "without".
  int without(Tag tag) {
    String first = words.get(tag.from()).text();
    if (tag.to() - tag.from() > 2 && (first.equals("من") || first.equals("ومن"))) {
      return 2;
    }
    return tag.to() - tag.from() > 1 && WITHOUT.contains(first) ? 1 : 0;
  }

  /// Whether the same words stand between `from` and `to` as in the tag.
  boolean said(int from, int to, Tag tag) {
    return said(words, from, to).equals(said(words, tag.from(), tag.to()));
  }

  String said(int fromTag, int toTag) {
    return said(words, tags.get(fromTag).from(), tags.get(toTag).to());
  }

  /// The same without the "and" that joins it to what was said before.
  String noted(int fromTag, int toTag) {
    String said = said(fromTag, toTag);
    boolean joined = tags.get(fromTag).joined() || said.startsWith("وال");
    return joined && said.startsWith("و") ? said.substring(1) : said;
  }

  static String said(List<Word> words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (Word word : words.subList(from, to)) {
      text.append(text.isEmpty() ? "" : " ").append(word.text());
    }
    return text.toString();
  }

  static boolean isNor(Tag tag) {
    return tag.isOf("negation") && !tag.isOf("modifier");
  }
}
