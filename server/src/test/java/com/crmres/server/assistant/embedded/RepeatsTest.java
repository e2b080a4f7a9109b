package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.FormOfAddress;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// "The same, but …": an order of the past, changed before the customer is shown it.
class RepeatsTest {

  private static final EmbeddedMind MIND = new EmbeddedMind(Lexicon.load());

  /// Two chicken shawarmas, a pepsi.
  private static final PastOrder ORDER =
      new PastOrder(
          TestMenu.id("order"),
          Instant.parse("2026-11-20T18:00:00Z"),
          List.of(line("Chicken shawarma", 2), line("Pepsi", 1)));

  private static PastOrder.Line line(String english, int quantity) {
    return new PastOrder.Line(TestMenu.id(english), quantity, List.of());
  }

  private static String read(String said) {
    Turn plain = UtterancesTest.turn(said, "");
    Past past = new Past(List.of(), null, List.of(ORDER), ORDER, List.of(), FormOfAddress.UNKNOWN);
    Turn turn =
        new Turn(
            plain.conversationId(),
            plain.said(),
            plain.menu(),
            plain.cart(),
            null,
            null,
            0,
            plain.branches(),
            plain.house(),
            past);
    return new Shown(turn.cart()).of(MIND.read(turn));
  }

  @Test
  void nothingElseSaidIsTheOrderAsItWas() {
    assertThat(read("نفس طلبي الأخير")).isEqualTo("repeat last");
    assertThat(read("زي المرة اللي فاتت لو سمحت")).isEqualTo("repeat last");
  }

  @Test
  void whatIsWantedOtherwiseIsSaidOfTheDishesThatCanBeSo() {
    assertThat(read("نفس طلبي الأخير بس بدون ثوم"))
        .isEqualTo("repeat last Chicken shawarma +No garlic");
    assertThat(read("زي المرة اللي فاتت بس الشاورما كبيرة"))
        .isEqualTo("repeat last Chicken shawarma +Large");
  }

  @Test
  void soManyOfADish() {
    assertThat(read("كرر طلبي السابق بس خلي الشاورما ثلاث"))
        .isEqualTo("repeat last 3 Chicken shawarma");
    assertThat(read("متل آخر مرة بس خليهن تنتين بيبسي")).isEqualTo("repeat last 2 Pepsi");
  }

  @Test
  void aDishLessOrMore() {
    assertThat(read("نفس الطلب الأخير بدون البيبسي")).isEqualTo("repeat last without Pepsi");
    assertThat(read("نفس الطلب الأخير وزود كنافة")).isEqualTo("repeat last; +1 Kunafa");
  }

  @Test
  void hisHabitIsChangedLikewise() {
    assertThat(read("طلبي المعتاد بس شيل البيبسي")).isEqualTo("repeat usual without Pepsi");
  }
}
