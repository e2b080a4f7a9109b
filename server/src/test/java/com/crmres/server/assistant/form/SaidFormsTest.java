package com.crmres.server.assistant.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.menu.PreModifier;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Pizza;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidFormsTest {

  private static final Menu MENU =
      Pizza.menu(TestMenu.id("noor"), TestMenu.OLAYA, Instant.parse("2026-11-24T09:00:00Z"));
  private static final Mind MIND = new SaidForms(new EmbeddedMind(Lexicon.load()));
  private static final UUID EXTRA_CHEESE = Pizza.wanted(PreModifier.EXTRA, Pizza.CHEESE);
  private static final UUID NO_ONION = Pizza.wanted(PreModifier.NO, Pizza.ONION);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "بيتزا مارجريتا مع زيادة جبن",
        "بيتزا مارجريتا جبن زيادة",
        "ابغى بيتزا مارجريتا اكسترا جبن",
        "pizza margherita with extra cheese",
        "one margherita pizza extra cheese please"
      })
  void extraCheeseIsThat(String said) {
    CartCommand.Add add = add(said);

    assertThat(add.optionIds()).contains(EXTRA_CHEESE).doesNotContain(Pizza.CHEESE);
    assertThat(add.note()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "بيتزا مارجريتا بدون بصل",
        "بيتزا مارجريتا من غير بصل",
        "pizza margherita without onion",
        "margherita pizza no onions"
      })
  void whatIsLeftOutIsThat(String said) {
    CartCommand.Add add = add(said);

    assertThat(add.optionIds()).contains(NO_ONION).doesNotContain(Pizza.ONION);
    assertThat(add.note()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ليمونادة ثلج خفيف", "lemonade light ice", "lemonade with light ice"})
  void lightIceIsThat(String said) {
    CartCommand.Add add = add(said);

    assertThat(add.optionIds()).containsExactly(Pizza.wanted(PreModifier.LIGHT, Pizza.ICE));
    assertThat(add.note()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"بيتزا نص ببروني ونص مارجريتا", "pizza half pepperoni half margherita"})
  void halfAndHalfAreTwoHalves(String said) {
    assertThat(add(said).optionIds())
        .containsExactlyInAnyOrder(
            Pizza.wanted(PreModifier.HALF_LEFT, Pizza.PEPPERONI),
            Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.MARGHERITA));
  }

  @Test
  void aWayThatTheMenuDoesNotAllowStaysAsItWasRead() {
    Turn turn = turn(List.of(), "بيتزا مارجريتا زيتون خفيف");

    assertThat(MIND.read(turn).proposals())
        .isEqualTo(new EmbeddedMind(Lexicon.load()).read(turn).proposals());
  }

  @Test
  void aLineOfTheCartIsChanged() {
    UUID line = TestMenu.id("line");
    List<CartLine> cart = List.of(new CartLine(line, Pizza.PIZZA, 1, List.of(Pizza.MARGHERITA)));

    assertThat(commands(turn(cart, "بدون بصل")))
        .contains(new CartCommand.ChangeOptions(line, List.of(NO_ONION), List.of()));
    assertThat(commands(turn(cart, "add extra cheese to the pizza")))
        .contains(new CartCommand.ChangeOptions(line, List.of(EXTRA_CHEESE), List.of()));
  }

  private static CartCommand.Add add(String said) {
    return commands(turn(List.of(), said))
        .filter(CartCommand.Add.class::isInstance)
        .map(CartCommand.Add.class::cast)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(said + ": " + MIND.read(turn(List.of(), said)).proposals()));
  }

  private static Stream<CartCommand> commands(Turn turn) {
    return MIND.read(turn).proposals().stream()
        .filter(Proposal.ChangeCart.class::isInstance)
        .map(proposal -> ((Proposal.ChangeCart) proposal).command());
  }

  private static Turn turn(List<CartLine> lines, String said) {
    Cart cart =
        new Cart(TestMenu.id("cart"), 1, TestMenu.OLAYA, null, null, null, null, lines, null);
    return new Turn(
        TestMenu.id("conversation"),
        List.of(new Turn.Said(TestMenu.id("message"), new MessageContent.Text(said))),
        MENU,
        cart,
        null,
        null,
        0,
        List.of(),
        TestMenu.HOUSE,
        Past.NONE);
  }
}
