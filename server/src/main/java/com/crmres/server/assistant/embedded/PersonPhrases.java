package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds words that say for whom something is: "للوالدة", "زوجتي تبي", "for my wife".
final class PersonPhrases {

  private static final Set<String> ME =
      Set.of(
          "لي", "ليا", "ليه", "الي", "لالي", "الي انا", "لنفسي", "حقي", "حقتي", "تبعي", "me",
          "myself");
  private static final Set<String> FOR = Set.of("for", "ل", "حق", "حقت", "عشان", "علشان", "مشان");

  /// How somebody else wants something: "زوجتي تبي".
  private static final Set<String> WANTS =
      Set.of(
          "يبي", "تبي", "يبون", "تبون", "يبغي", "تبغي", "يبغون", "يبا", "تبا", "بدو", "بده", "بدها",
          "بدن", "بدهم", "بدهن", "عايز", "عايزه", "عايزين", "عاوز", "عاوزه", "عاوزين", "يريد",
          "تريد", "يريدون", "حاب", "حابه", "حابين", "نفسه", "نفسها", "يطلب", "تطلب", "ياخذ", "تاخذ",
          "ياخد", "تاخد", "يحب", "تحب", "له", "لها", "لهم", "ليها", "ليهم");

  /// What somebody may say of himself, too.
  private static final Set<String> ALSO_MINE =
      Set.of(
          "عايز", "عايزه", "عايزين", "عاوز", "عاوزه", "عاوزين", "حاب", "حابه", "حابين", "له",
          "لها");

  private static final Set<String> NAMED_AFTER = Set.of("ام", "ابو", "ابن", "بنت", "اخو", "اخت");

  private static final Set<String> SAYS =
      Set.of("يقول", "تقول", "يقولون", "قال", "قالت", "قالو", "بيقول", "بتقول", "طلب", "طلبت");

  private static final Set<String> EVERYBODY_ELSE =
      Set.of("الباقين", "الباقيين", "البقيه", "باقينا", "بقيتنا", "الاخرين");

  /// Names whose first letter is no "for".
  private static final Set<String> WITH_LAM =
      Set.of(
          "لمي", "ليلي", "لين", "ليان", "لجين", "لطيفه", "لولو", "لولوه", "لميس", "لينا", "لارا",
          "لبني", "ليث", "لوجين", "لؤي", "لمياء", "لميا", "ليال");

  private final Sentence text;
  private final boolean severalTold;

  PersonPhrases(Sentence text) {
    this.text = text;
    this.severalTold = tellsOfOthers();
  }

  /// Whether an ending of a verb says that it is for the customer himself, beside others.
  boolean isMine(String word) {
    return severalTold && ME.contains(word);
  }

  private boolean tellsOfOthers() {
    for (int t = 0; t < text.tags.size(); t++) {
      if (lengthOfOther(t) > 0) {
        return true;
      }
    }
    return false;
  }

  /// How many tags from `t` name a person for whom something is; 0 if none does. The customer
  /// himself is one only beside others.
  int length(int t) {
    return Math.max(lengthOfOther(t), severalTold ? lengthOfMe(t) : 0);
  }

  private int lengthOfMe(int t) {
    String word = bare(t);
    if (word.equals("انا") || word.equals("i")) {
      return isBeforeOrder(t) ? 1 : 0;
    }
    if (FOR.contains(word) && t + 1 < text.tags.size() && ME.contains(bare(t + 1))) {
      return 2;
    }
    boolean me = ME.contains(word) && !word.equals("me");
    return !me ? 0 : t + 1 < text.tags.size() && bare(t + 1).equals("انا") ? 2 : 1;
  }

  private boolean isBeforeOrder(int t) {
    return t + 1 < text.tags.size()
        && (text.tags.get(t + 1).mention() != null
            || text.tags.get(t + 1).number() != null
            || isPortion(t + 1)
            || (text.tags.get(t + 1).isOf("order_verb") && bare(t).equals("انا")));
  }

  /// "والوالدة نفر مندي": how much of a dish.
  private boolean isPortion(int t) {
    Tag tag = text.tags.get(t);
    return (tag.isOf("unit") || tag.isOf("measure") || tag.isOf("size"))
        && !tag.isOf("order_verb")
        && text.words.get(tag.from()).gap() == Word.Gap.SPACE
        && text.itemFollows(t);
  }

  private int lengthOfOther(int t) {
    int kin = lengthOfKin(t);
    if (kin > 0) {
      return kin;
    }
    return isName(t) || isWantingName(t) || isNameWithLam(t) || isListedName(t) ? 1 : 0;
  }

  /// "ولمى لاتيه".
  private boolean isNameWithLam(int t) {
    return tag(t).mention() == null && WITH_LAM.contains(bare(t)) && isBeforeOrder(t);
  }

