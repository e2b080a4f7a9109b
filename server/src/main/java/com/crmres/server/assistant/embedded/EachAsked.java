package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds that somebody who was asked which of several wants one of each.
final class EachAsked {

  private static final Set<String> EACH =
      Set.of(
          "one of each",
          "1 of each",
          "each one",
          "one each",
          "1 each",
          "1 from each",
          "one from each");

  private static final Set<String> BOTH =
      Set.of("both", "both of them", "both please", "both pls", "both plz", "الاثنين", "الثنتين");

  private EachAsked() {}

  /// One of each that we asked about; empty if something else was said.
  static List<Draft> drafts(PendingQuestion.WhichItem asked, List<Word> words, MenuIndex menu) {
    String said = words.stream().map(Word::text).collect(Collectors.joining(" "));
    boolean two = asked.itemIds().size() == 2 && BOTH.contains(said);
    List<Draft> drafts = new ArrayList<>();
    if (two || EACH.contains(said)) {
      asked.itemIds().stream()
          .flatMap(id -> menu.item(id).stream())
          .map(item -> new Draft(Draft.Wish.ADD, List.of(item), true, null))
          .forEach(drafts::add);
    }
    drafts.forEach(draft ->
        asked.optionIds().stream()
            .filter(id -> draft.items.getFirst().option(id).isPresent())
            .forEach(draft.take::add));
    return drafts;
  }
}
