package com.crmres.server.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Sender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of message of whatsapp-cloud-api.md 2, from WhatsApp's bytes to what staff see.
class KindsTest {

  private static final String NOURA = "966500000123";

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// Behaviour 9, behaviour 24, trap 11, trap 17.
  @ParameterizedTest
  @CsvSource({
    "in-audio-file.json, Media",
    "in-contact-without-profile.json, Text",
    "in-contacts-card.json, Contacts",
    "in-contacts-phone-share.json, Contacts",
    "in-document.json, Media",
    "in-edit.json, Text",
    "in-image-no-caption.json, Media",
    "in-image.json, Media",
    "in-interactive-button-reply.json, Choice",
    "in-interactive-flow-nfm-reply.json, FormAnswer",
    "in-interactive-list-reply.json, Choice",
    "in-interactive-missing-body-with-error.json, Unsupported",
    "in-location-pin.json, Place",
    "in-location-place.json, Place",
    "in-location-request-answer.json, Place",
    "in-order.json, CatalogueOrder",
    "in-request-welcome-legacy.json, Notice",
    "in-revoke.json, Other",
    "in-sticker.json, Media",
    "in-system-user-changed-number.json, Notice",
    "in-system-user-changed-user-id.json, Notice",
    "in-template-button-no-context.json, Choice",
    "in-template-quick-reply-button.json, Choice",
    "in-text-ctwa-referral.json, Text",
    "in-text-forwarded.json, Text",
    "in-text-frequently-forwarded.json, Text",
    "in-text-legacy-no-bsuid.json, Text",
    "in-text-referred-product.json, Text",
    "in-text-reply-context.json, Text",
    "in-text-username-only.json, Text",
    "in-text.json, Text",
    "in-unsupported-unavailable-131060.json, Unsupported",
    "in-unsupported.json, Unsupported",
    "in-video.json, Media",
    "in-voice-note.json, Media"
  })
  void staffSeeEveryRecordedMessageAsWhatItIs(String file, String kind)
      throws InterruptedException {
    MessageDetails message = received(Sample.file(file));

    assertThat(message.content().getClass().getSimpleName()).isEqualTo(kind);
    assertThat(message.sender())
        .isEqualTo(
            kind.equals("Notice") && file.contains("system") ? Sender.SYSTEM : Sender.CUSTOMER);
  }

