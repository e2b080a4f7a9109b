package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.LanguageGuess;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Word;
import com.crmres.server.language.classifier.Classifiers;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Understands orders in Arabic and English by itself, without any outside service.
public final class EmbeddedMind implements Mind {

  private static final int MENUS_KEPT = 64;

  private final Lexicon lexicon;
  private final LanguageGuess guess;
  private final Weighing weighing;
  private final Romanized ordering;
  private final EnglishGrammar grammar = EnglishGrammar.load();
  private final Map<Menu, MenuIndex> indexes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Menu, MenuIndex> eldest) {
          return size() > MENUS_KEPT;
        }
      };

  private final Map<Same, MenuIndex> same =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Same, MenuIndex> eldest) {
          return size() > MENUS_KEPT;
        }
      };

  /// A menu that is equal to itself only: comparing two of a thousand dishes takes long.
  private record Same(Menu menu) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Same(Menu another) && another == menu;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(menu);
    }
  }

  /// A mind with the classifiers that come with the program.
  public EmbeddedMind(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.weighing = new Weighing(Classifiers.load(lexicon));
    this.guess = new LanguageGuess(lexicon);
    this.ordering = ArabiziWords.ordering(lexicon);
  }

  @Override
  public Reading read(Turn whole) {
    Surroundings surroundings = new Surroundings(whole);
    Turn turn = surroundings.rest();
    MenuIndex menu = index(turn.menu());
    // The same row tapped twice in one burst is one tap; the same words twice are two wishes.
    Set<Proposal> taps = new LinkedHashSet<>();
    Findings findings = new Findings();
    Burst burst = Burst.of(turn);
    boolean tapped = readTaps(turn, menu, taps, findings);
    List<Proposal> proposals = new ArrayList<>(taps);
    List<Word> words = Word.of(burst.text());
    if (!words.isEmpty()) {
      List<Word> inScript =
          EnglishText.isPlainEnglish(words, lexicon, menu.english())
              ? words
              : arabic(words, burst.text(), menu);
      TextReader reader = new TextReader(lexicon, menu, turn, inScript, burst, tapped);
      proposals.addAll(reader.read(findings));
    }
    proposals.addAll(surroundings.proposals());
    Language language = words.isEmpty() ? known(turn.language()) : guess.of(words, turn.language());
    Reading read = findings.reading(proposals, language);
    return words.isEmpty() ? read : weighed(read, burst, findings, turn);
  }

  private static List<Word> arabic(List<Word> words, String text, MenuIndex menu) {
    List<Word> uncounted = Numbering.without(words, text);
    return menu.joinedWords().apart(menu.arabizi().read(uncounted, text));
  }

  private Reading weighed(Reading read, Burst burst, Findings findings, Turn turn) {
    boolean answered = findings.isAnswer() || answers(read.proposals(), turn);
    Weighing.Weighed weighed =
        weighing.weigh(
            burst.text(), read.proposals(), read.judgement(), answered, turn.pending() != null);
    boolean plain = findings.understood >= 1 && isOrder(read.proposals());
    return read.weighed(plain ? read.proposals() : weighed.proposals(), weighed.judgement());
  }

  /// Whether it is an order and nothing else, so that nobody need be called.
  private static boolean isOrder(List<Proposal> proposals) {
    return !proposals.isEmpty()
        && proposals.stream().allMatch(Proposal.ChangeCart.class::isInstance);
  }

  /// Whether something short is read by what we asked before.
  private static boolean answers(List<Proposal> proposals, Turn turn) {
    return turn.pending() != null
        && !proposals.isEmpty()
        && proposals.stream().noneMatch(Proposal.HandOver.class::isInstance);
  }

  private static Language known(@Nullable Language language) {
    return language == null ? Language.SAUDI : language;
  }

  private MenuIndex index(Menu menu) {
    synchronized (indexes) {
      MenuIndex known = same.get(new Same(menu));
      if (known == null) {
        known =
            indexes.computeIfAbsent(menu, key -> new MenuIndex(key, lexicon, grammar, ordering));
        same.put(new Same(menu), known);
      }
      return known;
    }
  }

  private boolean readTaps(Turn turn, MenuIndex menu, Set<Proposal> proposals, Findings findings) {
    boolean tapped = false;
    for (Turn.Said said : turn.said()) {
      if (said.content() instanceof MessageContent.Choice choice) {
        Optional<List<Proposal>> meant = Taps.meaning(choice.id(), turn, menu);
        meant.ifPresent(proposals::addAll);
        meant.ifPresent(findings::tapped);
        tapped |= meant.isPresent();
      } else if (said.content() instanceof MessageContent.Place place) {
        proposals.addAll(deliverTo(place, turn));
        findings.tapped(List.copyOf(proposals));
      } else if (said.content() instanceof MessageContent.CatalogueOrder order) {
        proposals.add(new Proposal.FillCart(order));
        findings.tapped(List.copyOf(proposals));
      } else if (Phones.told(said.content(), turn).isPresent()) {
        Phones.told(said.content(), turn)
            .ifPresent(phone -> proposals.add(change(new CartCommand.ContactBy(phone))));
        findings.tapped(List.copyOf(proposals));
      }
    }
    return tapped;
  }

  private static List<Proposal> deliverTo(MessageContent.Place place, Turn turn) {
    List<Proposal> proposals = new ArrayList<>();
    if (turn.cart().fulfilment() == null && !(turn.pending() instanceof PendingQuestion.WhereTo)) {
      proposals.add(change(new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY)));
    }
    String words = place.address() != null ? place.address() : place.name();
    proposals.add(
        change(
            new CartCommand.DeliverTo(
                new Cart.Destination(place.latitude(), place.longitude(), words))));
    return proposals;
  }

  static Proposal change(CartCommand command) {
    return new Proposal.ChangeCart(command);
  }
}
