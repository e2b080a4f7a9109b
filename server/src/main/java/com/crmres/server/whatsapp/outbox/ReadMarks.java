package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.Transcript;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// Lets customers see on WhatsApp that somebody reads or writes (whatsapp-cloud-api.md 4.3): tried
/// once, and what fails is let go.
public final class ReadMarks implements Presence {

  private static final Logger LOG = System.getLogger(ReadMarks.class.getName());
  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_REMEMBERED = 10_000;

  /// WhatsApp shows for 25 s that somebody writes.
  private static final Duration TYPING_LASTS = Duration.ofSeconds(20);

  private final Database database;
  private final Conversations conversations;
  private final GraphApi graph;
  private final UnaryOperator<String> tokens;
  private final Clock clock;
  private final Semaphore senders = new Semaphore(MOST_AT_ONCE);
  private final Map<UUID, Shown> shown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Shown> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /// What a customer sees: up to where we have read, and until when that we write.
  private record Shown(String wamid, Instant typingUntil) {}

  /// Makes the marks.
  ///
  /// @param tokens the access token of a phone number id
  public ReadMarks(
      Database database,
      Conversations conversations,
      GraphApi graph,
      UnaryOperator<String> tokens,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.graph = graph;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public void read(UUID restaurantId, UUID conversationId) {
    begin(restaurantId, conversationId, false);
  }

  @Override
  public void typing(UUID restaurantId, UUID conversationId) {
    begin(restaurantId, conversationId, true);
  }

  /// Where too many are under way already, one more mark is not worth waiting for.
  private void begin(UUID restaurantId, UUID conversationId, boolean typing) {
    if (senders.tryAcquire()) {
      Thread.ofVirtual()
          .name("presence")
          .start(() -> {
            try {
              show(restaurantId, conversationId, typing);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } catch (DatabaseException e) {
              LOG.log(Level.DEBUG, "no mark: database {0}", e.state());
            } finally {
              senders.release();
            }
          });
    }
  }

  private void show(UUID restaurantId, UUID conversationId, boolean typing)
      throws InterruptedException {
    Optional<Transcript.Heard> heard =
        database.inRestaurant(
            restaurantId,
            transaction ->
                conversations.transcript().lastHeard(transaction, restaurantId, conversationId));
    if (heard.isPresent() && isNews(conversationId, heard.get().wamid(), typing)) {
      send(heard.get(), typing);
    }
  }

  private synchronized boolean isNews(UUID conversationId, String wamid, boolean typing) {
    Instant now = clock.instant();
    Shown before = shown.getOrDefault(conversationId, new Shown("", Instant.MIN));
    boolean isRead = before.wamid().equals(wamid);
    if (typing ? now.isBefore(before.typingUntil()) : isRead) {
      return false;
    }
    Instant typingUntil = typing ? now.plus(TYPING_LASTS) : before.typingUntil();
    shown.remove(conversationId);
    shown.put(conversationId, new Shown(wamid, typingUntil));
    return true;
  }

  private void send(Transcript.Heard heard, boolean typing) throws InterruptedException {
    String number = heard.phoneNumberId();
    JsonNode body = MessageWriter.read(heard.wamid(), typing);
    GraphAnswer answer = graph.post(number + "/messages", body, tokens.apply(number));
    if (answer instanceof GraphAnswer.Refused refused) {
      LOG.log(Level.DEBUG, "no mark: WhatsApp says {0}", Integer.toString(refused.code()));
    }
  }
}
