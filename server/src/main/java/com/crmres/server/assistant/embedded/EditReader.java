package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Turn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads words that change what is in the cart, if it understands every one of them: what they
/// speak of, how much of it, and what shall become of that.
final class EditReader {

  private final EditPad pad;
  private final EditPersons people;
  private final EditPortions portions;
  private final EditNumbers numbers;
  private final EditWishes wishes;
  private final EditDishes dishes;
  private final EditVerbs verbs;
  private final EditAsides asides;

  EditReader(MenuIndex menu, Sentence text, Turn turn) {
    this.pad = new EditPad(menu, text, turn);
    this.people = new EditPersons(pad);
    this.portions = new EditPortions(pad);
    this.numbers = new EditNumbers(pad, portions);
    this.wishes = new EditWishes(pad, numbers);
    EditSwaps swaps = new EditSwaps(pad);
    this.dishes = new EditDishes(pad, portions, numbers, swaps);
    this.verbs = new EditVerbs(pad, portions, wishes, swaps);
    this.asides = new EditAsides(pad);
  }

  /// The same, where all there is is spoken of from the beginning.
  Optional<List<Draft>> readOfAll() {
    pad.focus = pad.cart.parts();
    return read();
  }

  /// The same, where we asked about one line.
  Optional<List<Draft>> readOf(UUID lineId) {
    pad.focus =
        pad.cart.parts().stream()
            .filter(part -> part.line != null && part.line.id().equals(lineId))
            .toList();
    pad.asked = true;
    return read();
  }

  /// What is to be done; empty if something was not understood, or nothing is to be done.
  Optional<List<Draft>> read() {
    for (int w = 0; w < pad.words.size(); ) {
      if (pad.words.isClause(w)) {
        beginClause(w);
      }
      int next = step(w);
      if (next <= w) {
        next = asides.behindChatter(w);
      }
      if (next <= w) {
        return Optional.empty();
      }
      w = next;
    }
    boolean open =
        pad.number != null || pad.waiting >= 0 || !pad.gone.isEmpty() || pad.person != null;
    List<Draft> drafts = pad.cart.drafts();
    return open || drafts.isEmpty() ? Optional.empty() : Optional.of(drafts);
  }

  private void beginClause(int w) {
    pad.named = false;
    pad.added = null;
    pad.became = null;
    pad.denied = false;
    pad.corrects &= !pad.words.word(w).startsWith("و");
    if (!(pad.without && pad.words.has(w) && wishes.canLeave(w))) {
      pad.without = false;
    }
    if (pad.words.isLine(w)) {
      pad.verb = EditVerb.NONE;
      pad.pronoun = false;
    }
  }

  private int step(int w) {
    int kept = pad.words.asItIs(w);
    if (kept > w) {
      return portions.keep(kept);
    }
    int t = pad.words.tagIndex(w);
    if (t < 0) {
      return w;
    }
    int length = pad.persons.length(t);
    if (length > 0) {
      return people.read(t, length);
    }
    int them = pad.words.ofThem(w);
    if (them > w && pad.number != null) {
      return portions.ofThem(them);
    }
    if (pad.number == null && pad.words.isOf(w, "unit") && pad.words.ofThem(w + 1) > w + 1) {
      pad.number = 1;
      return portions.ofThem(pad.words.ofThem(w + 1));
    }
    int other = portions.other(w);
    if (other > w) {
      return other;
    }
    int only = Math.max(portions.only(w), numbers.again(w));
    if (only > w) {
      return only;
    }
    int before = wishes.before(w);
    if (before > w) {
      return before;
    }
    if (pad.words.isOf(w, "order_verb")) {
      return verbs.read(w);
    }
    if (pad.words.makesSize(w)
        && (pad.focus.isEmpty()
            || (!pad.words.isClause(w + 1) && pad.targets.at(w + 1).isPresent())
            || pad.words.number(w + 1) != null)) {
      pad.waiting = w;
      return w + 1;
    }
    int option = wishes.read(w);
    if (option > w) {
      return option;
    }
    int pieces = pad.asked && pad.number == null ? wishes.pieces(w) : w;
    if (pieces > w) {
      return pieces;
    }
    Integer said = pad.words.number(w);
    if (said != null) {
      return numbers.read(w, said);
    }
    int operation = verbs.read(w);
    if (operation > w) {
      return operation;
    }
    int dish = dishes.read(w);
    if (dish > w) {
      return dish;
    }
    if (pad.words.isCorrection(w)) {
      pad.corrects = true;
      return pad.words.text.tags.get(t).to();
    }
    if (pad.words.isNo(w)) {
      return verbs.no(w);
    }
    int aside = asides.read(w);
    return aside == w && pad.words.isFiller(w) ? pad.words.text.tags.get(t).to() : aside;
  }
}
