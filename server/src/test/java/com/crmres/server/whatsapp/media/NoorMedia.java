package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.http.Hosts;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.FolderStore;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.whatsapp.MediaReference;
import com.crmres.server.whatsapp.graph.GraphApi;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor with a host of files, and a fetcher that works when the test says so.
final class NoorMedia implements AutoCloseable {

  static final String TOKEN = "token-of-" + NoorHouse.NUMBER;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final NoorHouse noor = new NoorHouse();
  final MediaHost host;
  final FolderStore store;
  final MediaFiles files = new MediaFiles(noor.clock);
  final GraphApi graph;
  final MediaFetches fetches = new MediaFetches(noor.conversations, files, () -> {});
  private final Arrivals arrivals;
  private int messages;

  NoorMedia(Path folder, MediaHost host) {
    this.host = host;
    this.store = new FolderStore(folder);
    this.arrivals = new Arrivals(store, noor.ids);
    this.graph = new GraphApi(host.url(), "v26.0");
  }

  MediaFetcher fetcher(Duration limit, String... mediaHosts) {
    MediaHosts hosts =
        new MediaHosts(host.url(), List.of(mediaHosts), new Hosts(InetAddress::getAllByName));
    return new MediaFetcher(
        noor.database,
        noor.conversations,
        files,
        new Fetching(graph, new Downloads(hosts, limit), arrivals, NoorMedia::token),
        noor.clock,
        () -> {});
  }

  static String token(String phoneNumberId) {
    return "token-of-" + phoneNumberId;
  }

  /// A customer sends a file.
  ///
  /// @return our id of it
  UUID receive(
      String phone,
      MediaKind kind,
      String declared,
      String whatsAppId,
      @Nullable String hash,
      @Nullable String url) {
    UUID mediaId = noor.ids.next();
    MessageContent content =
        new MessageContent.Media(
            mediaId, kind, declared, null, "../x.bin", null, false, MediaState.FETCHING, null);
    noor.in(transaction -> {
      UUID messageId =
          noor.conversations
              .receive(
                  transaction,
                  noor.restaurantId,
                  new InboundMessage(
                      NoorHouse.NUMBER,
                      new Identifiers(null, phone, null),
                      "Sara",
                      "wamid.media." + messages++,
                      content,
                      InboundMessage.Mentions.NONE,
                      "{}",
                      noor.clock.instant(),
                      true))
              .orElseThrow();
      fetches.wanted(
          transaction,
          noor.restaurantId,
          messageId,
          new MediaReference(whatsAppId, mediaId, declared, hash, url));
      return messageId;
    });
    return mediaId;
  }

  /// Tries what is due, once.
  void fetch(MediaFetcher fetcher) {
    try {
      fetcher.fetch();
      fetcher.drain(PATIENCE);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Tries until nothing waits any more, as if time flew.
  void fetchAll(MediaFetcher fetcher) {
    while (waiting() > 0) {
      makeDue();
      fetch(fetcher);
    }
  }

  void makeDue() {
    noor.system("update whatsapp_media_fetch set next_at = now()");
  }

  long waiting() {
    return noor.database.inSystem(transaction ->
        transaction
            .sql("select count(*) as n from whatsapp_media_fetch")
            .one(row -> row.number("n")));
  }

  /// The file as its message shows it.
  MessageContent.Media shown(UUID mediaId) {
    return noor.in(transaction ->
        transaction
            .sql("select content from message where media_id = :id")
            .with("id", mediaId)
            .one(row -> (MessageContent.Media) row.json("content", MessageContent.class)));
  }

  /// What open screens were told of messages that changed.
  List<MessageContent> changes() {
    return noor.in(transaction ->
        transaction
            .sql("select event from live_event order by id")
            .list(row -> row.json("event", LiveEvent.class))
            .stream()
            .filter(LiveEvent.MessageChanged.class::isInstance)
            .map(event -> ((LiveEvent.MessageChanged) event).message().content())
            .toList());
  }

  @Override
  public void close() {
    noor.close();
    host.close();
  }
}
