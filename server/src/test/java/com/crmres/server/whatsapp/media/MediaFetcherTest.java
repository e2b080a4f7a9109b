package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.media.MediaFile;
import com.crmres.server.media.SampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFetcherTest {

  private static final String SARA = "966500000001";
  private static final byte[] PICTURE = SampleFiles.jpeg(600, 400);
  private static final byte[] VOICE = SampleFiles.voice();
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private MediaHost host;
  private NoorMedia media;
  private MediaFetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    host = new MediaHost();
    media = new NoorMedia(folder, host);
    fetcher = media.fetcher(LONG);
  }

  @AfterEach
  void close() {
    media.close();
  }

  /// Trap 29, trap 30, trap 31, behaviour 27.
  @Test
  void fetchesWhatCustomersSendAndShowsThatItIsHere() throws IOException {
    host.has("1001", PICTURE, "image/jpeg");
    host.has("1002", VOICE, "audio/ogg; codecs=opus");
    UUID picture =
        media.receive(
            SARA, MediaKind.IMAGE, "image/jpeg", "1001", SampleFiles.base64(PICTURE), null);
    UUID voice =
        media.receive(SARA, MediaKind.VOICE, "audio/ogg", "1002", SampleFiles.base64(VOICE), null);

    media.fetch(fetcher);

    assertThat(media.waiting()).isZero();
    assertThat(media.shown(picture))
        .isEqualTo(
            new MessageContent.Media(
                picture,
                MediaKind.IMAGE,
                "image/jpeg",
                (long) PICTURE.length,
                "x.bin",
                null,
                false,
                MediaState.READY,
                null));
    assertThat(media.shown(voice).state()).isEqualTo(MediaState.READY);
    assertThat(media.shown(voice).mimeType()).isEqualTo("audio/ogg");
    assertThat(media.changes()).containsExactlyInAnyOrder(media.shown(picture), media.shown(voice));
    assertThat(kept(picture)).isEqualTo(PICTURE);
    assertThat(file(picture).thumbnail()).isNotNull();
    assertThat(host.asked()).allMatch(asked -> ("Bearer " + NoorMedia.TOKEN).equals(asked.token()));
    assertThat(host.asked()).allMatch(asked -> "GET".equals(asked.method()));
    assertThat(host.paths()).contains("/v26.0/1001", "/files/1001");
  }

  /// Trap 29.
  @Test
  void takesTheAddressOfTheWebhookFirst() {
    host.on("/fresh", MediaHost.file("image/jpeg", PICTURE));
    UUID picture = received("1001", host.url() + "/fresh");

    media.fetch(fetcher);

    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
    assertThat(host.paths()).containsExactly("/fresh");
    assertThat(host.asked().getFirst().agent()).isNotBlank();
  }

  /// Trap 29, behaviour 27.
  @Test
  void asksForANewAddressWhereTheOldOneHasExpired() {
    host.on("/stale", MediaHost.status(404));
    host.has("1001", PICTURE, "image/jpeg");
    UUID picture = received("1001", host.url() + "/stale");

    media.fetch(fetcher);

    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
    assertThat(host.paths()).containsExactly("/stale", "/v26.0/1001", "/files/1001");
  }

  /// Trap 32.
  @Test
  void readsASizeAsNumberAndAsText() {
    host.has("1001", PICTURE, "image/jpeg");
    host.on(
        "/v26.0/1001",
        exchange ->
            MediaHost.json(
                exchange,
                200,
                Map.of("url", host.url() + "/files/1001", "file_size", PICTURE.length)));
    host.has("1002", PICTURE, "image/jpeg");

    UUID number = received("1001", null);
    UUID text = received("1002", null);
    media.fetch(fetcher);

    assertThat(media.shown(number).state()).isEqualTo(MediaState.READY);
    assertThat(media.shown(text).state()).isEqualTo(MediaState.READY);
  }

  @Test
  void triesAgainAfterFaultsThatPass() {
    host.has("1001", PICTURE, "image/jpeg");
    AtomicInteger tries = new AtomicInteger();
    host.on(
        "/files/1001",
        exchange -> {
          switch (tries.incrementAndGet()) {
            case 1 -> MediaHost.send(exchange, 503, "text/plain", new byte[0]);
            case 2 -> exchange.close();
            case 3 -> MediaHost.lyingLength(PICTURE.length, new byte[10]).answer(exchange);
            default -> MediaHost.send(exchange, 200, "image/jpeg", PICTURE);
          }
        });
    UUID picture = received("1001", null);

    media.fetchAll(fetcher);

    assertThat(tries.get()).isEqualTo(4);
    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
    assertThat(kept(picture)).isEqualTo(PICTURE);
  }

  @Test
  void waitsForANewTokenAsLongAsWhatsAppKeepsTheFile() {
    host.on("/v26.0/1001", MediaHost.refuse(401, 190));
    UUID picture = received("1001", null);

    for (int i = 0; i < 12; i++) {
      media.makeDue();
      media.fetch(fetcher);
    }
    assertThat(media.shown(picture).state()).isEqualTo(MediaState.FETCHING);

    host.has("1001", PICTURE, "image/jpeg");
    media.fetchAll(fetcher);
    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
  }

  @Test
  void givesUpBeforeWhatsAppForgetsTheFile() {
    host.on("/v26.0/1001", MediaHost.refuse(500, 131000));
    UUID picture = received("1001", null);
    media.noor.system("update whatsapp_media_fetch set since = now() - interval '6 days 1 minute'");

    media.fetch(fetcher);

    assertThat(media.shown(picture).failure()).isEqualTo(MediaFailure.GONE);
  }

  /// Behaviour 27.
  @Test
  void saysThatAFileIsGoneAndAsksForItOnce() {
    UUID first = received("1001", null);
    UUID second = received("1002", null);
    host.on("/v26.0/1001", MediaHost.refuse(400, 100));
    host.on("/v26.0/1002", MediaHost.refuse(400, 131052));

    media.fetchAll(fetcher);

    for (UUID id : List.of(first, second)) {
      assertThat(media.shown(id).state()).isEqualTo(MediaState.FAILED);
      assertThat(media.shown(id).failure()).isEqualTo(MediaFailure.GONE);
    }
    assertThat(media.changes()).hasSize(2);
    assertThat(media.noor.said(conversation(), Sender.AI))
        .containsExactly("المعذرة، ما وصلنا ملفكم كاملًا. ممكن ترسلونه مرة ثانية لو سمحتم؟");
  }

  @Test
  void leavesTheAskingToStaffWhereTheyHaveTheWord() {
    UUID picture = received("1001", null);
    host.on("/v26.0/1001", MediaHost.refuse(400, 100));
    UUID conversation = conversation();
    media.noor.in(transaction ->
        media.noor.conversations.takeOver(
            transaction,
            media.noor.restaurantId,
            conversation,
            new Speaker(media.noor.ids.next(), "Sami")));

    media.fetchAll(fetcher);

    assertThat(media.shown(picture).state()).isEqualTo(MediaState.FAILED);
    assertThat(media.noor.said(conversation, Sender.AI)).isEmpty();
  }

  /// Behaviour 27.
  @Test
  void refusesBytesThatAreNotThoseOfTheSender() {
    host.has("1001", PICTURE, "image/jpeg");
    host.on("/files/1001", MediaHost.file("image/jpeg", SampleFiles.jpeg(600, 401)));
    UUID picture = received("1001", null);

    media.fetchAll(fetcher);

    assertThat(media.shown(picture).failure()).isEqualTo(MediaFailure.DAMAGED);
    assertThat(media.store.exists(picture)).isFalse();
  }

  @Test
  void takesNoErrorPageForAFile() {
    byte[] page = "<html>Sorry, something went wrong.</html>".getBytes(StandardCharsets.UTF_8);
    host.has("1001", PICTURE, "image/jpeg");
    host.on("/files/1001", MediaHost.file("text/html; charset=utf-8", page));
    host.on("/page", MediaHost.file("image/jpeg", page));
    host.on(
        "/v26.0/1002",
        exchange -> MediaHost.json(exchange, 200, Map.of("url", host.url() + "/page")));
    UUID told = received("1001", null);
    UUID hidden = media.receive(SARA, MediaKind.IMAGE, "image/jpeg", "1002", null, null);

    media.fetchAll(fetcher);

    assertThat(media.shown(told).failure()).isEqualTo(MediaFailure.DAMAGED);
    assertThat(media.shown(hidden).failure()).isEqualTo(MediaFailure.WRONG_TYPE);
  }

  /// Behaviour 27.
  @Test
  void refusesAPictureThatIsNone() {
    byte[] program = SampleFiles.text("MZ\u0090\0", 500);
    host.has("1001", program, "image/jpeg");
    UUID picture =
        media.receive(
            SARA, MediaKind.IMAGE, "image/jpeg", "1001", SampleFiles.base64(program), null);

    media.fetch(fetcher);

    assertThat(media.shown(picture).failure()).isEqualTo(MediaFailure.WRONG_TYPE);
    assertThat(media.store.exists(picture)).isFalse();
  }

  /// Behaviour 27.
  @Test
  void doesNotBeginToReadWhatClaimsFiveGigabytes() {
    host.on(
        "/v26.0/1001",
        exchange ->
            MediaHost.json(
                exchange,
                200,
                Map.of("url", host.url() + "/files/1001", "file_size", "5368709120")));
    host.on("/claim", MediaHost.lyingLength(5_368_709_120L, new byte[100]));
    UUID told = received("1001", null);
    UUID claimed = received("1002", host.url() + "/claim");

    media.fetchAll(fetcher);

    assertThat(media.shown(told).failure()).isEqualTo(MediaFailure.TOO_LARGE);
    assertThat(media.shown(claimed).failure()).isEqualTo(MediaFailure.TOO_LARGE);
    assertThat(host.paths()).doesNotContain("/files/1001");
  }

  @Test
  void cutsOffABodyWithoutEnd() {
    host.on("/endless", MediaHost::endless);
    UUID picture = received("1001", host.url() + "/endless");

    media.fetch(fetcher);

    assertThat(media.shown(picture).failure()).isEqualTo(MediaFailure.TOO_LARGE);
    assertThat(media.store.exists(picture)).isFalse();
  }

  @Test
  void waitsForNoBodyThatStalls() {
    MediaFetcher impatient = media.fetcher(Duration.ofMillis(300));
    host.on("/stall", MediaHost::stall);
    host.has("1001", PICTURE, "image/jpeg");
    UUID picture = received("1001", host.url() + "/stall");

    media.fetch(impatient);

    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
  }

  @Test
  void noticesALengthThatLies() {
    host.has("1001", PICTURE, "image/jpeg");
    host.on("/short", MediaHost.lyingLength(100, Arrays.copyOf(PICTURE, 100)));
    UUID picture = received("1001", host.url() + "/short");

    media.fetch(fetcher);

    assertThat(kept(picture)).isEqualTo(PICTURE);
    assertThat(host.paths()).startsWith("/short", "/v26.0/1001");
  }

  @Test
  void followsRedirectsOnTheSameHostThreeTimesAtMost() {
    host.has("1001", PICTURE, "image/jpeg");
    host.on("/files/1001", MediaHost.redirect("/one"));
    host.on("/one", MediaHost.redirect(host.url() + "/two"));
    host.on("/two", MediaHost.redirect("three"));
    host.on("/three", MediaHost.file("image/jpeg", PICTURE));
    UUID picture = received("1001", null);
    host.on("/round", MediaHost.redirect("/round"));
    received("1002", host.url() + "/round");

    media.fetch(fetcher);

    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
    assertThat(host.paths().stream().filter("/round"::equals)).hasSize(4);
  }

  /// Behaviour 27.
  @Test
  void sendsNoTokenToAForeignHostWhereverItIsSentTo() throws IOException {
    try (MediaHost foreign = new MediaHost()) {
      foreign.on("/steal", MediaHost.file("image/jpeg", PICTURE));
      host.has("1001", PICTURE, "image/jpeg");
      host.on("/files/1001", MediaHost.redirect(foreign.url() + "/steal"));
      host.describe("1002", foreign.url() + "/steal", PICTURE);
      UUID redirected = received("1001", foreign.url() + "/steal");
      UUID named = received("1002", null);

      for (int i = 0; i < 7; i++) {
        media.makeDue();
        media.fetch(fetcher);
      }

      assertThat(foreign.asked()).isEmpty();
      // The operator may have to allow a new host, so the file is not given up.
      assertThat(media.shown(redirected).state()).isEqualTo(MediaState.FETCHING);
      assertThat(media.shown(named).state()).isEqualTo(MediaState.FETCHING);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "https://169.254.169.254/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "https://evil.example/",
        "https://localhost/",
        "http://127.0.0.1:1/",
        "https://user:word@lookaside.fbsbx.com/x",
        "gopher://x",
        "mailto:x@example.org",
        "//[::1]/x"
      })
  void callsNobodyWhomARedirectOrAWebhookNames(String target) {
    host.has("1001", PICTURE, "image/jpeg");
    host.on("/files/1001", MediaHost.redirect(target));
    UUID redirected = received("1001", null);
    host.has("1002", PICTURE, "image/jpeg");
    UUID direct = received("1002", target);

    media.fetch(fetcher);

    assertThat(media.shown(redirected).state()).isEqualTo(MediaState.FETCHING);
    // The webhook's address is not followed; the Graph API's is.
    assertThat(media.shown(direct).state()).isEqualTo(MediaState.READY);
  }

  @Test
  void twoNodesFetchEachFileOnce() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      host.has("10" + i, PICTURE, "image/jpeg");
      received("10" + i, null);
    }
    MediaFetcher other = media.fetcher(LONG);

    Thread second = Thread.ofVirtual().start(() -> media.fetchAll(other));
    media.fetchAll(fetcher);
    second.join();
    media.fetch(other);

    assertThat(host.paths().stream().filter(path -> path.startsWith("/files/"))).hasSize(12);
    assertThat(media.changes()).hasSize(12);
  }

  @Test
  void goesOnWithAFileWhoseNodeDied() {
    host.has("1001", PICTURE, "image/jpeg");
    UUID picture = received("1001", null);
    media.noor.system(
        "update whatsapp_media_fetch set attempts = 1, leased_until = now() + interval '1 minute'");

    media.fetch(fetcher);
    assertThat(media.shown(picture).state()).isEqualTo(MediaState.FETCHING);

    media.noor.system("update whatsapp_media_fetch set leased_until = now() - interval '1 second'");
    media.fetch(fetcher);
    assertThat(media.shown(picture).state()).isEqualTo(MediaState.READY);
  }

  private UUID received(String whatsAppId, @Nullable String url) {
    return media.receive(
        SARA, MediaKind.IMAGE, "image/jpeg", whatsAppId, SampleFiles.base64(PICTURE), url);
  }

  private UUID conversation() {
    return media.noor.in(
        transaction -> transaction.sql("select id from conversation").one(row -> row.uuid("id")));
  }

  private MediaFile file(UUID id) {
    return media.noor.in(
        transaction -> media.files.find(transaction, media.noor.restaurantId, id).orElseThrow());
  }

  private byte[] kept(UUID id) {
    try (InputStream in = media.store.open(id, 0, Long.MAX_VALUE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
