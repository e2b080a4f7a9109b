package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.server.customer.Consents;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is remembered of customers, for how long; an allergy only with the customer's yes, which is
/// kept beside every other consent.
public final class Preferences {

  static final int LONGEST = 120;
  private static final int MOST = 30;
  private static final Duration HABITS = Duration.ofDays(180);
  private static final Duration BODY = Duration.ofDays(365);

  private final Consents consents;
  private final Clock clock;
  private final Ids ids;
  private final PreferenceStore store = new PreferenceStore();

  public Preferences(Consents consents, Clock clock, Ids ids) {
    this.consents = consents;
    this.clock = clock;
    this.ids = ids;
  }

  /// What has not expired, the newest first.
  List<Preference> of(Transaction transaction, UUID restaurantId, UUID customerId) {
    return store.of(transaction, restaurantId, customerId, clock.instant());
  }

  /// What the customer must not eat, in his words, for whoever cooks for him.
  public List<String> allergies(Transaction transaction, UUID restaurantId, UUID customerId) {
    return of(transaction, restaurantId, customerId).stream()
        .filter(preference -> preference.kind() == PreferenceKind.ALLERGY)
        .map(Preference::value)
        .toList();
  }

  /// The customer said so in a message. An allergy is not kept here: it needs his yes.
  void said(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      PreferenceKind kind,
      String value,
      UUID messageId) {
    if (kind != PreferenceKind.ALLERGY) {
      UUID customerId = store.customerOf(transaction, restaurantId, conversationId);
      keep(transaction, restaurantId, customerId, kind, value, messageId, null);
    }
  }

  /// After people have seen to an allergy, the customer may be asked whether we may remember it.
  void mayAsk(Transaction transaction, UUID restaurantId, UUID conversationId, UUID messageId) {
    store.mayAsk(transaction, restaurantId, conversationId, messageId, clock.instant());
  }

  /// The message of whose allergy to ask; it is asked once.
  Optional<UUID> toAsk(Transaction transaction, UUID restaurantId, UUID conversationId) {
    Optional<UUID> message = store.mayAsk(transaction, restaurantId, conversationId);
    message.ifPresent(
        _ -> store.mayAsk(transaction, restaurantId, conversationId, null, clock.instant()));
    return message;
  }

  /// The customer answered our question; yes and no are kept, the allergy after a yes only.
  ///
  /// @return whether it is remembered now
  boolean answered(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID messageId,
      boolean agreed) {
    UUID customerId = store.customerOf(transaction, restaurantId, conversationId);
    Optional<String> written =
        store
            .written(transaction, restaurantId, conversationId, messageId)
            .map(content -> content.preview().strip())
            .filter(words -> !words.isEmpty());
    if (written.isEmpty()) {
      return false;
    }
    consents.allergy(transaction, restaurantId, customerId, agreed, Consents.Source.BUTTON);
    written
        .filter(_ -> agreed)
        .ifPresent(words ->
            keep(
                transaction,
                restaurantId,
                customerId,
                PreferenceKind.ALLERGY,
                words,
                messageId,
                null));
    return agreed;
  }

  /// Somebody of ours writes it down; an allergy after the customer has agreed to it.
  Preference written(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      PreferenceKind kind,
      String value,
      UUID staffId) {
    if (kind == PreferenceKind.ALLERGY) {
      consents.allergy(transaction, restaurantId, customerId, true, Consents.Source.STAFF);
    }
    UUID id = keep(transaction, restaurantId, customerId, kind, value, null, staffId);
    return of(transaction, restaurantId, customerId).stream()
        .filter(preference -> preference.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Forgets it; to forget an allergy takes the consent back.
  ///
  /// @return false if there is no such preference
  boolean forget(Transaction transaction, UUID restaurantId, UUID customerId, UUID id) {
    Optional<PreferenceKind> kind = store.forget(transaction, restaurantId, customerId, id);
    kind.filter(found -> found == PreferenceKind.ALLERGY)
        .ifPresent(_ ->
            consents.allergy(transaction, restaurantId, customerId, false, Consents.Source.STAFF));
    return kind.isPresent();
  }

  private UUID keep(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      PreferenceKind kind,
      String value,
      @Nullable UUID messageId,
      @Nullable UUID staffId) {
    Instant now = clock.instant();
    String words = BriefLines.shortened(value, LONGEST);
    UUID id =
        store.keep(
            transaction,
            restaurantId,
            new PreferenceStore.Note(
                ids.next(),
                customerId,
                kind,
                words,
                same(words),
                messageId,
                staffId,
                now,
                now.plus(kept(kind))));
    store.keepAtMost(transaction, restaurantId, customerId, MOST);
    return id;
  }

  private static Duration kept(PreferenceKind kind) {
    return switch (kind) {
      case LIKES, DISLIKES, BRANCH, FULFILMENT -> HABITS;
      case DIET, ALLERGY -> BODY;
    };
  }

  /// "البصل", "بصل" and "للبصل" are one thing.
  static String same(String value) {
    String words =
        Word.of(value).stream().map(word -> bare(word.text())).collect(Collectors.joining(" "));
    return words.isEmpty() ? value : words;
  }

  static String bare(String word) {
    return Stem.of(word).stream()
        .filter(stem -> stem.definite() && !stem.joined())
        .findFirst()
        .map(Stem::text)
        .orElse(word);
  }
}