  /// Trap 18, behaviour 25: a reaction to nothing we know creates nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "in-reaction.json",
        "in-reaction-removed.json",
        "in-reaction-removed-empty-string.json"
      })
  void aReactionToAnUnknownMessageCreatesNothing(String file) throws InterruptedException {
    noor.deliver(Sample.file(file));

    noor.work();

    assertThat(noor.setAside()).isEmpty();
    assertThat(noor.count("conversation")).isZero();
    assertThat(noor.count("message")).isZero();
    assertThat(noor.count("turn")).isZero();
  }

  /// Trap 30, trap 31.
  @Test
  void aVoiceNoteIsToBeFetchedUnderItsBareTypeAndWhatsAppsHash() throws InterruptedException {
    MessageDetails message = received(Sample.file("in-voice-note.json"));

    assertThat(message.content())
        .isInstanceOfSatisfying(
            MessageContent.Media.class,
            media -> {
              assertThat(media.kind()).isEqualTo(MediaKind.VOICE);
              assertThat(media.mimeType()).isEqualTo("audio/ogg");
              assertThat(media.state()).isEqualTo(MediaState.FETCHING);
              assertThat(noor.wanted)
                  .singleElement()
                  .satisfies(wanted -> {
                    assertThat(wanted.mediaId()).isEqualTo(media.id());
                    assertThat(wanted.id()).isEqualTo("1003383421387005");
                    assertThat(wanted.sha256())
                        .isEqualTo("HuC3ejVrBkb/7HFcY10nFwnCSRoUCXjIgrqOcJ6YyUo=");
                    assertThat(wanted.url()).startsWith("https://lookaside.fbsbx.com/");
                  });
            });
  }

  @Test
  void theSameFileDeliveredTwiceIsFetchedOnce() throws InterruptedException {
    received(Sample.file("in-image.json"));
    received(Sample.file("in-image.json"));

    assertThat(noor.wanted).hasSize(1);
  }

  /// Behaviour 11, trap 4.
  @Test
  void anAlbumIsOneCustomerOneConversationThreePictures() throws InterruptedException {
    noor.deliver(Sample.file("batch-album-three-images-one-user.json"));

    noor.work();

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.count("conversation")).isEqualTo(1);
    assertThat(noor.messages())
        .hasSize(3)
        .allSatisfy(
            message -> assertThat(message.content()).isInstanceOf(MessageContent.Media.class));
    assertThat(noor.wanted).hasSize(3);
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  /// Behaviour 11, trap 4: three deliveries at once, worked through by two nodes.
  @Test
  void anAlbumInThreeDeliveriesAtOnceIsOneConversationToo() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        byte[] picture = picture("wamid.album." + i);
        running.add(
            threads.submit(() -> {
              noor.deliver(picture);
              return null;
            }));
      }
      for (Future<?> delivery : running) {
        delivery.get();
      }
      for (String node : List.of("one", "two")) {
        running.add(threads.submit(() -> noor.drain(node)));
      }
      for (Future<?> done : running) {
        done.get();
      }
    }

    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.count("conversation")).isEqualTo(1);
    assertThat(noor.messages()).hasSize(3);
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  private static byte[] picture(String wamid) {
    return Sample.changed("in-image.json", value -> Sample.message(value).put("id", wamid));
  }

  /// Behaviour 9: a field of tomorrow is kept for the operator, and what came with it is done.
  @Test
  void aFieldNobodyHandlesIsKeptAndHoldsNothingUp() throws InterruptedException {
    noor.deliver(Sample.file("wh-unknown-field.json"));
    noor.deliver(Sample.file("in-text.json"));

    noor.work();

    assertThat(noor.messages()).hasSize(1);
    assertThat(noor.setAside()).singleElement().asString().startsWith("an event nobody handles: ");
  }

  /// Behaviour 27: what WhatsApp itself lost is shown as lost (131052).
  @Test
  void aFileThatWhatsAppLostIsShownAsGoneAndNeverAskedFor() throws InterruptedException {
    MessageDetails message =
        received(
            changed(
                "in-image.json",
                value ->
                    message(value)
                        .putArray("errors")
                        .addObject()
                        .put("code", 131052)
                        .put("title", "Media download error")));

    assertThat(message.content())
        .isInstanceOfSatisfying(
            MessageContent.Media.class,
            media -> {
              assertThat(media.state()).isEqualTo(MediaState.FAILED);
              assertThat(media.failure()).isEqualTo(MediaFailure.GONE);
            });
    assertThat(noor.wanted).isEmpty();
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  /// Behaviour 26, trap 17.
  @ParameterizedTest
  @CsvSource({
    "in-unsupported.json, 131051, poll_creation",
    "in-unsupported-unavailable-131060.json, 131060,",
    "in-interactive-missing-body-with-error.json, 131000,"
  })
  void whatWhatsAppCannotHandOverIsShownWithItsReason(String file, int code, String kind)
      throws InterruptedException {
    assertThat(received(Sample.file(file)).content())
        .isInstanceOfSatisfying(
            MessageContent.Unsupported.class,
            unsupported -> {
              assertThat(unsupported.code()).isEqualTo(code);
              if (kind != null) {
                assertThat(unsupported.kind()).isEqualTo(kind);
              }
            });
  }

  /// Behaviour 28, trap 39: decimal, never binary.
  @Test
  void aCatalogueOrderKeepsItsCodesQuantitiesNoteAndDecimalPrices() throws InterruptedException {
    assertThat(received(Sample.file("in-order.json")).content())
        .isEqualTo(
            new MessageContent.CatalogueOrder(
                "194836987003835",
                "بدون مخلل لو سمحت",
                List.of(
                    new MessageContent.CatalogueLine(
                        "BRG-CHK-01", 2, new BigDecimal("18.5"), "SAR"),
                    new MessageContent.CatalogueLine("FRY-LRG", 1, new BigDecimal("9"), "SAR"))));
  }

  @Test
  void aCardWithoutANameIsShownWithItsNumber() throws InterruptedException {
    assertThat(received(Sample.file("in-contacts-phone-share.json")).content())
        .isInstanceOfSatisfying(
            MessageContent.Contacts.class,
            contacts -> {
              assertThat(contacts.onRequest()).isTrue();
              assertThat(contacts.contacts())
                  .singleElement()
                  .satisfies(card -> {
                    assertThat(card.name()).isNull();
                    assertThat(card.phones()).containsExactly("+966500000123");
                  });
            });
  }

  @Test
  void aCardSharedByHandIsAClaimOnly() throws InterruptedException {
    assertThat(received(Sample.file("in-contacts-card.json")).content())
        .isInstanceOfSatisfying(
            MessageContent.Contacts.class,
            contacts -> {
              assertThat(contacts.onRequest()).isFalse();
              assertThat(contacts.contacts().getFirst().name()).isEqualTo("أبو فهد (الحارس)");
            });
  }

  /// Trap 40: a form that we never sent to this thread counts for nothing.
  @Test
  void theAnswerToAFormThatIsNotThisThreadsIsShownAndNotAnswered() throws InterruptedException {
    MessageDetails message = received(Sample.file("in-interactive-flow-nfm-reply.json"));

    assertThat(message.content())
        .isInstanceOfSatisfying(
            MessageContent.FormAnswer.class,
            answer -> {
              assertThat(answer.accepted()).isFalse();
              assertThat(answer.token()).isEqualTo("fb-4711-7f3a");
              assertThat(answer.fields())
                  .containsEntry("rating", "5")
                  .containsEntry("would_return", "true")
                  .doesNotContainKey("flow_token");
            });
    assertThat(noor.count("turn")).isZero();
  }

  /// Trap 40: single use.
  @Test
  void theAnswerToAFormOfThisThreadCountsOnce() throws InterruptedException {
    received(Sample.file("in-text.json"));
    noor.issueForm("fb-4711-7f3a");

    noor.deliver(Sample.file("in-interactive-flow-nfm-reply.json"));
    noor.deliver(
        changed("in-interactive-flow-nfm-reply.json", value -> message(value).put("id", "again")));
    noor.work();

    assertThat(noor.messages())
        .map(MessageDetails::content)
        .filteredOn(MessageContent.FormAnswer.class::isInstance)
        .map(content -> ((MessageContent.FormAnswer) content).accepted())
        .containsExactlyInAnyOrder(true, false);
  }

  /// Trap 40: broken JSON.
  @Test
  void aFormAnswerThatCannotBeReadIsKeptWithoutFields() throws InterruptedException {
    MessageDetails message =
        received(
            changed(
                "in-interactive-flow-nfm-reply.json",
                value ->
                    message(value)
                        .withObject("/interactive/nfm_reply")
                        .put("response_json", "{\"rating\": ")));

    assertThat(message.content()).isEqualTo(new MessageContent.FormAnswer(null, Map.of(), false));
    assertThat(noor.raw()).contains("rating");
  }

  /// Trap 38: without context and payload the words of the button are what was tapped.
  @Test
  void aTemplatesButtonIsReadByItsPayloadAndElseByItsWords() throws InterruptedException {
    assertThat(received(Sample.file("in-template-button-no-context.json")).content())
        .isEqualTo(new MessageContent.Choice("feedback:4711:bad", "سيئ"));

    assertThat(
            received(
                    changed(
                        "in-template-button-no-context.json",
                        value -> {
                          message(value).put("id", "wamid.words");
                          message(value).withObject("/button").remove("payload");
                        }))
                .content())
        .isEqualTo(new MessageContent.Choice("سيئ", "سيئ"));
  }

  /// Trap 41.
  @Test
  void theWordsOfAnAdvertisementAreNotTheCustomers() throws InterruptedException {
    MessageDetails message = received(Sample.file("in-text-ctwa-referral.json"));

    assertThat(message.content()).isEqualTo(new MessageContent.Text("مرحبا! أبغى أعرف عن العرض"));
    assertThat(message.marks().referral())
        .satisfies(referral -> {
          assertThat(referral.source()).isEqualTo("ad");
          assertThat(referral.headline()).isEqualTo("عرض الوجبة العائلية");
          assertThat(referral.clickId()).isEqualTo("AfinventedClickId_0123456789");
        });
  }

  @Test
  void whoCameFromAnAdvertisementIsFreeForThreeDaysFromAnAnswerWithinOne()
      throws InterruptedException {
    received(Sample.file("in-text-ctwa-referral.json"));
    assertThat(noor.summary().channel().freeUntil()).isNull();

    noor.clock.forward(Duration.ofHours(23));
    noor.say("هلا");

    assertThat(noor.summary().channel().freeUntil())
        .isEqualTo(noor.clock.instant().plus(Duration.ofDays(3)));
  }

  @Test
  void whoCameFromAnAdvertisementIsNotFreeIfWeAnswerTooLate() throws InterruptedException {
    received(Sample.file("in-text-ctwa-referral.json"));

    noor.clock.forward(Duration.ofHours(25));
    noor.say("هلا");

    assertThat(noor.summary().channel().freeUntil()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "in-text.json, NO",
    "in-text-forwarded.json, ONCE",
    "in-text-frequently-forwarded.json, OFTEN"
  })
  void aForwardedMessageIsMarkedAsOne(String file, Forwarded forwarded)
      throws InterruptedException {
    assertThat(received(Sample.file(file)).marks().forwarded()).isEqualTo(forwarded);
  }

  @Test
  void aQuestionAboutAProductNamesIt() throws InterruptedException {
    assertThat(received(Sample.file("in-text-referred-product.json")).marks().product())
        .isEqualTo("BRG-CHK-01");
  }

  /// Behaviour 24: no context, or one that we do not know.
  @Test
  void aReplyQuotesTheMessageItAnswersAndSaysSoIfThatIsUnknown() throws InterruptedException {
    assertThat(received(Sample.file("in-text-reply-context.json")).marks().replyTo())
        .isEqualTo(new Quote(null, null, ""));

    MessageDetails quoted = received(text("wamid.quoted", 1_795_334_401, "عندكم شاورما؟"));
    ObjectNode reply = Sample.text(NOURA, "wamid.reply", 1_795_334_402, "دجاج");
    message(reply).putObject("context").put("id", "wamid.quoted");

    assertThat(received(Sample.delivery(List.of(reply))).marks().replyTo())
        .isEqualTo(new Quote(quoted.id(), Sender.CUSTOMER, "عندكم شاورما؟"));
  }

  @Test
  void anOpenedChatIsNotedAndNotAnswered() throws InterruptedException {
    assertThat(received(Sample.file("in-request-welcome-legacy.json")).content())
        .isEqualTo(new MessageContent.Notice(NoticeKind.CHAT_OPENED, null));
    assertThat(noor.count("turn")).isZero();
  }

  /// Behaviour 9.
  @Test
  void aKindOfTomorrowIsVisibleAndKeptWhole() throws InterruptedException {
    MessageDetails message =
        received(
            changed(
                "in-text.json",
                value -> message(value).put("type", "hologram").putObject("hologram").put("x", 1)));

    assertThat(message.content()).isEqualTo(new MessageContent.Other("hologram", null));
    assertThat(noor.raw()).contains("hologram");
  }

  /// Trap 55.
  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200B\u200E"})
  void textWithoutVisibleWordsIsTextAllTheSame(String blank) throws InterruptedException {
    assertThat(received(text("wamid.blank", 1_795_334_400, blank)).content())
        .isEqualTo(new MessageContent.Text(blank));
    assertThat(noor.count("turn")).isEqualTo(1);
  }

  /// Behaviour 24, trap 11: whatever is missing, nothing throws and staff see something.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "in-text.json",
        "in-image.json",
        "in-voice-note.json",
        "in-location-pin.json",
        "in-contacts-card.json",
        "in-order.json",
        "in-edit.json",
        "in-revoke.json",
        "in-reaction.json"
      })
  void aMessageThatLacksItsContentIsShownAsAPlaceholder(String file) throws InterruptedException {
    MessageDetails message =
        received(
            changed(file, value -> message(value).remove(message(value).path("type").asText())));

    assertThat(message.sender()).isEqualTo(Sender.CUSTOMER);
  }

  /// Trap 46.
  @Test
  void theDashboardsSampleIsTakenAndDoesNothing() throws InterruptedException {
    noor.deliver(
        new String(Sample.file("in-text.json"), StandardCharsets.UTF_8)
            .replace("\"" + NoorIntake.ACCOUNT + "\"", "\"0\"")
            .getBytes(StandardCharsets.UTF_8));

    noor.work();

    assertThat(noor.count("message")).isZero();
    assertThat(noor.setAside()).isEmpty();
  }

  private MessageDetails received(byte[] delivery) throws InterruptedException {
    noor.deliver(delivery);
    noor.work();
    assertThat(noor.setAside()).isEmpty();
    return noor.messages().getLast();
  }

  private static byte[] text(String wamid, long second, String text) {
    return Sample.delivery(List.of(Sample.text(NOURA, wamid, second, text)));
  }

  private static byte[] changed(String file, Consumer<ObjectNode> change) {
    return Sample.changed(file, change);
  }

  private static ObjectNode message(ObjectNode value) {
    return Sample.message(value);
  }
}
