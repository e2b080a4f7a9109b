package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.Sender;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of threads: where the next word stands, and what it changes.
final class ConversationStore {

  /// Our number and the place of the next message.
  record Next(long sequence, String phoneNumberId) {}

  /// What a conversation is held over, and until when freely.
  record Line(String phoneNumberId, @Nullable Instant windowUntil) {}

  Line line(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select phone_number_id, window_until from conversation
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .one(row -> new Line(row.text("phone_number_id"), row.instantOrNull("window_until")));
  }

  /// The place of a message that cannot go out.
  long keptPlace(Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    return weSpeak(transaction, restaurantId, conversationId, Sender.SYSTEM, now).sequence();
  }

  /// The channel says that the window is closed, whatever our clock says; unless the customer has
  /// written since.
  ///
  /// @param messageId of ours, which it refused
  /// @return the conversation; empty if nothing has changed
  Optional<UUID> closeWindow(
      Transaction transaction, UUID restaurantId, UUID messageId, Instant at) {
    return transaction
        .sql(
            """
            update conversation c set window_until = :at, version = version + 1
              from message m
             where m.restaurant_id = :restaurant and m.id = :message
               and c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
               and c.window_until > :at
               and not exists (
                 select 1 from message n
                  where n.restaurant_id = m.restaurant_id and n.conversation_id = m.conversation_id
                    and n.sender = 'customer' and n.sequence > m.sequence)
            returning c.id
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("at", at)
        .first(row -> row.uuid("id"));
  }

  /// Finds or makes the thread, and holds its lock until the transaction ends.
  UUID open(
      Transaction transaction,
      UUID restaurantId,
      UUID newId,
      UUID customerId,
      String phoneNumberId,
      Instant now) {
    transaction
        .sql(
            """
            insert into conversation
              (restaurant_id, id, customer_id, phone_number_id, last_message_at, created_at)
            values (:restaurant, :id, :customer, :number, :now, :now)
            on conflict (restaurant_id, customer_id, phone_number_id) do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", newId)
        .with("customer", customerId)
        .with("number", phoneNumberId)
        .with("now", now)
        .update();
    return transaction
        .sql(
            """
            select id from conversation
             where restaurant_id = :restaurant and customer_id = :customer and phone_number_id = :number
               for update
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("number", phoneNumberId)
        .one(row -> row.uuid("id"));
  }

  /// A customer's message takes its place; a closed conversation opens again for the assistant.
  ///
  /// @param toUs whether he wrote to us and to no other program
  /// @return the message's sequence
  long customerWrote(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Instant at,
      Instant windowUntil,
      boolean wantsAnswer,
      boolean toUs) {
    return transaction
        .sql(
            """
            update conversation
               set last_sequence = last_sequence + 1,
                   last_message_at = greatest(last_message_at, :at),
                   window_until = greatest(window_until, :until),
                   heard_at = case when cast(:to_us as boolean) then greatest(heard_at, :at)
                                   else heard_at end,
                   unread = unread + 1,
                   snoozed_until = null,
                   answerer = case when status in ('resolved', 'abandoned') then 'assistant' else answerer end,
                   assignee_id = case when status in ('resolved', 'abandoned') then null else assignee_id end,
                   assignee_name = case when status in ('resolved', 'abandoned') then null else assignee_name end,
                   reason = case when status in ('resolved', 'abandoned') then null else reason end,
                   waiting_since = case when answerer = 'staff' and status not in ('resolved', 'abandoned')
                                             and cast(:wants as boolean)
                                        then coalesce(waiting_since, :at) else waiting_since end,
                   status = case when status in ('resolved', 'abandoned') then 'active' else status end,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            returning last_sequence
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("at", at)
        .with("until", windowUntil)
        .with("wants", wantsAnswer)
        .with("to_us", toUs)
        .one(row -> row.number("last_sequence"));
  }

  /// Whether the customer has written to us since a moment, so that the thread is ours again.
  boolean isOursSince(Transaction transaction, UUID restaurantId, UUID conversationId, Instant at) {
    return transaction
        .sql(
            """
            select coalesce(heard_at > :at, false) as ours from conversation
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("at", at)
        .one(row -> row.flag("ours"));
  }

  /// Something that WhatsApp says takes its place: nobody's word, so no window, no wait.
  long noted(Transaction transaction, UUID restaurantId, UUID conversationId, Instant at) {
    return transaction
        .sql(
            """
            update conversation
               set last_sequence = last_sequence + 1,
                   last_message_at = greatest(last_message_at, :at), version = version + 1
             where restaurant_id = :restaurant and id = :id
            returning last_sequence
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("at", at)
        .one(row -> row.number("last_sequence"));
  }

  /// Somebody of ours answered with another program; a person who does so has taken over.
  long answeredElsewhere(
      Transaction transaction, UUID restaurantId, UUID conversationId, boolean person, Instant at) {
    return transaction
        .sql(
            """
            update conversation
               set last_sequence = last_sequence + 1,
                   last_message_at = greatest(last_message_at, :at),
                   unread = case when heard_at > :at then unread else 0 end,
                   waiting_since = case when heard_at > :at then coalesce(waiting_since, heard_at) end,
                   answerer = case when cast(:person as boolean) then 'staff' else answerer end,
                   status = case when cast(:person as boolean) then 'active' else status end,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            returning last_sequence
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("person", person)
        .with("at", at)
        .one(row -> row.number("last_sequence"));
  }

  /// The customer's thread on one of our numbers.
  Optional<UUID> thread(
      Transaction transaction, UUID restaurantId, UUID customerId, String phoneNumberId) {
    return transaction
        .sql(
            """
            select id from conversation
             where restaurant_id = :restaurant and customer_id = :customer and phone_number_id = :number
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("number", phoneNumberId)
        .first(row -> row.uuid("id"));
  }

  /// Whether the thread became part of another.
  boolean isJoined(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select joined_into is not null as joined from conversation
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .one(row -> row.flag("joined"));
  }

  /// A place among what was said, for what is no message.
  long nextPlace(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            update conversation set last_sequence = last_sequence + 1, version = version + 1
             where restaurant_id = :restaurant and id = :id
            returning last_sequence
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .one(row -> row.number("last_sequence"));
  }

  /// The last place that is taken.
  long lastPlace(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            "select last_sequence from conversation where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .one(row -> row.number("last_sequence"));
  }

  /// The customer came from an advertisement.
  void cameFromAdvertisement(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant at) {
    transaction
        .sql(
            """
            update conversation set referred_at = greatest(referred_at, :at)
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("at", at)
        .update();
  }

  /// A message of ours takes its place; an answer ends the customer's wait, a notice does not.
  /// Whoever came from an advertisement and is answered within a day costs nothing for three
  /// (whatsapp-cloud-api.md 2.2).
  Next weSpeak(
      Transaction transaction, UUID restaurantId, UUID conversationId, Sender sender, Instant now) {
    return transaction
        .sql(
            """
            update conversation
               set last_sequence = last_sequence + 1,
                   last_message_at = greatest(last_message_at, :now),
                   standby = false,
                   unread = case when :sender = 'system' then unread else 0 end,
                   waiting_since = case when :sender = 'system' then waiting_since end,
                   free_until = case when referred_at >= cast(:now as timestamptz) - interval '24 hours'
                                     then greatest(free_until, cast(:now as timestamptz) + interval '72 hours')
                                     else free_until end,
                   referred_at = null,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            returning last_sequence, phone_number_id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("sender", sender)
        .with("now", now)
        .one(row -> new Next(row.number("last_sequence"), row.text("phone_number_id")));
  }

  boolean isAbout(
      Transaction transaction, UUID restaurantId, UUID conversationId, ConversationType type) {
    return transaction
            .sql(
                """
                update conversation set type = :type, version = version + 1
                 where restaurant_id = :restaurant and id = :id and type <> :type
                """)
            .with("restaurant", restaurantId)
            .with("id", conversationId)
            .with("type", type)
            .update()
        > 0;
  }

  void costChanged(Transaction transaction, UUID restaurantId, UUID conversationId) {
    transaction
        .sql(
            """
            update conversation set version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .update();
  }

  boolean isFreeUntil(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant until) {
    return transaction
            .sql(
                """
                update conversation set free_until = :until, version = version + 1
                 where restaurant_id = :restaurant and id = :id
                   and (free_until is null or free_until < :until)
                """)
            .with("restaurant", restaurantId)
            .with("id", conversationId)
            .with("until", until)
            .update()
        > 0;
  }
}
