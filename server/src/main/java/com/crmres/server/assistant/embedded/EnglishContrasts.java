package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a "no" that takes back what was said from one that leaves something out: "four, no five",
/// "iced, no hot", "half a kilo, not a quarter".
final class EnglishContrasts {

  private static final Set<String> NO = Set.of("no", "not", "and not", "but not");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;

  EnglishContrasts(EnglishBook book, EnglishSentence text, EnglishNotepad pad) {
    this.book = book;
    this.text = text;
    this.pad = pad;
  }

  /// Whether what follows comes in the place of what was said.
  boolean takesBack(int t) {
    boolean plain = text.said(t).equals("no") && t > 0 && book.focus() != null;
    return plain && (isInterjection(t) || isCount(t) || isOther(t + 1));
  }

  /// "A sprite. No, fanta".
  private boolean isInterjection(int t) {
    return text.at(t).gap() != Word.Gap.SPACE
        && text.has(t + 1)
        && text.at(t + 1).gap() == Word.Gap.COMMA
        && text.at(t + 1).isOnMenu();
  }

  /// "Four teas, no five".
  private boolean isCount(int t) {
    return text.is(t + 1, Part.NUMBER)
        && !EnglishNumbers.isArticle(text.at(t + 1))
        && !text.isOnMenu(t + 2);
  }

  /// "Iced, no hot": another of which there is only one.
  private boolean isOther(int t) {
    EnglishOptions.Choice choice = choice(t);
    Draft current = pad.current;
    return choice != null && current != null && !current.take.contains(choice.option().id());
  }

  private EnglishOptions.@Nullable Choice choice(int t) {
    Draft current = pad.open == null ? pad.current : null;
    if (current == null || !text.isOption(t)) {
      return null;
    }
    EnglishOptions.Choice choice = book.choices.choice(current.items, text.at(t).key());
    boolean answered =
        choice != null
            && choice.group().max() == 1
            && current.answered.contains(choice.group().id());
    return answered ? choice : null;
  }

  /// Behind "not a quarter", which says again what is not wanted; `t` if it is something else.
  int denied(int t) {
    int option = text.behind(t + 1, Part.THE);
    option = EnglishNumbers.isArticle(text, option) ? option + 1 : option;
    Draft current = pad.current;
    boolean denied = NO.contains(text.said(t)) && text.said(t).endsWith("not") && isOther(option);
    if (!denied || current == null) {
      return t;
    }
    CartLine line = current.line == null ? book.line(current.items) : null;
    EnglishOptions.Choice choice = choice(option);
    if (line != null && choice != null && line.optionIds().contains(choice.option().id())) {
      become(line, current);
    }
    return option + 1;
  }

  /// It is what is in the cart that is told otherwise.
  private void become(CartLine line, Draft told) {
    Draft ordered = book.about(line);
    if (ordered != null && book.drafts.remove(told)) {
      ordered.takeFrom(told);
      ordered.quantity = told.quantity;
      pad.current = ordered;
    }
  }
}
