package com.crmres.server.customer;

import com.crmres.common.conversation.Language;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customers of a restaurant: recognised by whatever identifier WhatsApp gives.
public final class Customers {

  /// How many characters of a user id stand for a name where there is none.
  private static final int LABEL_LENGTH = 6;

  private final CustomerStore store;
  private final Clock clock;
  private final Ids ids;

  public Customers(Clock clock, Ids ids) {
    this.store = new CustomerStore();
    this.clock = clock;
    this.ids = ids;
  }

  /// The customer known by one of the identifiers, or a new one; identifiers not known yet are
  /// added.
  ///
  /// Two transactions that meet the same new person at once: one fails as a duplicate and is
  /// repeated.
  public UUID recognise(Transaction transaction, UUID restaurantId, Identifiers identifiers) {
    UUID customerId =
        known(transaction, restaurantId, identifiers)
            .orElseGet(() -> create(transaction, restaurantId));
    identifiers
        .keys()
        .forEach((kind, value) ->
            store.addIdentifier(
                transaction, restaurantId, customerId, kind, value, clock.instant()));
    if (identifiers.username() != null) {
      store.showUsername(
          transaction, restaurantId, customerId, identifiers.username(), clock.instant());
    }
    return customerId;
  }

  /// The name a customer gave himself; none leaves the one he had.
  public void isNamed(
      Transaction transaction, UUID restaurantId, UUID customerId, @Nullable String profileName) {
    if (profileName != null && !profileName.isBlank()) {
      store.rename(transaction, restaurantId, customerId, profileName.strip());
    }
  }

  /// The customer as screens show him.
  public CustomerSummary summary(Transaction transaction, UUID restaurantId, UUID customerId) {
    return store.summary(transaction, restaurantId, customerId);
  }

  /// How to reach a customer: phone or user id.
  public Address address(Transaction transaction, UUID restaurantId, UUID customerId) {
    return store.address(transaction, restaurantId, customerId);
  }

  /// The language a customer has been speaking; empty before the first turn.
  public Optional<Language> language(Transaction transaction, UUID restaurantId, UUID customerId) {
    return store.language(transaction, restaurantId, customerId);
  }

  /// Remembers the language a customer speaks.
  public void speaks(
      Transaction transaction, UUID restaurantId, UUID customerId, Language language) {
    store.speaks(transaction, restaurantId, customerId, language);
  }

  /// Reads a customer from a row with the columns `customer_id`, `customer_name`, `customer_phone`
  /// and `customer_user_id`, as the list queries of other packages select them.
  public static CustomerSummary summary(Row row) {
    String phone = row.textOrNull("customer_phone");
    return new CustomerSummary(
        row.uuid("customer_id"),
        label(row.textOrNull("customer_name"), phone, row.textOrNull("customer_user_id")),
        phone);
  }

  /// Where messages to a customer go; the phone wins where both are known.
  public record Address(@Nullable String phone, @Nullable String userId) {}

  private Optional<UUID> known(
      Transaction transaction, UUID restaurantId, Identifiers identifiers) {
    return identifiers.keys().entrySet().stream()
        .map(key -> store.find(transaction, restaurantId, key.getKey(), key.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private UUID create(Transaction transaction, UUID restaurantId) {
    UUID id = ids.next();
    store.create(transaction, restaurantId, id, clock.instant());
    return id;
  }

  private static String label(
      @Nullable String name, @Nullable String phone, @Nullable String userId) {
    if (name != null) {
      return name;
    }
    if (phone != null) {
      return "+" + phone;
    }
    return userId == null
        ? ""
        : "…" + userId.substring(Math.max(0, userId.length() - LABEL_LENGTH));
  }
}
