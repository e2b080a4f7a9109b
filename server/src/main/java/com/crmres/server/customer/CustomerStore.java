package com.crmres.server.customer;

import com.crmres.common.conversation.Language;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of customers and their identifiers.
final class CustomerStore {

  void create(Transaction transaction, UUID restaurantId, UUID id, Instant now) {
    transaction
        .sql(
            """
            insert into customer (restaurant_id, id, created_at) values (:restaurant, :id, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("now", now)
        .update();
  }

  /// A username may wander from person to person: whoever showed it last has it.
  void showUsername(
      Transaction transaction, UUID restaurantId, UUID customerId, String username, Instant now) {
    transaction
        .sql(
            """
            update customer_identifier set until = :now
             where restaurant_id = :restaurant and kind = 'username' and until is null
               and (value = :username) <> (customer_id = :customer)
            """)
        .with("restaurant", restaurantId)
        .with("username", username)
        .with("customer", customerId)
        .with("now", now)
        .update();
    transaction
        .sql(
            """
            insert into customer_identifier (restaurant_id, kind, value, customer_id, since)
            values (:restaurant, 'username', :username, :customer, :now)
            on conflict (restaurant_id, kind, value) where until is null do nothing
            """)
        .with("restaurant", restaurantId)
        .with("username", username)
        .with("customer", customerId)
        .with("now", now)
        .update();
  }

  /// Whether nothing is known of him from before a moment: no message, no order.
  boolean isNewSince(Transaction transaction, UUID restaurantId, UUID customerId, Instant at) {
    return transaction
        .sql(
            """
            select not exists (
                     select 1 from message m
                       join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
                      where c.restaurant_id = :restaurant and c.customer_id = :customer and m.at < :at)
               and not exists (
                     select 1 from orders
                      where restaurant_id = :restaurant and customer_id = :customer and placed_at < :at)
                   as is_new
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("at", at)
        .one(row -> row.flag("is_new"));
  }

  /// Who he is since merges: himself, or whom he became part of.
  UUID survivor(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            with recursive chain as (
              select id, merged_into from customer where restaurant_id = :restaurant and id = :customer
              union all
              select k.id, k.merged_into from customer k join chain on k.id = chain.merged_into
               where k.restaurant_id = :restaurant)
            select id from chain where merged_into is null
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .one(row -> row.uuid("id"));
  }

  List<MergeProposal> proposals(Transaction transaction, UUID restaurantId, int limit) {
    return transaction
        .sql(
            """
            select p.id, p.one_id, p.other_id, p.reason, p.created_at
              from merge_proposal p
              join customer a on a.restaurant_id = p.restaurant_id and a.id = p.one_id
              join customer b on b.restaurant_id = p.restaurant_id and b.id = p.other_id
             where p.restaurant_id = :restaurant and p.dismissed_at is null
               and a.merged_into is null and b.merged_into is null
             order by p.created_at desc, p.id desc
             limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("limit", limit)
        .list(row ->
            new Suspicion(
                row.uuid("id"),
                row.uuid("one_id"),
                row.uuid("other_id"),
                row.named("reason", MergeReason.class),
                row.instant("created_at")))
        .stream()
        .map(suspicion ->
            new MergeProposal(
                suspicion.id(),
                summary(transaction, restaurantId, suspicion.one()),
                summary(transaction, restaurantId, suspicion.other()),
                suspicion.reason(),
                suspicion.at()))
        .toList();
  }

  private record Suspicion(UUID id, UUID one, UUID other, MergeReason reason, Instant at) {}

  boolean dismiss(Transaction transaction, UUID restaurantId, UUID proposalId, Instant now) {
    return transaction
            .sql(
                """
                update merge_proposal set dismissed_at = coalesce(dismissed_at, :now)
                 where restaurant_id = :restaurant and id = :id
                """)
            .with("restaurant", restaurantId)
            .with("id", proposalId)
            .with("now", now)
            .update()
        > 0;
  }

  void rename(Transaction transaction, UUID restaurantId, UUID customerId, String name) {
    transaction
        .sql(
            """
            update customer set name = :name
             where restaurant_id = :restaurant and id = :id and name is distinct from :name
            """)
        .with("restaurant", restaurantId)
        .with("id", customerId)
        .with("name", name)
        .update();
  }

  CustomerSummary summary(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select c.id as customer_id, c.name as customer_name,
                   (select value from customer_identifier i
                     where i.restaurant_id = c.restaurant_id and i.customer_id = c.id
                       and kind = 'phone' and until is null order by since desc limit 1) as customer_phone,
                   (select value from customer_identifier i
                     where i.restaurant_id = c.restaurant_id and i.customer_id = c.id
                       and kind = 'user_id' and until is null order by since desc limit 1) as customer_user_id
              from customer c
             where c.restaurant_id = :restaurant and c.id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", customerId)
        .one(Customers::summary);
  }

  Customers.Address address(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select (select value from customer_identifier
                     where restaurant_id = :restaurant and customer_id = :id
                       and kind = 'phone' and until is null order by since desc limit 1) as phone,
                   (select value from customer_identifier
                     where restaurant_id = :restaurant and customer_id = :id
                       and kind = 'user_id' and until is null order by since desc limit 1) as user_id
            """)
        .with("restaurant", restaurantId)
        .with("id", customerId)
        .one(row -> new Customers.Address(row.textOrNull("phone"), row.textOrNull("user_id")));
  }

  Optional<Language> language(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select language from customer
             where restaurant_id = :restaurant and id = :id and language is not null
            """)
        .with("restaurant", restaurantId)
        .with("id", customerId)
        .first(row -> WireName.parse(Language.class, row.text("language")));
  }

  void speaks(Transaction transaction, UUID restaurantId, UUID customerId, Language language) {
    transaction
        .sql(
            """
            update customer set language = :language
             where restaurant_id = :restaurant and id = :id and language is distinct from :language
            """)
        .with("restaurant", restaurantId)
        .with("id", customerId)
        .with("language", language)
        .update();
  }
}
