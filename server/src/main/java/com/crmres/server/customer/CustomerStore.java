package com.crmres.server.customer;

import com.crmres.common.conversation.Language;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The SQL of customers and their identifiers.
final class CustomerStore {

  Optional<UUID> find(Transaction transaction, UUID restaurantId, String kind, String value) {
    return transaction
        .sql(
            """
            select customer_id from customer_identifier
             where restaurant_id = :restaurant and kind = :kind and value = :value and until is null
            """)
        .with("restaurant", restaurantId)
        .with("kind", kind)
        .with("value", value)
        .first(row -> row.uuid("customer_id"));
  }

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

  /// An identifier that another customer holds stays with him: people decide about merging.
  void addIdentifier(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      String kind,
      String value,
      Instant now) {
    if (find(transaction, restaurantId, kind, value).isPresent()) {
      return;
    }
    transaction
        .sql(
            """
            insert into customer_identifier (restaurant_id, kind, value, customer_id, since)
            values (:restaurant, :kind, :value, :customer, :now)
            """)
        .with("restaurant", restaurantId)
        .with("kind", kind)
        .with("value", value)
        .with("customer", customerId)
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
    addIdentifier(transaction, restaurantId, customerId, "username", username, now);
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
