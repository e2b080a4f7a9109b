package com.crmres.simulator.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.Samples;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Limits;
import com.crmres.simulator.payload.InboundMessages.BasketItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Scripted and random customers hold a conversation with a business that answers over HTTP.
class CustomersTest {

  private static final List<Dish> MENU =
      List.of(new Dish("برجر دجاج", "chicken burger"), new Dish("كولا", "cola"));
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofMillis(300);

  private final Simulator simulator =
      Simulator.builder().limits(Limits.FAITHFUL.withThroughput(1000)).build().start();
  private final PoliteClerk clerk = new PoliteClerk(simulator);

  @AfterEach
  void closeDoors() {
    clerk.close();
    simulator.close();
  }

  @Test
  void aScriptIsPlayedToItsEnd() throws Exception {
    Customer noura = simulator.customer("966500000123", "نورة");

    Script.Outcome outcome =
        Script.empty()
            .says("ابغى ٢ برجر دجاج")
            .waitsFor("هل الطلب صحيح")
            .taps("تأكيد الطلب")
            .waitsForMatch("طلبك رقم \\d+", Duration.ofSeconds(30))
            .sharesLocation(24.7, 46.7)
            .play(noura);

    assertThat(outcome.isComplete()).isTrue();
    assertThat(simulator.spoken().all())
        .extracting(Said::kind)
        .containsExactly("text", "interactive", "location");
  }

  @Test
  void aScriptSaysWhichAnswerDidNotCome() throws Exception {
    Customer noura = simulator.customer("966500000123", "نورة");

    Script.Outcome outcome =
        Script.empty().says("هلا").waitsFor("مستحيل", Duration.ofMillis(200)).play(noura);

    assertThat(outcome.missing()).contains("مستحيل");
  }

  @Test
  void everyKindOfMessageArrives() throws Exception {
    Customer noura = simulator.customer("966500000123", "نورة");
    String first = noura.says("هلا");
    noura.sendsPicture("ناقص");
    noura.sendsVoiceNote();
    noura.sendsDocument("a.pdf", new byte[] {1});
    noura.sendsSticker();
    noura.sendsContact("أبو فهد", "966500000456");
    noura.sendsBasket("1", "", List.of(new BasketItem("A", 1, BigDecimal.ONE)));
    noura.reactsTo(first, "👍");
    noura.edits(first, "هلا والله");
    noura.deletes(first);
    noura.sendsSomethingUnsupported("poll_creation");
    noura.changesNumberTo("966500000789").says("رقمي الجديد");

    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    assertThat(simulator.ledger().unacknowledged()).isEmpty();
    assertThat(clerk.kinds())
        .containsExactlyInAnyOrder(
            "text",
            "image",
            "audio",
            "document",
            "sticker",
            "contacts",
            "order",
            "reaction",
            "edit",
            "revoke",
            "unsupported",
            "system",
            "text");
  }

  @Test
  void aCrowdOrdersAndEverythingIsAnsweredOnce() throws Exception {
    List<Visit> visits = patient(simulator, 50, 7).visit(0, 30);

    assertThat(visits).hasSize(30).allMatch(Visit::satisfied);
    assertThat(visits).extracting(Visit::dialect).contains(Dialect.SAUDI, Dialect.ENGLISH);
    assertThat(visits).flatExtracting(Visit::answerTimes).isNotEmpty();
    assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    assertThat(simulator.ledger().unacknowledged()).isEmpty();
    assertThat(simulator.ledger().unanswered()).isEmpty();
    assertThat(simulator.ledger().doubled()).isEmpty();
  }

  @Test
  void theSameSeedBringsTheSameCustomersWithTheSameWords() throws Exception {
    List<String> first = openingWords(7);
    List<String> again = openingWords(7);

    assertThat(first).isEqualTo(again).isNotEqualTo(openingWords(8));
  }

  @Test
  void aMessageOfOursThatWentOutTwiceIsFound() throws Exception {
    simulator.customer("966500000123", "نورة").says("موعد؟");
    simulator.customer("966500000123", "نورة");
    var graph = GraphClient.of(simulator);
    graph.send(Samples.json("out-text.json"));
    graph.send(Samples.json("out-text.json"));

    assertThat(simulator.ledger().doubled()).containsOnlyKeys("msg-0198f2c4");
  }

  private static Crowd patient(Simulator simulator, double load, long seed) {
    Mix<Errand> errands = new Mix<>(Map.of(Errand.ORDER, 5, Errand.HOURS, 1, Errand.COMPLAINT, 1));
    return new Crowd(
        simulator.line(), MENU, seed, Mix.RIYADH, errands, load, Duration.ofSeconds(10));
  }

  private static List<String> openingWords(long seed) throws InterruptedException {
    try (Simulator fresh =
            Simulator.builder()
                .seed(seed)
                .limits(Limits.FAITHFUL.withThroughput(1000))
                .build()
                .start();
        PoliteClerk clerk = new PoliteClerk(fresh)) {
      patient(fresh, 200, seed).visit(0, 8);
      assertThat(clerk.kinds()).isNotEmpty();
      return fresh.spoken().all().stream()
          .map(said -> said.customer().phone() + " " + said.text())
          .sorted()
          .toList();
    }
  }
}
