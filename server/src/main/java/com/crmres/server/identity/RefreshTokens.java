package com.crmres.server.identity;

import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.identity.RefreshTokenStore.Kept;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Tokens that trade for the next session once each. One that comes again after its time was
/// stolen, or its successor was: then the whole family is void.
public final class RefreshTokens {

  private static final Logger LOG = System.getLogger(RefreshTokens.class.getName());
  private static final Duration IDLE = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(90);

  /// How long a used token still brings the same successor, for a client that lost the answer.
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;
  private final byte[] successorKey;
  private final RefreshTokenStore store = new RefreshTokenStore();

  public RefreshTokens(Ids ids, Clock clock, Secrets secrets, TokenKey key) {
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
    this.successorKey = key.derived("successors of refresh tokens");
  }

  /// The next token of somebody.
  record Rotated(String token, UUID restaurantId, UUID staffId) {

    @Override
    public String toString() {
      return "Rotated[staffId=%s, ***]".formatted(staffId);
    }
  }

  /// Starts a family.
  String start(Transaction transaction, UUID restaurantId, UUID staffId) {
    Instant now = clock.instant();
    String token = secrets.token();
    store.removeExpired(transaction, restaurantId, staffId, now);
    store.insert(
        transaction,
        new Kept(restaurantId, hash(token), ids.next(), staffId, now, now.plus(IDLE), null, null));
    return token;
  }

  /// Trades a token for its successor; empty if it is not good any more.
  Optional<Rotated> rotate(Transaction transaction, String token) {
    Instant now = clock.instant();
    Optional<Kept> found = store.hold(transaction, hash(token)).filter(kept -> kept.isGood(now));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Kept kept = found.get();
    String successor = successor(token);
    Instant usedAt = kept.usedAt();
    if (usedAt == null) {
      store.markUsed(transaction, kept, now);
      store.insert(transaction, next(kept, successor, now));
    } else if (!isLostAnswer(transaction, usedAt, successor, now)) {
      store.revokeFamily(transaction, kept, now);
      LOG.log(
          Level.WARNING,
          "a used refresh token of staff {0} came again; its family is revoked",
          kept.staffId());
      return Optional.empty();
    }
    return Optional.of(new Rotated(successor, kept.restaurantId(), kept.staffId()));
  }

  /// Makes the family of a token void; a token nobody knows changes nothing.
  void revoke(Transaction transaction, String token) {
    store
        .hold(transaction, hash(token))
        .ifPresent(kept -> store.revokeFamily(transaction, kept, clock.instant()));
  }

  private boolean isLostAnswer(
      Transaction transaction, Instant usedAt, String successor, Instant now) {
    return now.isBefore(usedAt.plus(GRACE))
        && store
            .hold(transaction, hash(successor))
            .filter(next -> next.usedAt() == null)
            .isPresent();
  }

  private static Kept next(Kept before, String successor, Instant now) {
    Instant idleEnd = now.plus(IDLE);
    Instant lastEnd = before.familyStartedAt().plus(LONGEST);
    return new Kept(
        before.restaurantId(),
        hash(successor),
        before.familyId(),
        before.staffId(),
        before.familyStartedAt(),
        idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd,
        null,
        null);
  }

  /// Derived with our key from the token itself, so that the same one can be given again although
  /// neither is kept anywhere.
  private String successor(String token) {
    return Secrets.text(TokenKey.mac(successorKey, token));
  }

  private static String hash(String token) {
    return Secrets.text(Secrets.sha256(token.getBytes(StandardCharsets.UTF_8)));
  }
}
