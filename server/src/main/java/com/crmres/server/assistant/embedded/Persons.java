package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds for whom each item is: "للوالدة بدون بصل", "واحد لأحمد", "for my wife".
final class Persons {

  private static final Set<String> ME =
      Set.of("لي", "ليا", "ليه", "الي", "لالي", "الي انا", "لنفسي", "me", "myself");
  private static final Set<String> FOR = Set.of("for", "ل", "حق", "حقت", "عشان", "علشان", "مشان");

  private static final Set<String> NAMED_AFTER = Set.of("ام", "ابو", "ابن", "بنت", "اخو", "اخت");

  private final Notepad pad;
  private final Sentence text;
  private final boolean severalTold;
  private @Nullable Draft base;

  Persons(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
    this.severalTold = tellsOfOthers();
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
            || (text.tags.get(t + 1).isOf("order_verb") && bare(t).equals("انا")));
  }

  private int lengthOfOther(int t) {
    int kin = lengthOfKin(t);
    if (kin > 0) {
      return kin;
    }
    return isName(t) ? 1 : 0;
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
    boolean kin = tag.isOf("person") && (hasPreposition(tag) || (tag.joined() && isBeforeOrder(t)));
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

  private boolean hasPreposition(Tag tag) {
    String word = text.words.get(tag.from()).text();
    return tag.to() - tag.from() == 1 && (word.startsWith("ل") || word.startsWith("ول"));
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

  /// "حط لي ... ولأختي ...": the first is for himself.
  void noticeVerb(Tag verb) {
    String last = text.words.get(verb.to() - 1).text();
    if (severalTold && ME.contains(last)) {
      pad.person = last.equals("me") ? "me" : "أنا";
      pad.personSentence = pad.sentence;
    }
  }

  void read(int t, int length) {
    String person = name(t, length);
    for (int i = t; i < t + length; i++) {
      pad.understood.add(i);
    }
    boolean itemNext = itemComes(t + length - 1);
    if (itemNext && !follows()) {
      pad.person = person;
      pad.personSentence = pad.sentence;
    } else if (pad.current != null && pad.drafts.contains(pad.current)) {
      give(pad.current, person);
    } else {
      pad.person = person;
      pad.personSentence = pad.sentence;
    }
  }

  private boolean itemComes(int t) {
    for (int i = t + 1; i < text.tags.size(); i++) {
      Tag tag = text.tags.get(i);
      if (text.words.get(tag.from()).gap() != Word.Gap.SPACE
          || tag.means("MOD:WITHOUT")
          || length(i) > 0) {
        return false;
      }
      if (tag.mention() != null) {
        return i == t + 1 || tag.mention().whole() || tag.mention().sure();
      }
    }
    return false;
  }

  /// "شاورما لأحمد": the person stands behind his item.
  private boolean follows() {
    Draft draft = pad.nearest();
    return draft != null
        && draft.clause == pad.clause
        && draft.person == null
        && pad.person == null;
  }

  private void give(Draft draft, String person) {
    if (draft.person == null) {
      base = draft.again();
      base.takeFrom(draft);
      base.quantity = draft.quantity;
      draft.person = person;
      goOnWith(draft);
      return;
    }
    Draft other = draft.again();
    if (base != null && base.items.equals(draft.items)) {
      other.takeFrom(base);
    }
    other.quantity = share(draft);
    other.person = person;
    pad.drafts.add(other);
    goOnWith(other);
  }

  /// The number said, or one of those there were.
  private @Nullable Integer share(Draft draft) {
    Integer said = pad.number;
    pad.number = null;
    if (said == null && draft.quantity != null && draft.quantity > 1) {
      draft.quantity = draft.quantity - 1;
      return 1;
    }
    return said;
  }

  private void goOnWith(Draft draft) {
    draft.sentence = pad.sentence;
    draft.clause = pad.clause;
    pad.current = draft;
  }

  String name(int t, int length) {
    if (lengthOfOther(t) == 0) {
      int from = text.tags.get(t).from();
      return text.written(from, from + 1).chars().anyMatch(c -> c > 0x7f) ? "أنا" : "me";
    }
    boolean apart = FOR.contains(bare(t)) && length > 1;
    int from = text.tags.get(apart ? t + 1 : t).from();
    String written = text.written(from, text.tags.get(t + length - 1).to());
    return apart ? written : withoutPreposition(written);
  }

  private static String withoutPreposition(String written) {
    String word = written.startsWith("و") ? written.substring(1) : written;
    if (word.startsWith("لل")) {
      return "ال" + word.substring(2);
    }
    return word.startsWith("ل") ? word.substring(1) : word;
  }

  /// A person named at the head of a line is for that line; one alone on a line is for those below.
  void endSentence() {
    boolean used =
        pad.drafts.stream()
            .anyMatch(draft -> draft.sentence == pad.personSentence && draft.person != null);
    if (used && pad.person != null) {
      pad.person = null;
    }
  }
}