  /// "سعد شاورما، ريان زنجر": each begins with somebody.
  private boolean isListedName(int t) {
    return beginsWithName(t)
        && IntStream.range(0, text.tags.size())
            .anyMatch(i -> i != t && (beginsWithPerson(i) || isNameWithLam(i) || isWantingName(i)));
  }

  private boolean beginsWithName(int t) {
    Word word = text.words.get(tag(t).from());
    return tag(t).isUnknown()
        && (t == 0
            || word.gap() != Word.Gap.SPACE
            || (word.text().startsWith("و") && word.text().length() > 4))
        && word.isArabic()
        && word.text().length() > 2
        && !bare(t).startsWith("ال")
        && isDirectlyBeforeOrder(t)
        && !isOptionOfNext(t);
  }

  /// "وشوب قصب": how the dish behind it shall be is nobody's name.
  private boolean isOptionOfNext(int t) {
    Mention next = text.nextMention(t);
    return next != null
        && next.items().stream()
            .flatMap(item -> item.groups().stream())
            .flatMap(group -> group.options().stream())
            .flatMap(
                option -> Stream.concat(Stream.of(option.name().ar()), option.aliases().stream()))
            .flatMap(name -> Word.of(name).stream())
            .anyMatch(word -> word.text().equals(bare(t)));
  }

  private boolean beginsWithPerson(int t) {
    Word word = text.words.get(tag(t).from());
    boolean begins = t == 0 || word.gap() != Word.Gap.SPACE || word.text().startsWith("و");
    return begins && (tag(t).isOf("person") || bare(t).equals("انا")) && isDirectlyBeforeOrder(t);
  }

  private boolean isDirectlyBeforeOrder(int t) {
    return isBeforeOrder(t) && text.words.get(tag(t + 1).from()).gap() == Word.Gap.SPACE;
  }

  /// "والباقين ثلاثه لاتيه": nobody who was named before.
  boolean isEverybodyElse(int t) {
    return EVERYBODY_ELSE.contains(bare(t)) && isDirectlyBeforeOrder(t);
  }

  private int lengthOfKin(int t) {
    Tag tag = text.tags.get(t);
    if (FOR.contains(bare(t)) && t + 1 < text.tags.size()) {
      int to = t + 1;
      boolean owned = Set.of("my", "the", "our", "his", "her").contains(bare(to));
      to += owned && to + 1 < text.tags.size() ? 1 : 0;
      boolean named = text.tags.get(to).isOf("person") || (!owned && isWrittenAsName(to));
      return named ? to + 1 - t : 0;
    }
    boolean verb = tag.isOf("order_verb") && !hasPreposition(tag);
    boolean kin = tag.isOf("person") && !verb && (hasPreposition(tag) || isSubject(t));
    boolean youngOrOld =
        kin
            && t + 1 < text.tags.size()
            && text.words.get(text.tags.get(t + 1).from()).gap() == Word.Gap.SPACE
            && text.words.get(text.tags.get(t + 1).from()).text().startsWith("ال")
            && text.tags.get(t + 1).isOf("size");
    return kin ? youngOrOld || isNamedAfter(t) ? 2 : 1 : 0;
  }

  /// "لأم عبدالله": whose mother, father or child it is belongs to the name.
  private boolean isNamedAfter(int t) {
    String kin = bare(t).startsWith("ل") ? bare(t).substring(1) : bare(t);
    return NAMED_AFTER.contains(kin)
        && t + 1 < text.tags.size()
        && (text.tags.get(t + 1).isUnknown() || text.tags.get(t + 1).isOf("person"))
        && text.words.get(text.tags.get(t + 1).from()).gap() == Word.Gap.SPACE;
  }

  /// "زوجتي تبي برجر", "احمد برجر سمك، خالد …": who has something stands before it.
  private boolean isSubject(int t) {
    boolean apart =
        text.words.get(tag(t).from()).gap() != Word.Gap.SPACE && (t > 0 || anotherFollows(t));
    return wants(t)
        || ((tag(t).joined() || apart)
            && isBeforeOrder(isNamedAfter(t) ? t + 1 : t)
            && text.words.get(tag(t + 1).from()).gap() == Word.Gap.SPACE);
  }

