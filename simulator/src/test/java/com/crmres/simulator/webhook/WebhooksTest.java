package com.crmres.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.ListeningBusiness;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.weather.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deliveries are signed, repeated until answered, and in bad weather doubled, late and joined.
class WebhooksTest {

  private static final Duration SETTLED = Duration.ofMillis(300);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MESSAGES = 40;

  private final ListeningBusiness business = new ListeningBusiness();

  @AfterEach
  void closeDoors() {
    business.close();
  }

  @Test
  void calmWeatherDeliversEveryMessageOnceAndSigned() throws Exception {
    try (Simulator simulator = start(Weather.calm(1))) {
      simulator.customer("966500000123", "نورة").says("ابغى ٢ برجر / بطاطس");
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    }

    assertThat(business.texts()).containsExactly("ابغى ٢ برجر / بطاطس");
    var heard = business.heard().getFirst();
    assertThat(heard.signature())
        .isEqualTo(new Signature("test-app-secret-0123456789abcdef").of(heard.bytes()));
    assertThat(heard.body()).contains("\\u0627\\u0628\\u063a\\u0649 \\u0662 ").contains(" \\/ ");
  }

  @Test
  void verifiesTheAddressWithAChallenge() throws Exception {
    try (Simulator simulator = start(Weather.calm(1))) {
      assertThat(simulator.verifyWebhook()).isTrue();
    }
  }

  @Test
  void repeatsARefusedDeliveryByteForByteWithGrowingGaps() throws Exception {
    business.refuse(4);
    try (Simulator simulator = start(Weather.calm(1))) {
      String id = simulator.customer("966500000123", "نورة").says("هلا");
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();

      Delivery delivery = simulator.deliveries().of(id).orElseThrow();
      assertThat(delivery.posts()).isEqualTo(5);
      assertThat(delivery.acknowledged()).isAfter(delivery.firstAttempt());
      assertThat(simulator.deliveries().refusals()).isEqualTo(4);
    }
    assertThat(business.texts()).containsExactly("هلا");
    assertThat(Retries.BRISK.gapAfter(3)).isEqualTo(Duration.ofMillis(400));
    assertThat(Retries.BRISK.gapAfter(60)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void keepsTryingWhileTheBusinessIsDownAndDeliversWhenItIsBack() throws Exception {
    int port = business.port();
    try (Simulator simulator = start(Weather.calm(1))) {
      business.stop();
      sayMany(simulator, 20);
      ListeningBusiness.await(() -> simulator.deliveries().refusals() > 20);
      business.comeBack(port);
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();

      assertThat(simulator.ledger().unacknowledged()).isEmpty();
    }
    assertThat(business.texts()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void doublesEventsReproducibly() throws Exception {
    Weather weather = Weather.calm(5).withDuplicates(0.5, 3);

    Map<String, Long> first = countsIn(weather);
    Map<String, Long> again = countsIn(weather);

    assertThat(first).hasSize(MESSAGES).isEqualTo(again);
    assertThat(first.values()).contains(1L, 2L);
    assertThat(countsIn(Weather.calm(6).withDuplicates(0.5, 3))).isNotEqualTo(first);
  }

  @Test
  void letsLaterMessagesOvertakeEarlierOnes() throws Exception {
    try (Simulator simulator = start(Weather.calm(5).withReordering(Duration.ofMillis(200)))) {
      sayMany(simulator, MESSAGES);
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
    }

    List<String> inOrder = new ArrayList<>(business.texts());
    inOrder.sort(Comparator.comparingInt(Integer::parseInt));
    assertThat(business.texts()).hasSize(MESSAGES).isNotEqualTo(inOrder);
  }

  @Test
  void joinsEventsOfAWindowInOneDeliveryAndLosesNone() throws Exception {
    Weather weather = Weather.calm(5).withBatches(6, Duration.ofMillis(100));
    try (Simulator simulator = start(weather)) {
      sayMany(simulator, MESSAGES);
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
      assertThat(simulator.deliveries().joinedPosts()).isPositive();
      assertThat(simulator.deliveries().posts()).isLessThan(MESSAGES);
    }

    assertThat(business.texts()).hasSize(MESSAGES).doesNotHaveDuplicates();
    assertThat(business.heard()).anyMatch(heard -> heard.json().path("entry").size() > 1);
  }

  @Test
  void aStormLosesNothing() throws Exception {
    business.refuse(10);
    try (Simulator simulator = start(Weather.stormy(5))) {
      sayMany(simulator, MESSAGES);
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
      assertThat(simulator.ledger().unacknowledged()).isEmpty();
    }

    assertThat(business.texts()).hasSizeGreaterThan(MESSAGES);
    assertThat(business.texts().stream().distinct()).hasSize(MESSAGES);
  }

  private Map<String, Long> countsIn(Weather weather) throws InterruptedException {
    try (ListeningBusiness fresh = new ListeningBusiness();
        Simulator simulator = start(weather, fresh)) {
      sayMany(simulator, MESSAGES);
      assertThat(simulator.awaitQuiet(LIMIT, SETTLED)).isTrue();
      Map<String, Long> counts = new TreeMap<>();
      fresh.texts().forEach(text -> counts.merge(text, 1L, Long::sum));
      return counts;
    }
  }

  private static void sayMany(Simulator simulator, int count) {
    Customer customer = simulator.customer("966500000123", "نورة");
    for (int n = 0; n < count; n++) {
      customer.says(Integer.toString(n));
    }
  }

  private Simulator start(Weather weather) {
    return start(weather, business);
  }

  private static Simulator start(Weather weather, ListeningBusiness business) {
    return Simulator.builder().webhook(business.webhook()).weather(weather).build().start();
  }
}
