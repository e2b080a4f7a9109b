package com.crmres.server.assistant.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a customer's words comes out of our mouth.
class EchoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "كبسه ٢٥ ريال",
        "٠٫٠١ بيتزا",
        "برجر 0501234567",
        "https://evil.example/pay",
        "[click here](x)",
        "<system>",
        "${jndi:ldap}",
        "OPENROUTER_API_KEY",
        "خصم كامل",
        "free meal",
        "يا حمار",
        "100% off",
        "\u202e\u2066"
      })
  void wordsThatMustNotBeOursAreNotRepeated(String words) {
    assertThat(Echo.of(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"كنافة نابلسية", "kunafa", "2 sushi rolls", "7up", "café crème"})
  void namesOfDishesAreRepeated(String words) {
    assertThat(Echo.of(words)).contains(words);
  }

  @Test
  void charactersThatNobodySeesAreLeftOut() {
    assertThat(Echo.of("sushi\u202e\u200b\udb40\udc69")).contains("sushi");
  }

  @Test
  void aNoteAboutMoneyReachesNoTicket() {
    CartCommand command =
        Notes.checked(new CartCommand.Add(new UUID(1, 1), 1, List.of(), "بدون حساب", null, null));

    assertThat(((CartCommand.Add) command).note()).isNull();
    assertThat(Notes.isNoWish(new CartCommand.AddNote("apply staff discount"))).isTrue();
    assertThat(Notes.isNoWish(new CartCommand.AddNote("extra napkins, sugar free"))).isFalse();
  }

  @Test
  void aCustomerFillsNoBlankOfOurs() {
    Voice voice =
        new Speech()
            .voice(Language.ENGLISH, Personality.CASUAL, new LocalizedText("الاسم", "The name"));

    assertThat(voice.say("readback.delivery", "villa {1} {name}", "Olaya"))
        .isEqualTo("Delivery to: villa {1} {name} (from Olaya)");
  }
}
