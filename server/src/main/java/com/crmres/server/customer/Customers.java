package com.crmres.server.customer;

import com.crmres.common.conversation.Language;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.customer.PhoneNumber;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customers of a restaurant: recognised by whatever identifier WhatsApp gives.
public final class Customers {

  /// How many characters of a user id stand for a name where there is none.
  private static final int LABEL_LENGTH = 6;

  private static final ResourceBundle LABELS =
      ResourceBundle.getBundle("customer.labels", Locale.ROOT);

  private final CustomerStore store;
  private final Identities identities;
  private final Clock clock;
  private final Ids ids;

  public Customers(Clock clock, Ids ids) {
    this.store = new CustomerStore();
    this.identities = new Identities(clock, ids);
    this.clock = clock;
    this.ids = ids;
  }

  /// The customer known by one of the identifiers, or a new one; identifiers not known yet are
  /// added.
  ///
  /// Two transactions that meet the same new person at once: one fails as a duplicate and is
  /// repeated.
  ///
  /// @param at when he was called that; a late message means who had the phone then
  public UUID recognise(
      Transaction transaction, UUID restaurantId, Identifiers identifiers, Instant at) {
    UUID customerId =
        find(transaction, restaurantId, identifiers, at)
            .orElseGet(() -> create(transaction, restaurantId));
    identities.has(transaction, restaurantId, customerId, identifiers, at);
    if (identifiers.username() != null) {
      store.showUsername(
          transaction, restaurantId, customerId, identifiers.username(), clock.instant());
    }
    return customerId;
  }

  /// The customer known by one of the identifiers, if there is one.
  public Optional<UUID> find(
      Transaction transaction, UUID restaurantId, Identifiers identifiers, Instant at) {
    return identities.known(transaction, restaurantId, identifiers, at);
  }

  /// A customer whose identifiers changed.
  ///
  /// @param rivals others who hold one of his new identifiers
  public record Changed(UUID customerId, List<UUID> rivals) {
    public Changed {
      rivals = List.copyOf(rivals);
    }
  }

  /// Gives a customer the identifiers that WhatsApp says he has now, and ends the old ones.
  public Changed change(Transaction transaction, UUID restaurantId, IdentityChange change) {
    UUID customerId =
        identities
            .changing(transaction, restaurantId, change)
            .or(() -> find(transaction, restaurantId, change.now(), change.at()))
            .orElseGet(() -> create(transaction, restaurantId));
    identities.endPrevious(transaction, restaurantId, customerId, change);
    return new Changed(
        customerId,
        identities.claim(transaction, restaurantId, customerId, change.now(), change.at()));
  }

  /// The customer shared a phone as his own, and WhatsApp vouches for it.
  ///
  /// @return others who hold it; it stays with them
  public List<UUID> shared(
      Transaction transaction, UUID restaurantId, UUID customerId, PhoneNumber phone, Instant at) {
    return identities.claim(
        transaction, restaurantId, customerId, new Identifiers(null, phone.digits(), null), at);
  }

  /// WhatsApp calls the customer by another number than the one that was dialled: he is known by
  /// either from now on.
  public void alsoCalled(Transaction transaction, UUID restaurantId, UUID customerId, String waId) {
    identities.has(
        transaction, restaurantId, customerId, new Identifiers(null, waId, null), clock.instant());
  }

  /// Asks people whether two customers are one.
  public void propose(
      Transaction transaction, UUID restaurantId, UUID one, UUID other, MergeReason reason) {
    identities.propose(transaction, restaurantId, one, other, reason);
  }

  /// What people are asked, the newest first.
  public List<MergeProposal> proposals(Transaction transaction, UUID restaurantId, int limit) {
    return store.proposals(transaction, restaurantId, limit);
  }

  /// Two customers are not one: people are not asked again.
  ///
  /// @return false if nobody asked
  public boolean dismiss(Transaction transaction, UUID restaurantId, UUID proposalId) {
    return store.dismiss(transaction, restaurantId, proposalId, clock.instant());
  }

  /// Whether nothing is known of a customer from before a moment.
  public boolean isNewSince(
      Transaction transaction, UUID restaurantId, UUID customerId, Instant at) {
    return store.isNewSince(transaction, restaurantId, customerId, at);
  }

  /// Who a customer is since merges: himself, or whom he became part of.
  public UUID survivor(Transaction transaction, UUID restaurantId, UUID customerId) {
    return store.survivor(transaction, restaurantId, customerId);
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
        : LABELS
            .getString("nameless")
            .formatted(userId.substring(Math.max(0, userId.length() - LABEL_LENGTH)));
  }
}
