package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Ids;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.NoorIntake;
import com.crmres.server.whatsapp.webhook.Sample;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Behaviour 11: three pictures of a new customer at once.
class AlbumTest {

  private final NoorIntake noor = new NoorIntake();

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// Behaviour 11.
  @Test
  void anAlbumInOneDeliveryIsOneCustomerOneConversationAndThreeFiles() throws Exception {
    noor.deliver(Sample.file("batch-album-three-images-one-user.json"));

    workOnTwoNodes();

    expectOneCustomerWithThreeFiles();
  }

  /// Behaviour 11.
  @Test
  void anAlbumInThreeDeliveriesIsOneCustomerOneConversationAndThreeFiles() throws Exception {
    List<Thread> posts = new ArrayList<>();
    for (byte[] delivery : apart(Sample.file("batch-album-three-images-one-user.json"))) {
      posts.add(Thread.ofVirtual().start(() -> deliver(delivery)));
    }
    for (Thread post : posts) {
      post.join();
    }

    workOnTwoNodes();

    expectOneCustomerWithThreeFiles();
  }

  /// Behaviour 11.
  @Test
  void anAlbumDeliveredTwiceIsFetchedOnce() throws Exception {
    noor.deliver(Sample.file("batch-album-three-images-one-user.json"));
    workOnTwoNodes();
    noor.deliver(Sample.file("batch-album-three-images-one-user.json"));

    workOnTwoNodes();

    expectOneCustomerWithThreeFiles();
  }

  private void expectOneCustomerWithThreeFiles() {
    assertThat(noor.count("customer")).isEqualTo(1);
    assertThat(noor.count("conversation")).isEqualTo(1);
    assertThat(noor.count("message")).isEqualTo(3);
    assertThat(noor.count("media_file")).isEqualTo(3);
    assertThat(noor.count("whatsapp_media_fetch")).isEqualTo(3);
    assertThat(noor.setAside()).isEmpty();
    assertThat(contents()).allMatch(MessageContent.Media.class::isInstance);
  }

  private List<MessageContent> contents() {
    return noor.database.inRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql("select content from message")
                .list(row -> row.json("content", MessageContent.class)));
  }

  private void workOnTwoNodes() throws InterruptedException {
    Thread other = Thread.ofVirtual().start(() -> work("other"));
    work("one");
    other.join();
    work("one");
    assertThat(noor.waitingUnits()).isZero();
  }

  private void work(String node) {
    MediaFetches fetches =
        new MediaFetches(noor.conversations, new MediaFiles(Clock.systemUTC()), () -> {});
    UnitWorker worker =
        new UnitWorker(
            noor.database,
            noor.inbox,
            node,
            noor.numbers,
            noor.conversations,
            noor.changes,
            noor.reports(),
            List.of(),
            List.of(),
            fetches,
            Ids.timeOrdered(),
            new MarketingWishes(noor.conversations, noor.customers, noor.consents, noor.notices));
    boolean more = true;
    while (more) {
      more = noor.splitter.split();
      more |= worker.work();
    }
  }

  private void deliver(byte[] delivery) {
    try {
      noor.deliver(delivery);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The same messages, a delivery for each.
  private static List<byte[]> apart(byte[] batch) throws IOException {
    List<byte[]> deliveries = new ArrayList<>();
    JsonNode all = Json.MAPPER.readTree(batch);
    for (JsonNode entry : all.path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        for (JsonNode message : change.path("value").path("messages")) {
          ObjectNode value = change.path("value").deepCopy();
          ArrayNode one = value.putArray("messages");
          one.add(message);
          deliveries.add(Sample.delivery(List.of(value)));
        }
      }
    }
    assertThat(deliveries).hasSize(3);
    assertThat(new String(deliveries.getFirst(), StandardCharsets.UTF_8)).contains("image");
    return deliveries;
  }
}
