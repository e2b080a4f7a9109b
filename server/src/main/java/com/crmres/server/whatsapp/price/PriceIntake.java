package com.crmres.server.whatsapp.price;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.MessageReport;
import com.crmres.server.whatsapp.ReportHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Keeps what a message is billed as, and counts it once: when it is both delivered and priced, in
/// whatever order WhatsApp tells (whatsapp-cloud-api.md 3).
public final class PriceIntake implements ReportHandler {

  /// Read implies delivered, which may never be told.
  private static final Set<String> DELIVERED = Set.of("delivered", "read", "played");

  private static final String FREE_ENTRY = "referral_conversion";

  private final Conversations conversations;
  private final PriceStore store = new PriceStore();

  public PriceIntake(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void handle(Transaction transaction, UUID restaurantId, MessageReport report) {
    boolean delivered = DELIVERED.contains(report.word());
    if (delivered || report.pricing().isObject()) {
      store.keep(transaction, restaurantId, report, delivered);
      // Screens are told only if the sum they show has changed.
      store
          .estimate(transaction, restaurantId, report.messageId())
          .ifPresent(id -> conversations.channelNews().costChanged(transaction, restaurantId, id));
    }
    openFreeEntry(transaction, restaurantId, report);
  }

  /// For 72 hours after an advertisement nothing is billed; the end is told with `sent` only.
  private void openFreeEntry(Transaction transaction, UUID restaurantId, MessageReport report) {
    JsonNode conversation = report.conversation();
    long until = conversation.path("expiration_timestamp").asLong(0);
    if (until > 0 && conversation.path("origin").path("type").asText("").equals(FREE_ENTRY)) {
      store
          .conversationOf(transaction, restaurantId, report.messageId())
          .ifPresent(id ->
              conversations
                  .channelNews()
                  .isFreeUntil(transaction, restaurantId, id, Instant.ofEpochSecond(until)));
    }
  }
}
