package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;

/// Takes some of a line of the cart apart, to be made differently: "واحد من البرجر بدون بصل".
final class Splits {

  private final Notepad pad;
  private final Sentence text;

  Splits(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
  }

  /// "واحد من البرجر بدون بصل", "خل واحد برجر كبير".
  boolean ofItem(Tag tag, CartLine line) {
    Integer part = pad.number;
    boolean some =
        part != null
            && part < line.quantity()
            && tellsHow(tag.to(), line)
            && (isOf(tag) || (pad.mode == Notepad.Mode.CHANGE && !pad.pronoun));
    return some && part != null && split(line, part);
  }

  /// "خل وحدة كبيرة", "وحدة منها حارة", of what is in the cart.
  ///
  /// @param anyhow whether they may be told to be another dish, too
  boolean ofFocus(int count, int t, boolean anyhow) {
    int word = text.tags.get(t).to();
    boolean other = anyhow && t + 1 < text.tags.size() && text.tags.get(t + 1).mention() != null;
    if (!pad.drafts.isEmpty() || pad.turn.cart().isEmpty() || word >= text.words.size()) {
      return false;
    }
    return pad.turn.cart().lines().reversed().stream()
        .filter(line -> line.quantity() > count && (other || tellsHow(word, line)))
        .findFirst()
        .filter(line -> split(line, count))
        .isPresent();
  }

  private boolean isOf(Tag tag) {
    return tag.from() > 0
        && text.words.get(tag.from() - 1).text().equals("من")
        && text.isDefinite(tag);
  }

  private boolean tellsHow(int word, CartLine line) {
    if (word >= text.words.size() || !pad.waiting.isEmpty() || !pad.waitingWithout.isEmpty()) {
      return !pad.waiting.isEmpty() || !pad.waitingWithout.isEmpty();
    }
    boolean without =
        text.tags.stream().anyMatch(tag -> tag.from() == word && text.saysWithout(tag));
    return without
        || pad.menu
            .item(line.itemId())
            .flatMap(item -> pad.menu.optionsOf(item).at(text.words, word, _ -> true))
            .isPresent();
  }

  private boolean split(CartLine line, int part) {
    MenuItem item = pad.menu.item(line.itemId()).orElse(null);
    Draft rest = item == null ? null : pad.changeOf(line, item);
    if (item == null || rest == null) {
      return false;
    }
    rest.quantity = line.quantity() - part;
    Draft portion = new Draft(Draft.Wish.ADD, List.of(item), true, null);
    portion.take.addAll(line.optionIds());
    portion.person = line.person();
    portion.quantity = part;
    portion.sentence = pad.sentence;
    portion.clause = pad.clause;
    pad.drafts.add(portion);
    pad.current = portion;
    pad.number = null;
    return true;
  }
}