  /// "ابوي مندي وامي كبسة": whoever is named first is not alone.
  private boolean anotherFollows(int t) {
    for (int i = t + 1; i < text.tags.size(); i++) {
      boolean begins = tag(i).joined() || text.words.get(tag(i).from()).gap() != Word.Gap.SPACE;
      if (begins && (tag(i).isOf("person") || bare(i).equals("انا"))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a clause begins here with somebody who wants something.
  private boolean wants(int t) {
    if (t + 1 >= text.tags.size() || tag(t).to() - tag(t).from() > 1) {
      return false;
    }
    Word word = text.words.get(tag(t).from());
    int behind = isNamedAfter(t) && t + 2 < text.tags.size() ? t + 2 : t + 1;
    boolean says = SAYS.contains(bare(behind)) && behind + 1 < text.tags.size();
    Word next = text.words.get(tag(says ? behind + 1 : behind).from());
    boolean begins =
        t == 0
            || word.gap() != Word.Gap.SPACE
            || tag(t).joined()
            || word.text().startsWith("و")
            || tag(t - 1).isOf("greeting")
            || tag(t - 1).isOf("courtesy");
    return begins
        && word.isArabic()
        && word.text().length() > 2
        && next.gap() == Word.Gap.SPACE
        && WANTS.contains(next.text());
  }

  /// "هيفاء تبي لاتيه".
  private boolean isWantingName(int t) {
    if (!tag(t).isUnknown() || !wants(t)) {
      return false;
    }
    String word = text.words.get(tag(t).from()).text();
    return !word.startsWith("يا")
        && !SAYS.contains(word)
        && !word.startsWith("ال")
        && !ALSO_MINE.contains(text.words.get(tag(t + 1).from()).text());
  }

  private Tag tag(int t) {
    return text.tags.get(t);
  }

  private boolean hasPreposition(Tag tag) {
    String word = text.words.get(tag.from()).text();
    return tag.to() - tag.from() == 1
        && (word.startsWith("ل") || (word.startsWith("ول") && (tag.joined() || tag.isUnknown())));
  }

  private boolean isWrittenAsName(int t) {
    Tag tag = text.tags.get(t);
    String written = text.written(tag.from(), tag.to());
    return tag.isUnknown() && Character.isUpperCase(written.charAt(0)) && isPlaceForName(t);
  }

  /// "لراكان": a word that nobody knows, with a "for", where a name may stand.
  private boolean isName(int t) {
    Tag tag = text.tags.get(t);
    String word = text.words.get(tag.from()).text();
    int bare = word.startsWith("ول") ? word.length() - 2 : word.length() - 1;
    boolean written =
        tag.isUnknown() && (word.startsWith("ل") || word.startsWith("ول")) && bare >= 3;
    boolean behindNumber = t > 0 && text.tags.get(t - 1).number() != null;
    boolean first = text.words.get(tag.from()).gap() == Word.Gap.LINE || word.startsWith("ول");
    boolean behindItem = bare > 3 && t > 0 && itemBefore(t);
    boolean mine = bare > 3 && word.endsWith("ي") && t > 0 && endsClause(t);
    return written && (behindNumber || first || mine || behindItem) && isPlaceForName(t);
  }

  /// "كلوب دجاج اسمر لهيفاء": an item stands before it, and nothing but how it shall be between.
  private boolean itemBefore(int t) {
    for (int i = t; i > 0 && text.words.get(text.tags.get(i).from()).gap() == Word.Gap.SPACE; i--) {
      Tag before = text.tags.get(i - 1);
      if (before.mention() != null) {
        return true;
      }
      if (!Sentence.isOptionLike(before)) {
        return false;
      }
    }
    return false;
  }

  private boolean endsClause(int t) {
    Word next = t + 1 == text.tags.size() ? null : text.words.get(text.tags.get(t + 1).from());
    return next == null || next.gap() != Word.Gap.SPACE || next.text().startsWith("و");
  }

  private boolean isPlaceForName(int t) {
    if (t + 1 == text.tags.size()) {
      return t > 0;
    }
    Tag next = text.tags.get(t + 1);
    Word word = text.words.get(next.from());
    return word.gap() != Word.Gap.SPACE
        || next.mention() != null
        || next.number() != null
        || next.means("MOD:WITHOUT")
        || next.joined()
        || word.text().startsWith("و")
        || word.text().equals("and");
  }

  private String bare(int t) {
    Tag tag = text.tags.get(t);
    String word = text.words.get(tag.from()).text();
    return word.startsWith("و") && word.length() > 2 ? word.substring(1) : word;
  }

  String name(int t, int length) {
    if (lengthOfOther(t) == 0) {
      int from = text.tags.get(t).from();
      return text.written(from, from + 1).chars().anyMatch(c -> c > 0x7f) ? "أنا" : "me";
    }
    boolean apart = FOR.contains(bare(t)) && length > 1;
    int from = text.tags.get(apart ? t + 1 : t).from();
    String written = text.written(from, text.tags.get(t + length - 1).to());
    if (apart) {
      return written;
    }
    boolean named =
        isWantingName(t)
            || isNameWithLam(t)
            || isListedName(t)
            || (!hasPreposition(tag(t)) && isSubject(t));
    return named ? withoutAnd(t, written) : withoutPreposition(written);
  }

  private String withoutAnd(int t, String written) {
    boolean joined = written.startsWith("و") && (tag(t).isUnknown() || tag(t).joined());
    return joined ? written.substring(1) : written;
  }

  private static String withoutPreposition(String written) {
    String word = written.startsWith("و") ? written.substring(1) : written;
    if (word.startsWith("لل")) {
      return "ال" + word.substring(2);
    }
    return word.startsWith("ل") ? word.substring(1) : word;
  }
}
