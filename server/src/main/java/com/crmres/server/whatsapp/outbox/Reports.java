package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.MarketingRests;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What WhatsApp's statuses tell the outbox: it has the message, whatever we believed.
public final class Reports {

  private final OutboxStore store = new OutboxStore();
  private final SendConsequences consequences;
  private final MarketingRests rests;
  private final ChannelMetrics metrics;

  public Reports(SendConsequences consequences, ChannelMetrics metrics) {
    this.consequences = consequences;
    this.rests = new MarketingRests();
    this.metrics = metrics;
  }

  /// A status arrived.
  ///
  /// @param messageId our own id, if it came back; else the message is found by WhatsApp's id
  /// @return the message; empty if it is none of ours, or not known yet
  public Optional<UUID> heardOf(
      Transaction transaction, UUID restaurantId, @Nullable UUID messageId, String wamid) {
    Optional<OutboxStore.Heard> heard = store.heardOf(transaction, restaurantId, messageId, wamid);
    if (heard.isPresent() && heard.get().wasInDoubt()) {
      transaction.afterCommit(() -> metrics.doubt("settled_by_status"));
    }
    if (heard.isPresent() && heard.get().wasHeld()) {
      consequences.arrivedAfterAll(transaction, restaurantId, heard.get().messageId());
    }
    return heard.map(OutboxStore.Heard::messageId);
  }

  /// WhatsApp took a message and could not deliver it: what follows for later ones.
  ///
  /// @param code WhatsApp's error code
  /// @param at when it failed
  public void failed(
      Transaction transaction, UUID restaurantId, UUID messageId, int code, Instant at) {
    transaction.afterCommit(() -> metrics.refused(code));
    Reaction reaction = SendError.reaction(code, false);
    if (reaction == Reaction.MARKETING_REST) {
      rests.begin(transaction, restaurantId, messageId, at);
    }
    reaction.follow(consequences, transaction, restaurantId, messageId, code);
  }
}
