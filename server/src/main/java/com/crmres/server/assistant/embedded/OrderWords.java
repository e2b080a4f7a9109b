package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The words of an order, read by whoever understands them best: the reader of English, the reader
/// of changes, or the general one.
final class OrderWords {

  private final Lexicon lexicon;
  private final MenuIndex menu;
  private final List<Word> words;
  private final List<Tag> tags;
  private final String said;

  /// @param said what the words were read from
  OrderWords(Lexicon lexicon, MenuIndex menu, List<Word> words, List<Tag> tags, String said) {
    this.lexicon = lexicon;
    this.menu = menu;
    this.words = words;
    this.tags = tags;
    this.said = said;
  }

  OrderReader.Order read(Turn turn, boolean english) {
    if (turn.pending() instanceof PendingQuestion.WhichItem asked) {
      List<Draft> each = EachAsked.drafts(asked, words, menu);
      if (!each.isEmpty()) {
        return all(Optional.of(each)).orElseThrow();
      }
    }
    if ((english && !namesOneOfAsked(turn)) || countsPieces(turn)) {
      EnglishBook book = new EnglishBook(menu.english(), turn);
      List<EnglishPiece> pieces = new EnglishPieces(book.menu, menu.grammar(), words, said).cut();
      return new EnglishReader(book, pieces, lexicon).read(tags);
    }
    Sentence sentence = new Sentence(words, tags, said);
    return edited(sentence, turn).orElseGet(() -> new OrderReader(menu, sentence, turn).read());
  }

  /// What is otherwise than in an order that is repeated as a whole.
  OrderReader.Order readChanges(Turn turn) {
    Sentence sentence = new Sentence(words, tags, said);
    return all(new EditReader(menu, sentence, turn).readOfAll())
        .orElseGet(() -> new OrderReader(menu, sentence, turn).read());
  }

  /// What changes the cart, where nothing else is said.
  private Optional<OrderReader.Order> edited(Sentence sentence, Turn turn) {
    if (turn.pending() instanceof PendingQuestion.ChooseOption asked) {
      return words.size() > 1
          ? all(new EditReader(menu, sentence, turn).readOf(asked.lineId()))
          : Optional.empty();
    }
    boolean asked = turn.pending() instanceof PendingQuestion.WhichItem;
    return asked || (turn.cart().isEmpty() && !corrects())
        ? Optional.empty()
        : all(new EditReader(menu, sentence, turn).read());
  }

  /// "شاورما لحم.. لا دجاج": what was said is changed by what comes behind it.
  private boolean corrects() {
    boolean named = false;
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      var behind = t + 1 < tags.size() ? tags.get(t + 1).mention() : null;
      if (named
          && (tag.isOf("correction")
              || tag.means("CHANGE")
              || EditVocabulary.INSTEAD.contains(words.get(tag.from()).text())
              || tag.means("REMOVE")
              || (tag.means("MOD:WITHOUT") && behind != null && behind.whole())
              || (tag.isOf("no") && !tag.means("MOD:WITHOUT")))) {
        return true;
      }
      named |= tag.mention() != null;
    }
    return false;
  }

  private Optional<OrderReader.Order> all(Optional<List<Draft>> drafts) {
    Set<Integer> understood = IntStream.range(0, tags.size()).boxed().collect(Collectors.toSet());
    return drafts.map(read -> new OrderReader.Order(read, List.of(), understood, Set.of()));
  }

  /// "6", asked how many pieces: a number alone has no language.
  private boolean countsPieces(Turn turn) {
    return turn.pending() instanceof PendingQuestion.ChooseOption
        && words.size() == 1
        && words.getFirst().text().chars().allMatch(Character::isDigit);
  }

  /// "Beef", asked which shawarma: what was asked decides, whatever the language.
  private boolean namesOneOfAsked(Turn turn) {
    return turn.pending() instanceof PendingQuestion.WhichItem && words.size() <= 2;
  }
}
