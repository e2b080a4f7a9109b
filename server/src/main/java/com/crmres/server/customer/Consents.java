package com.crmres.server.customer;

import com.crmres.common.wire.WireName;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What customers agreed to, and how we know: every yes and no to advertising, and to an allergy
/// being remembered, is kept; the newest counts.
public final class Consents {

  private final ConsentStore store = new ConsentStore();
  private final Clock clock;
  private final Ids ids;

  public Consents(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// How a wish reached us.
  public enum Source implements WireName {
    /// The customer used WhatsApp's own switch.
    WHATSAPP,
    /// He wrote a word that means nothing else.
    WORD,
    /// WhatsApp refused an advertisement because of his wish (131050).
    REFUSAL,
    STAFF,
    /// He tapped a button under our question, or said yes to it.
    BUTTON
  }

  /// What a customer agrees to.
  public enum Purpose implements WireName {
    MARKETING,
    ALLERGY
  }

  /// Whether the customer may be sent advertising, by any branch. What serves his orders, and
  /// answers to him, may always be sent.
  public boolean mayReceiveMarketing(Transaction transaction, UUID restaurantId, UUID customerId) {
    return !store.isStopped(transaction, restaurantId, customerId);
  }

  /// The customer wants no advertising. An older wish than the one that counts changes nothing.
  ///
  /// @param at when he said so
  /// @return whether that changed anything
  public boolean stop(
      Transaction transaction, UUID restaurantId, UUID customerId, Source source, Instant at) {
    return note(transaction, restaurantId, customerId, false, source, at);
  }

  /// The customer wants advertising again.
  ///
  /// @return whether that changed anything
  public boolean resume(
      Transaction transaction, UUID restaurantId, UUID customerId, Source source, Instant at) {
    return note(transaction, restaurantId, customerId, true, source, at);
  }

  /// The customer said yes or no to our remembering an allergy of his, or took his yes back.
  public void allergy(
      Transaction transaction, UUID restaurantId, UUID customerId, boolean agreed, Source source) {
    Instant now = clock.instant();
    store.add(
        transaction,
        restaurantId,
        ids.next(),
        customerId,
        Purpose.ALLERGY,
        agreed,
        source,
        now,
        now);
  }

  /// WhatsApp refused this message of ours because its reader has stopped advertising (131050).
  ///
  /// @return the reader if that changed anything
  public Optional<UUID> refused(Transaction transaction, UUID restaurantId, UUID messageId) {
    return store
        .readerOf(transaction, restaurantId, messageId)
        .filter(customerId ->
            stop(transaction, restaurantId, customerId, Source.REFUSAL, clock.instant()));
  }

  private boolean note(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      boolean agreed,
      Source source,
      Instant at) {
    boolean stopped = store.isStopped(transaction, restaurantId, customerId);
    store.add(
        transaction,
        restaurantId,
        ids.next(),
        customerId,
        Purpose.MARKETING,
        agreed,
        source,
        at,
        clock.instant());
    store.followNewest(transaction, restaurantId, customerId);
    return store.isStopped(transaction, restaurantId, customerId) != stopped;
  }
}
