package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.MediaKind;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.Ids;
import com.crmres.server.media.Arrival;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.SampleFiles;
import com.crmres.server.whatsapp.outbox.MediaUnavailable;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaHandoverTest {

  private static final String UPLOAD = "/v26.0/" + NoorHouse.NUMBER + "/media";

  @TempDir Path folder;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private MediaHost host;
  private NoorMedia media;
  private MediaHandover handover;

  @BeforeEach
  void open() throws IOException {
    host = new MediaHost();
    media = new NoorMedia(folder, host);
    handover =
        new MediaHandover(
            media.noor.database,
            media.files,
            media.store,
            media.graph,
            NoorMedia::token,
            media.noor.clock);
    host.on(UPLOAD, this::take);
  }

  @AfterEach
  void close() {
    media.close();
  }

  /// Behaviour 27.
  @Test
  void handsAFileOverOnceForEachNumberAndMonth() throws Exception {
    byte[] file = SampleFiles.pdf(70_000);
    UUID id = kept(file);

    assertThat(whatsAppId(id)).isEqualTo("uploaded-1");
    assertThat(whatsAppId(id)).isEqualTo("uploaded-1");
    host.on("/v26.0/222/media", this::take);
    assertThat(handover.whatsAppId(media.noor.restaurantId, "222", id)).isEqualTo("uploaded-2");
    media.noor.clock.forward(Duration.ofDays(30));
    assertThat(whatsAppId(id)).isEqualTo("uploaded-3");

    assertThat(host.asked())
        .extracting(MediaHost.Asked::token)
        .containsExactly(
            "Bearer " + NoorMedia.TOKEN, "Bearer token-of-222", "Bearer " + NoorMedia.TOKEN);
    assertThat(bodies.getFirst())
        .contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n")
        .contains("name=\"type\"\r\n\r\napplication/pdf\r\n")
        .contains("Content-Type: application/pdf\r\n\r\n" + latin(file) + "\r\n--crm-res-");
  }

  @Test
  void saysForGoodWhatWhatsAppRefuses() throws Exception {
    UUID id = kept(SampleFiles.pdf(100));
    host.on(UPLOAD, MediaHost.refuse(400, 131053));

    assertThatThrownBy(() -> whatsAppId(id))
        .isInstanceOf(MediaUnavailable.class)
        .hasMessage("131053 no thanks");
    assertThatThrownBy(() -> whatsAppId(media.noor.ids.next()))
        .isInstanceOf(MediaUnavailable.class)
        .hasMessage("there is no such file");
  }

  @Test
  void triesAgainWhatPasses() throws Exception {
    UUID id = kept(SampleFiles.pdf(100));
    host.on(UPLOAD, MediaHost.refuse(500, 131016));

    assertThatThrownBy(() -> whatsAppId(id)).hasMessage("WhatsApp's code 131016");

    host.on(UPLOAD, this::take);
    assertThat(whatsAppId(id)).isEqualTo("uploaded-1");
  }

  @Test
  void letsALargeUploadGoOnWhileItsMessageWaits() throws Exception {
    UUID id = kept(SampleFiles.pdf(100));
    CountDownLatch slow = new CountDownLatch(1);
    host.on(
        UPLOAD,
        exchange -> {
          await(slow);
          take(exchange);
        });

    assertThatThrownBy(() -> whatsAppId(id)).hasMessage("its upload goes on");
    slow.countDown();

    NoorHouse.await("it is uploaded", () -> bodies.size() == 1);
    assertThat(whatsAppId(id)).isEqualTo("uploaded-1");
    assertThat(host.asked()).hasSize(1);
  }

  /// Some look for the id before it is kept and ask for the upload after it has ended.
  @Test
  void carriesAFileOnceHoweverManyMessagesWaitForIt() throws Exception {
    int files = 60;
    for (int i = 1; i <= files; i++) {
      UUID id = kept(SampleFiles.pdf(100));
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> ids =
            IntStream.range(0, 8).mapToObj(_ -> senders.submit(() -> whatsAppId(id))).toList();
        for (Future<String> found : ids) {
          assertThat(found.get()).isEqualTo("uploaded-" + i);
        }
      }
    }
    assertThat(host.asked()).hasSize(files);
  }

  private String whatsAppId(UUID id) throws MediaUnavailable, InterruptedException {
    return handover.whatsAppId(media.noor.restaurantId, NoorHouse.NUMBER, id);
  }

  private void take(HttpExchange exchange) throws IOException {
    bodies.add(latin(exchange.getRequestBody().readAllBytes()));
    MediaHost.json(exchange, 200, Map.of("id", "uploaded-" + bodies.size()));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A file whose bytes are here.
  private UUID kept(byte[] file) throws IOException {
    UUID id = media.noor.ids.next();
    Arrival.Landed landed =
        (Arrival.Landed)
            new Arrivals(media.store, Ids.timeOrdered())
                .receive(
                    id,
                    MediaKind.DOCUMENT,
                    new Arrivals.Announced("application/pdf", null, null),
                    new ByteArrayInputStream(file));
    media.noor.in(transaction -> {
      media.files.expect(
          transaction, media.noor.restaurantId, id, MediaKind.DOCUMENT, "application/pdf", null);
      return media.files.arrived(transaction, media.noor.restaurantId, id, landed);
    });
    return id;
  }
}
