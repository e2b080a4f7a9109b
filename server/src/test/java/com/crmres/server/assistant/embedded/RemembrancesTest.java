package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.ordering.cart.Cart;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemembrancesTest {

  private static final EmbeddedMind MIND = new EmbeddedMind(Lexicon.load());

  @ParameterizedTest
  @CsvSource({
    "ما احب البصل, dislikes البصل",
    "انا ما احب الطماطم ابدا, dislikes الطماطم",
    "I don't like onions, dislikes onions",
    "I hate tomato, dislikes tomato",
    "دايم بدون ثوم, dislikes ثوم",
    "بدون بصل دايما لو سمحت, dislikes بصل",
    "I'm vegetarian, diet vegetarian",
    "انا نباتية, diet نباتية",
    "ما اكل لحم, diet ما اكل لحم",
    "من فرع الياسمين كالعادة, branch الياسمين",
    "توصيل كالعادة, fulfilment توصيل",
    "عندي حساسية من الفول السوداني, allergy حساسية",
  })
  void whatHeSaysOfEveryTimeIsKept(String text, String kept) {
    assertThat(remembered(text)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "شاورما بدون بصل",
        "ما احب اسلوبكم",
        "عندكم شي نباتي؟",
        "ما ابي بصل",
        "من فرع الياسمين",
        "توصيل",
        "احب شغلكم",
        "كم سعر البرجر بدون بصل",
      })
  void aWishForOneTimeIsNotKept(String text) {
    assertThat(remembered(text)).isEmpty();
  }

  private static List<String> remembered(String text) {
    Cart cart = new Cart(TestMenu.id("cart"), 0, null, null, null, null, null, List.of(), null);
    Turn turn =
        new Turn(
            UUID.randomUUID(),
            List.of(new Turn.Said(UUID.randomUUID(), new MessageContent.Text(text))),
            TestMenu.menu(),
            cart,
            null,
            Language.SAUDI,
            0,
            List.of(
                new Turn.BranchName(TestMenu.OLAYA, List.of("العليا", "Olaya")),
                new Turn.BranchName(TestMenu.YASMIN, List.of("الياسمين", "Yasmin"))),
            TestMenu.HOUSE,
            Past.NONE);
    return MIND.read(turn).proposals().stream()
        .filter(Proposal.Remember.class::isInstance)
        .map(Proposal.Remember.class::cast)
        .map(remember -> remember.kind().wireName() + " " + remember.value())
        .toList();
  }
}
