package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether customers want advertising, however they say so.
class MarketingWishesTest {

  private static final long NOW = 1795334400;
  private static final String SARA = "966500000001";

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// behaviour 30: the switch in WhatsApp counts at once, both ways, and orders go on.
  @Test
  void theSwitchInWhatsAppStopsAndResumesAdvertising() throws InterruptedException {
    deliver("in-text.json", "wh-user-preferences-stop.json");
    assertThat(mayReceive()).isFalse();

    deliver("wh-user-preferences-resume.json", "wh-user-preferences-resume.json");
    assertThat(mayReceive()).isTrue();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.texts("select kind as t from channel_notice order by happened_at"))
        .containsExactly("opt_out", "opt_in");
    assertThat(noor.count("customer_consent")).isEqualTo(2);
    assertThat(String.join(" ", noor.texts("select cast(facts as text) as t from channel_notice")))
        .doesNotContain("9665");
  }

  /// behaviour 30: deliveries come in any order; the newest wish counts.
  @Test
  void aWishThatComesLateDoesNotOverruleANewerOne() throws InterruptedException {
    deliver("in-text.json", "wh-user-preferences-resume.json", "wh-user-preferences-stop.json");

    assertThat(mayReceive()).isTrue();
  }

  /// behaviour 30: nobody becomes a customer by wanting no advertising.
  @Test
  void aStrangersWishMakesNoCustomer() throws InterruptedException {
    deliver("wh-user-preferences-stop.json");

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("customer")).isZero();
  }

  /// behaviour 30: the word alone is enough, is confirmed once, and is not put to the assistant.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "إيقاف",
        "ايقاف",
        " إيقاف. ",
        "الغاء الاشتراك",
        "إِلْغَاءُ الاشتراك",
        "STOP",
        "Stop!",
        "unsubscribe"
      })
  void aWordThatMeansNothingElseStopsAdvertising(String word) throws InterruptedException {
    write("wamid.1", 1, word);

    assertThat(mayReceive()).isFalse();
    assertThat(noor.count("turn")).isZero();
    assertThat(noor.contents()).hasSize(2);
    assertThat(noor.contents().getLast()).startsWith("system ").contains("العروض");
  }

  /// behaviour 30: "cancel" cancels orders, and a sentence is a sentence.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "الغاء",
        "إلغاء",
        "الغ الطلب",
        "cancel",
        "لا توقف الطلب",
        "stop the onions please",
        "START",
        "اشتراك"
      })
  void whatMayMeanSomethingElseIsTheAssistants(String words) throws InterruptedException {
    write("wamid.1", 1, words);

    assertThat(mayReceive()).isTrue();
    assertThat(noor.count("turn")).isEqualTo(1);
    assertThat(noor.contents()).hasSize(1);
  }

  /// behaviour 30: what he was saying besides is still answered.
  @Test
  void theWordLeavesAnOpenQuestionOpen() throws InterruptedException {
    write("wamid.1", 1, "أبغى برجر");
    write("wamid.2", 2, "إيقاف");
    write("wamid.3", 3, "START");

    assertThat(mayReceive()).isTrue();
    assertThat(noor.count("turn where state = 'open' and last_sequence = 1")).isEqualTo(1);
  }

  /// behaviour 30: WhatsApp knows of a wish that never reached us.
  @Test
  void aRefusedAdvertisementIsAWish() throws InterruptedException {
    write("wamid.1", 1, "هلا");
    UUID message = noor.say("عرض اليوم").id();
    ObjectNode failed = Sample.status(message.toString(), "wamid.out", "failed", 5);
    ((ObjectNode) failed.path("statuses").path(0))
        .putArray("errors")
        .addObject()
        .put("code", 131050)
        .put("title", "User has stopped marketing messages");
    noor.deliver(Sample.delivery(List.of(failed, failed.deepCopy())));
    noor.work();

    assertThat(mayReceive()).isFalse();
    assertThat(noor.texts("select source as t from customer_consent")).containsExactly("refusal");
  }

  private boolean mayReceive() {
    UUID customer = noor.summaries().getFirst().customer().id();
    return noor.database.inRestaurant(
        noor.restaurantId,
        transaction -> noor.consents.mayReceiveMarketing(transaction, noor.restaurantId, customer));
  }

  private void write(String wamid, long second, String words) throws InterruptedException {
    noor.deliver(Sample.delivery(List.of(Sample.text(SARA, wamid, NOW + second, words))));
    noor.work();
  }

  private void deliver(String... files) throws InterruptedException {
    for (String file : files) {
      noor.deliver(Sample.file(file));
      noor.work();
    }
  }
}
