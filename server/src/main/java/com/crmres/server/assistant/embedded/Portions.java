package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.ModifierGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Divides several of an item into portions that differ: "three, one of them spicy".
final class Portions {

  private static final Set<String> ORDINALS = Set.of("ORD:1", "ORD:2", "ORD:3");

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;
  private final Persons persons;
  private final Splits splits;

  Portions(Notepad pad, Sentence text, Choices choices, Persons persons, Splits splits) {
    this.splits = splits;
    this.pad = pad;
    this.text = text;
    this.choices = choices;
    this.persons = persons;
  }

  /// "Four, two of them spicy": two as they are, two with what follows.
  void ofThem(int t) {
    Integer part = pad.number;
    if (part != null) {
      pad.number = null;
      boolean cut = cut(part) || splits.ofFocus(part, t, true);
      pad.portion = cut ? pad.current : null;
    }
  }

  /// A number behind several of an item, with what makes so many of them different.
  boolean begin(int t, int count) {
    boolean ofLine = pad.mode == Notepad.Mode.CHANGE && !pad.them && !text.itemFollows(t);
    return (differs(t) && cut(count)) || (ofLine && splits.ofFocus(count, t, false));
  }

  /// "The rest plain", "the other one with oat milk".
  boolean rest(int t, Tag tag) {
    if (ORDINALS.stream().anyMatch(tag::means) && differs(t)) {
      return another() || cut(1);
    }
    if (tag.means("REST") && pad.whole != null) {
      pad.current = pad.whole;
      return true;
    }
    return false;
  }

  /// "واحد برجر بدون مخلل والثاني بدون طماطم": one more of the one named.
  private boolean another() {
    Draft one = divisible();
    if (one == null || one == pad.whole || one.quantity == null || one.quantity != 1) {
      return false;
    }
    Draft other = one.again();
    other.quantity = 1;
    other.takeSize(one);
    other.clause = pad.clause;
    pad.drafts.add(other);
    pad.current = other;
    return true;
  }

  /// Takes so many off what there are; what is cut last is what is left.
  private boolean cut(int count) {
    Draft whole = divisible();
    Integer quantity = whole == null ? null : whole.quantity;
    if (whole == null || quantity == null || quantity < count) {
      return false;
    }
    if (quantity == count) {
      pad.current = whole;
      if (pad.whole == whole) {
        whole.clause = pad.clause;
      }
      return pad.whole == whole;
    }
    whole.quantity = quantity - count;
    Draft portion = whole.again();
    portion.quantity = count;
    portion.takeFrom(whole);
    portion.clause = pad.clause;
    pad.drafts.add(portion);
    pad.current = portion;
    pad.whole = whole;
    return true;
  }

  private @Nullable Draft divisible() {
    Draft whole = pad.whole != null && pad.drafts.contains(pad.whole) ? pad.whole : pad.current;
    return whole != null
            && pad.drafts.contains(whole)
            && whole.sentence == pad.sentence
            && whole.wish == Draft.Wish.ADD
        ? whole
        : null;
  }

  /// What follows tells how they differ, and is about no other item.
  private boolean differs(int t) {
    Draft draft = divisible();
    if (draft == null || t + 1 >= text.tags.size()) {
      return false;
    }
    boolean with = text.tags.get(t + 1).means("MOD:WITH") && t + 2 < text.tags.size();
    Tag next = text.tags.get(with ? t + 2 : t + 1);
    Mention mention = next.mention();
    boolean item =
        mention == null
            ? text.itemFollows(t)
            : mention.whole() && (mention.exact() || !isChoice(draft, next));
    if (item) {
      return false;
    }
    return persons.length(t + 1) > 0
        || next.means("MOD:WITHOUT")
        || next.isOf("spice")
        || text.without(next) > 0
        || choices
            .option(draft, next.from(), group -> isOpen(draft, group))
            .filter(hit -> next.mention() == null || hit.whole())
            .isPresent();
  }

  /// "ثلاث صامولي وثنتين تورتيلا": breads of what was named, no bread beside it.
  private boolean isChoice(Draft draft, Tag next) {
    return choices
        .option(draft, next.from(), group -> isOpen(draft, group))
        .filter(hit -> hit.whole() && hit.to() >= next.to())
        .isPresent();
  }

  /// Where the whole has a size already, another size is another line: that is no portion.
  private static boolean isOpen(Draft draft, ModifierGroup group) {
    return group.kind() != ModifierGroup.Kind.REMOVE && !draft.answered.contains(group.id());
  }
}
