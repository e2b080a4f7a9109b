package com.crmres.server.assistant.embedded;

/// Reads what shall be done with what is named, and what shall not be.
final class EditVerbs {

  private final EditPad pad;
  private final EditPortions portions;
  private final EditWishes wishes;
  private final EditSwaps swaps;

  EditVerbs(EditPad pad, EditPortions portions, EditWishes wishes, EditSwaps swaps) {
    this.pad = pad;
    this.portions = portions;
    this.wishes = wishes;
    this.swaps = swaps;
  }

  int read(int w) {
    Tag tag = pad.words.tag(w);
    if (tag == null || tag.mention() != null) {
      return w;
    }
    int t = pad.words.tagIndex(w);
    pad.denied = false;
    boolean refuses =
        tag.isOf("no") && !tag.isOf("done") && !pad.words.isPlainNo(w) && pad.words.has(tag.to());
    boolean instead =
        tag.means("MOD:WITHOUT")
            && pad.targets.byDish(tag.to()).isPresent()
            && pad.focus.stream()
                .noneMatch(part -> pad.options.leaving(part, tag.to()).isPresent());
    boolean removes = tag.means("REMOVE") && !tag.means("MOD:WITHOUT");
    if (removes || instead || pad.words.text.cancelsItem(t) || refuses || cancelsRest(tag)) {
      return removes(tag);
    }
    if (tag.means("REPLACE_WITH") || (tag.means("CHANGE") && pad.words.text.swaps(tag))) {
      pad.pronoun = pad.words.text.endsWithPronoun(tag) && pad.named;
      if (tag.means("REPLACE_WITH") && !pad.named) {
        pad.pronoun = false;
      }
      pad.verb = pad.pronoun ? EditVerb.CHANGE : EditVerb.REPLACE;
      return swaps.replaces(w, tag);
    }
    if (tag.means("CHANGE")) {
      pad.verb = EditVerb.CHANGE;
      pad.pronoun = pad.words.text.endsWithPronoun(tag) || pad.named;
      return tag.to();
    }
    if (tag.means("SAME_AGAIN")) {
      return w;
    }
    if (tag.isOf("order_verb")) {
      pad.verb = tag.means("ADD") ? EditVerb.ADD : EditVerb.WANT;
      pad.pronoun = false;
      return tag.means("ADD") ? adds(tag) : tag.to();
    }
    return w;
  }

  /// "كنسلوا الباقي".
  private boolean cancelsRest(Tag tag) {
    return tag.means("CANCEL_ORDER")
        && (pad.words.isRest(tag.to()) || pad.targets.byDish(tag.to()).isPresent());
  }

  private int adds(Tag tag) {
    int at = tag.to();
    if (pad.words.isOf(at, "stop")) {
      at++;
    }
    for (EditedPart part : pad.cart.parts()) {
      OptionNames.Hit hit = pad.options.taking(part, at).orElse(null);
      EditTargets.Target onto = hit == null ? null : pad.onto(hit.to());
      if (hit != null && onto != null && onto.parts().contains(part) && onto.parts().size() == 1) {
        pad.spokenOf(onto.parts());
        pad.options.take(pad.focus, at);
        return onto.to();
      }
    }
    return tag.to();
  }

  private int removes(Tag tag) {
    pad.verb = EditVerb.REMOVE;
    int next = tag.to();
    boolean ends =
        !pad.words.has(next)
            || pad.words.isClause(next)
            || pad.words.isOf(next, "done")
            || pad.words.isOf(next, "courtesy")
            || pad.words.isFiller(next);
    boolean restGoes = pad.words.isRest(next) && !pad.words.isClause(next);
    if (ends && pad.words.number(next) == null && !restGoes) {
      if (!pad.named || pad.focus.isEmpty()) {
        return -1;
      }
      portions.remove();
      return next;
    }
    if (pad.targets.at(next).isEmpty()
        && pad.words.number(next) == null
        && !pad.words.isRest(next)) {
      return part(next);
    }
    return next;
  }

  /// "شيل البصل من البرجر": what goes is a part of a dish.
  private int part(int w) {
    for (EditedPart part : pad.cart.parts()) {
      OptionNames.Hit hit = pad.options.leaving(part, w).orElse(null);
      EditTargets.Target onto = hit == null ? null : pad.onto(hit.to());
      if (hit != null && onto != null && onto.parts().contains(part) && onto.parts().size() == 1) {
        pad.spokenOf(onto.parts());
        pad.options.leave(pad.focus, w);
        pad.verb = EditVerb.NONE;
        return onto.to();
      }
    }
    int to = wishes.leave(w);
    if (to > w) {
      pad.without = true;
      pad.verb = EditVerb.NONE;
      return to;
    }
    return w - 1;
  }

  int no(int w) {
    Tag tag = pad.words.tag(w);
    int to = tag == null ? w + 1 : tag.to();
    boolean neither = tag != null && Sentence.isNor(tag) && !tag.isOf("no");
    if (!pad.named
        && neither
        && pad.targets.byDish(to).isPresent()
        && pad.words.text.nextMention(pad.words.tagIndex(to)) != null) {
      pad.verb = EditVerb.REPLACE;
      return to;
    }
    if (neither && pad.verb == EditVerb.REMOVE && pad.targets.byDish(to).isPresent()) {
      return to;
    }
    boolean ends = !pad.words.has(to) || pad.words.isClause(to);
    if (pad.named && !ends) {
      pad.denied = true;
    } else if (!pad.named) {
      pad.corrects = true;
    }
    return to;
  }
}
