package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final String SUSPECT = "966500000009";

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  @Test
  void keepsAnArabicMessageWithItsCustomer() throws InterruptedException {
    noor.deliver(Sample.file("in-text.json"));

    noor.work();

    assertThat(noor.thread())
        .singleElement()
        .asString()
        .startsWith("نورة العتيبي: ")
        .contains("أبغى أطلب ٢ برجر دجاج");
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in-text-username-only.json",
        "in-text-legacy-no-bsuid.json",
        "in-contact-without-profile.json",
        "in-interactive-button-reply.json",
        "in-interactive-list-reply.json",
        "in-location-pin.json",
        "in-unsupported.json",
        "in-unsupported-unavailable-131060.json",
        "in-image.json",
        "in-voice-note.json",
        "in-document.json",
        "in-sticker.json",
        "in-contacts-card.json",
        "in-order.json",
        "in-template-button-no-context.json",
        "in-interactive-missing-body-with-error.json",
        "in-text-ctwa-referral.json",
        "in-video.json"
      })
  void keepsEveryKindOfMessageAndWantsItAnswered(String file) throws InterruptedException {
    noor.deliver(Sample.file(file));

    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("message")).isEqualTo(1);
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in-revoke.json",
        "in-request-welcome-legacy.json",
        "in-system-user-changed-number.json"
      })
  void keepsWhatIsNoUtteranceWithoutAnsweringIt(String file) throws InterruptedException {
    noor.deliver(Sample.file(file));

    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("message")).isEqualTo(1);
    assertThat(noor.count("turn")).isZero();
  }

  @Test
  void knowsACustomerByUserIdAfterHavingKnownHimByPhoneOnly() throws InterruptedException {
    noor.deliver(Sample.file("in-text-legacy-no-bsuid.json"));
    noor.deliver(Sample.file("in-text.json"));
    noor.deliver(Sample.file("in-image.json"));

    noor.work();

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.count("customer_identifier")).isEqualTo(2);
  }

  /// Trap 1, behaviour 7.
  @Test
  void takesEveryEntryChangeMessageAndStatusOfABatch() throws InterruptedException {
    noor.numbers.assign(noor.restaurantId, NoorIntake.ACCOUNT, "209876543210987", 60);

    noor.deliver(Sample.file("batch-mixed-entries-changes-messages-statuses.json"));
    noor.work();

    assertThat(noor.count("message") + noor.setAside().size() + noor.waitingUnits())
        .isGreaterThanOrEqualTo(5);
  }

  /// Trap 8, trap 11, behaviour 8.
  @Test
  void setsOneBadUnitAsideAndGoesOnWithTheRest() throws InterruptedException {
    ObjectNode bad = Sample.text("966500000001", "wamid.bad", 1, "x");
    ((ObjectNode) bad.path("messages").path(0)).put("timestamp", "yesterday");
    noor.deliver(
        Sample.delivery(
            List.of(
                Sample.text("966500000001", "wamid.1", 1, "قبل"),
                bad,
                Sample.text("966500000001", "wamid.2", 2, "بعد"))));

    noor.work();

    assertThat(noor.setAside()).containsExactly("a message whose time is no number");
    assertThat(noor.thread()).hasSize(2);
  }

  @Test
  void keepsTextThatPostgresCannotHoldAsNearAsItCan() throws InterruptedException {
    String body =
        new String(
            Sample.delivery(List.of(Sample.text("966500000001", "wamid.1", 1, "a?b!c"))),
            StandardCharsets.UTF_8);

    noor.deliver(body.replace("a?b!c", "a\\u0000b\\ud800c").getBytes(StandardCharsets.UTF_8));
    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.thread()).singleElement().asString().contains("ab?c");
  }

  /// Trap 8, behaviour 8.
  @Test
  void goesOnWithACustomerWhileAnUnknownStatusWaits() throws InterruptedException {
    noor.deliver(
        Sample.delivery(
            List.of(
                Sample.status(UUID.randomUUID().toString(), "wamid.foreign", "sent", 1),
                Sample.status(UUID.randomUUID().toString(), "wamid.foreign", "read", 2),
                Sample.text("966500000001", "wamid.1", 1, "أحد هنا؟"))));

    noor.work();

    assertThat(noor.thread()).hasSize(1);
    assertThat(noor.waitingUnits()).isEqualTo(2);
  }

  @Test
  @Timeout(60)
  void reachesACustomerBehindAnyNumberOfWaitingStatuses() throws InterruptedException {
    String foreign = "wamid.foreign";
    List<ObjectNode> events = new ArrayList<>();
    for (int second = 0; second < 150; second++) {
      events.add(Sample.status(UUID.randomUUID().toString(), foreign, "sent", second));
    }
    events.add(Sample.text(customerInLaneOf(foreign), "wamid.1", 1, "أحد هنا؟"));
    noor.deliver(Sample.delivery(events));

    noor.work();

    assertThat(noor.thread()).hasSize(1);
    assertThat(noor.waitingUnits()).isEqualTo(150);
  }

  private static String customerInLaneOf(String key) {
    return LongStream.range(966500000000L, 966500010000L)
        .mapToObj(Long::toString)
        .filter(phone -> Math.floorMod(phone.hashCode(), 64) == Math.floorMod(key.hashCode(), 64))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void setsAsideWhatIsForANumberOfNoRestaurantHere() throws InterruptedException {
    String body = new String(Sample.file("in-text.json"), StandardCharsets.UTF_8);

    noor.deliver(body.replace(NoorIntake.NUMBER, "42").getBytes(StandardCharsets.UTF_8));
    noor.work();

    assertThat(noor.setAside()).containsExactly("a number of no restaurant here");
  }

  /// Trap 2, behaviour 5.
  @Test
  void keepsOneMessageOfFiveDeliveriesOneAfterTheOther() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      noor.deliver(Sample.file("in-text.json"));
      noor.work();
    }

    assertThat(noor.thread()).hasSize(1);
    assertThat(noor.count("turn")).isEqualTo(1);
    assertThat(noor.summary().unread()).isEqualTo(1);
  }

  /// Trap 51: a username is shown by WhatsApp and changes hands; it is nobody's identity.
  @Test
  void aUsernameMakesNeitherOneCustomerOfTwoNorTwoOfOne() throws InterruptedException {
    noor.deliver(named("SA.1", "wamid.1", "khalid"));
    noor.deliver(named("SA.1", "wamid.2", "khalid.eats"));
    noor.deliver(named("SA.2", "wamid.3", "khalid"));

    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("customer")).isEqualTo(2);
    assertThat(noor.count("message")).isEqualTo(3);
  }

  private static byte[] named(String userId, String wamid, String username) {
    return Sample.changed(
        "in-text-username-only.json",
        value -> {
          Sample.message(value).put("from_user_id", userId).put("id", wamid);
          ((ObjectNode) value.path("contacts").path(0))
              .put("user_id", userId)
              .withObject("/profile")
              .put("username", username);
        });
  }

  /// Trap 2, trap 3, trap 4, behaviour 6.
  @Test
  void keepsOneMessageOfTwentyDeliveriesAtOnceOnTwoNodes() throws Exception {
    byte[] body = Sample.file("in-text.json");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> deliveries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        deliveries.add(
            threads.submit(() -> {
              noor.deliver(body);
              return null;
            }));
      }
      for (Future<?> delivery : deliveries) {
        delivery.get();
      }
      Future<?> one = threads.submit(() -> drain(noor.worker("one")));
      Future<?> two = threads.submit(() -> drain(noor.worker("two")));
      one.get();
      two.get();
    }

    assertThat(noor.thread()).hasSize(1);
    assertThat(noor.count("turn")).isEqualTo(1);
    assertThat(noor.waitingUnits()).isZero();
  }

  private void drain(UnitWorker worker) {
    while (noor.splitter.split() || worker.work() || noor.waitingUnits() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aUnitThatKillsItsWorkersIsSetAsideAndTheNextOneIsDone() throws InterruptedException {
    noor.deliver(Sample.delivery(List.of(Sample.text(SUSPECT, "wamid.kills", 1, "kills"))));
    noor.deliver(Sample.delivery(List.of(Sample.text(SUSPECT, "wamid.next", 2, "next"))));
    noor.splitter.split();
    UnitLanes dying = new UnitLanes(noor.database, "dying");

    for (int i = 0; i <= 10; i++) {
      assertThat(dying.lease()).isPresent();
      noor.database.changeSystem(transaction ->
          transaction
              .sql(
                  """
                  update webhook_lane set leased_until = now() - interval '1 second'
                   where lease_owner is not null
                  """)
              .update());
    }
    noor.work();

    assertThat(noor.setAside()).containsExactly("its workers die");
    assertThat(noor.thread()).singleElement().asString().contains("next");
  }

  @Test
  void aNumberThatNoTableCanHoldBlocksNobody() throws InterruptedException {
    ObjectNode strange = Sample.text("966500000001", "wamid.strange", 1, "strange");
    strange.withObject("/metadata").put("phone_number_id", "10\0 99");
    noor.deliver(Sample.delivery(List.of(strange)));
    noor.deliver(Sample.delivery(List.of(Sample.text("966500000002", "wamid.good", 1, "good"))));

    noor.work();

    assertThat(noor.thread()).singleElement().asString().contains("good");
    assertThat(noor.setAside()).containsExactly("a number of no restaurant here");
  }
}
