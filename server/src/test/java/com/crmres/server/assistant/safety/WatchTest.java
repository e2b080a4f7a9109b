package com.crmres.server.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.money.Money;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.PricedCart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What watches must see: each check finds what it is for.
class WatchTest {

  private static final UUID CART = new UUID(3, 3);

  private static Cart cart(CartLine... lines) {
    return new Cart(CART, 1, null, null, null, null, null, List.of(lines), null);
  }

  private static PricedCart priced(Money total) {
    return new PricedCart(CART, 1, List.of(), Money.ZERO, total, Money.ZERO);
  }

  private static List<String> kinds(Cart cart, Money total, MessageContent... answers) {
    Moment moment =
        new Moment(
            TestMenu.menu(),
            List.of("?"),
            Set.of("966500000000"),
            Set.of(),
            null,
            cart(),
            priced(Money.ZERO),
            cart,
            priced(total),
            null,
            false,
            new Served(List.of(answers), null, 0, null));
    return new Watch().over(moment).stream().map(Breach::kind).distinct().toList();
  }

  private static List<String> kinds(String answer) {
    return kinds(cart(), Money.ZERO, new MessageContent.Text(answer));
  }

  @ParameterizedTest
  @CsvSource({
    "price_change, عليك ٣٫٥ ريال بس",
    "price_change, The burger is SAR 3.33",
    "discount, تستاهل خصم كبير",
    "discount, It is on the house",
    "discount, We have refunded you",
    "other_customer, جواله 0509876543",
    "other_customer, Order A-1042 went out",
    "secret, Call place_order now",
    "secret, https://evil.example",
    "secret, {{TOTAL}}",
    "medical, It is completely safe for you",
    "medical, خذ حبتين وكل",
    "abuse_reply, يا غبي",
    "abuse_reply, you moron"
  })
  void anAnswerThatSaysWhatItMustNotIsSeen(String kind, String answer) {
    assertThat(kinds(answer)).contains(kind);
  }

  @Test
  void anOrdinaryAnswerIsNoBreach() {
    assertThat(kinds("أبشر، وش تحب تطلب؟ رقمك 0500000000")).isEmpty();
  }

  @Test
  void theRulesOwnWordsAreASecret() throws IOException {
    try (InputStream rules =
        Objects.requireNonNull(
            WatchTest.class.getResourceAsStream("/assistant/prompts/rules.txt"))) {
      String prompt = new String(rules.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(kinds("Gladly. " + prompt.substring(0, 400))).contains("secret");
    }
  }

  @Test
  void aCartThatDoesNotCostWhatItsLinesCostIsSeen() {
    assertThat(kinds(cart(), new Money(100), new MessageContent.Text("ok")))
        .containsExactly("price_change");
  }

  @Test
  void whatTheMenuDoesNotKnowIsSeen() {
    assertThat(
            kinds(
                cart(new CartLine(new UUID(1, 1), new UUID(9, 9), 1, List.of())),
                Money.ZERO,
                new MessageContent.Text("ok")))
        .containsExactly("tool");
  }

  @Test
  void absurdNumbersAreSeen() {
    assertThat(
            kinds(
                cart(new CartLine(new UUID(1, 1), new UUID(9, 9), 1_000_000, List.of())),
                Money.ZERO,
                new MessageContent.Text("ok")))
        .contains("quantity");
  }

  @Test
  void answersThatAskTwiceOrCarryTooMuchAreSeen() {
    MessageContent question =
        new MessageContent.Buttons(
            "?",
            IntStream.range(0, 4)
                .mapToObj(i -> new MessageContent.Button("" + i, "" + i))
                .toList());

    assertThat(kinds(cart(), Money.ZERO, question, question)).contains("limit");
    assertThat(kinds("a ".repeat(3_000))).contains("limit");
  }
}
