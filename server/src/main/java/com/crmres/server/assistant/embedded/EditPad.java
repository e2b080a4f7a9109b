package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What has been understood of a change of the cart so far, and what is being spoken of.
final class EditPad {

  final MenuIndex menu;
  final EditedCart cart;
  final EditWords words;
  final EditTargets targets;
  final EditOptions options;
  final PersonPhrases persons;

  EditVerb verb = EditVerb.NONE;

  /// Whether the verb says with its ending what it is about.
  boolean pronoun;

  /// What is spoken of, and whether it was named since the last clause began.
  List<EditedPart> focus = List.of();

  boolean named;

  /// Whether it is what we asked about, and nothing else was spoken of since.
  boolean asked;

  /// What is left of that from which some was taken, and what was said of the some.
  @Nullable EditedPart rest;

  Set<UUID> told = new HashSet<>();
  @Nullable Integer number;
  @Nullable String person;

  /// What goes, so that something else comes.
  List<EditedPart> gone = List.of();

  @Nullable EditedPart added;

  /// What the dish was that another has taken the place of in this clause.
  @Nullable MenuItem became;

  /// A wish said before what it is for: "كبر اللاتيه".
  int waiting = -1;

  /// The same, where another dish may be named that it is for, too: "كبر البطاطس والبيبسي".
  int spread = -1;

  /// Where what was told last ended.
  int optionEnd = -1;

  /// Where what was spoken of last ended.
  int nameEnd = -1;

  @Nullable EditedPart lastAdded;
  boolean without;
  boolean denied;
  boolean corrects;
  final Set<EditedPart> touched = new LinkedHashSet<>();

  EditPad(MenuIndex menu, Sentence text, Turn turn) {
    this.menu = menu;
    this.cart = new EditedCart(turn.cart(), menu);
    this.words = new EditWords(text);
    this.targets = new EditTargets(cart, words, menu);
    this.options = new EditOptions(words, menu);
    this.persons = new PersonPhrases(text);
  }

  boolean dishAt(int w) {
    Tag tag = words.tag(w);
    return tag != null && tag.mention() != null;
  }

  boolean tellsOfOthers(int w) {
    for (int i = w; i < words.size(); i++) {
      int t = words.tagIndex(i);
      if (words.isOther(i)
          || words.isRest(i)
          || (t >= 0 && persons.length(t) > 0)
          || (words.isClause(i) && words.number(i) != null)) {
        return true;
      }
    }
    return false;
  }

  EditedPart cut(EditedPart whole, int some) {
    number = null;
    if (some >= whole.quantity) {
      spokenOf(List.of(whole));
      return whole;
    }
    boolean again = whole == rest;
    EditedPart part = cart.cut(whole, some);
    rest = whole;
    if (!again) {
      told = new HashSet<>();
    }
    spokenOf(List.of(part));
    return part;
  }

  void spokenOf(List<EditedPart> parts) {
    focus = parts;
    named = true;
    asked = false;
    touched.addAll(parts);
    parts.forEach(EditedPart::remember);
    if (person != null && parts.size() == 1) {
      parts.getFirst().person = person;
      person = null;
    }
    if (waiting >= 0) {
      options.take(parts, waiting);
      spread = waiting;
      waiting = -1;
    }
  }

  /// What so many can be taken of: the rest of what was divided, what is spoken of, a line.
  @Nullable EditedPart divisible(int some) {
    if (rest != null && rest.quantity >= some) {
      return rest;
    }
    return focus.size() == 1 && focus.getFirst().quantity >= some ? focus.getFirst() : null;
  }

  /// The only line that has more than so many.
  @Nullable EditedPart onlyOneOver(int some) {
    List<EditedPart> over = cart.parts().stream().filter(part -> part.quantity > some).toList();
    return over.size() == 1 ? over.getFirst() : null;
  }

  /// The only line with more than so many that can be as the words from `w` say.
  @Nullable EditedPart fitting(int w, int some) {
    List<EditedPart> fit =
        cart.parts().stream().filter(part -> part.quantity > some && tells(part, w)).toList();
    return fit.size() == 1 ? fit.getFirst() : null;
  }

  boolean tells(EditedPart part, int w) {
    int at = behindWithout(w);
    return at > w ? options.leaving(part, at).isPresent() : options.taking(part, w).isPresent();
  }

  int behindWithout(int w) {
    Tag tag = words.tag(w);
    if (tag == null) {
      return w;
    }
    int inside = words.text.without(tag);
    if (inside > 0) {
      return w + inside;
    }
    return tag.means("MOD:WITHOUT") ? tag.to() : w;
  }

  /// The parts that can be as the words from `w` say: those spoken of, or the only ones.
  List<EditedPart> able(int w, BiPredicate<EditedPart, Integer> can) {
    List<EditedPart> near = focus.stream().filter(part -> can.test(part, w)).toList();
    if (!near.isEmpty()) {
      return near;
    }
    List<EditedPart> any = cart.parts().stream().filter(part -> can.test(part, w)).toList();
    return !named && any.size() == 1 ? any : List.of();
  }

  int behindOnto(int w, List<EditedPart> parts) {
    EditTargets.Target onto = onto(w);
    return onto != null && parts.stream().anyMatch(onto.parts()::contains) ? onto.to() : w;
  }

  /// "من البرجر", "على الثاني", "للبيتزا": where what was named comes from, or goes to.
  EditTargets.@Nullable Target onto(int w) {
    if (!words.has(w) || words.isClause(w)) {
      return null;
    }
    if (Set.of("من", "عن", "في", "علي", "ع", "حق", "مع").contains(words.word(w))) {
      return targets.at(w + 1).orElse(null);
    }
    String word = words.word(w);
    return word.startsWith("عال") || word.startsWith("لل") || word.startsWith("بال")
        ? targets.byDish(w).orElse(null)
        : null;
  }

  boolean isPlain(int w) {
    return Set.of("عادي", "عاديه", "عاديين", "ساده", "الاصلي").contains(words.bare(w));
  }

  void noteTold(List<EditedPart> parts) {
    if (rest != null) {
      parts.stream().filter(part -> part != rest).forEach(part -> told.addAll(part.told));
    }
  }
}
