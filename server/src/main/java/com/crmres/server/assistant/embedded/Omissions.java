package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.ModifierGroup;
import java.util.Optional;

/// Leaves out of an item what it shall be without.
final class Omissions {

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;

  Omissions(Notepad pad, Sentence text, Choices choices) {
    this.pad = pad;
    this.text = text;
    this.choices = choices;
  }

  void leaveOut(Draft draft, int word) {
    Optional<OptionNames.Hit> without = choices.without(draft, word);
    if (without.isPresent()) {
      pad.lastOptionEnd = without.get().to();
      draft.take(without.get());
      draft.to = Math.max(draft.to, without.get().to());
      return;
    }
    Optional<OptionNames.Hit> hit =
        choices
            .option(draft, word, group -> Choices.isChosen(draft, group))
            .filter(found -> draft.has(found.option().id()))
            .or(() -> choices.ingredient(draft, word))
            .or(() ->
                choices
                    .option(draft, word, _ -> true)
                    .map(found -> choices.ingredientOf(draft, found)));
    if (hit.isPresent() && isExtra(draft, hit.get())) {
      pad.lastOptionEnd = hit.get().to();
      draft.notes.add(Notes.WITHOUT + Sentence.said(text.words, word, hit.get().to()));
    } else if (hit.isPresent()) {
      pad.lastOptionEnd = hit.get().to();
      draft.doWithout(hit.get());
      draft.to = Math.max(draft.to, hit.get().to());
    } else {
      pad.lastOptionEnd = word + 1;
      if (!pad.everything) {
        draft.notes.add(Notes.WITHOUT + text.words.get(word).text());
      }
    }
  }

  /// What could come on top and was not asked for: the kitchen is told to leave it.
  private boolean isExtra(Draft draft, OptionNames.Hit hit) {
    return hit.group().kind() == ModifierGroup.Kind.ADDON
        && !draft.has(hit.option().id())
        && !pad.everything;
  }
}
