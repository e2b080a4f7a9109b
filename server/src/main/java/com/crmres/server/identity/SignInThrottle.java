package com.crmres.server.identity;

import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Slows down whoever guesses passwords, by account and by address: the first tries are free, then
/// each failure doubles the wait. Never a lock for good, or anybody could lock a branch out.
public final class SignInThrottle {

  private static final int FREE_TRIES_OF_ACCOUNT = 5;

  /// A branch shares one address: one forgotten password must not stop the others.
  private static final int FREE_TRIES_OF_ADDRESS = 20;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 10;
  private static final int KEPT = 20_000;

  private final Clock clock;
  private final Map<String, Tries> tries = new Bounded();

  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /// Lets a try through and counts it as failed until [#succeeded] takes it back, so that many at
  /// once count as many.
  ///
  /// @throws ApiException if it is too early for another one
  synchronized void admit(String account, String address) {
    Instant now = clock.instant();
    Instant free = later(freeAgain(accountKey(account)), freeAgain(addressKey(address)));
    if (now.isBefore(free)) {
      long seconds = Duration.between(now, free).plusMillis(999).toSeconds();
      throw ApiException.withRetryAfter(ErrorCode.TOO_MANY_ATTEMPTS, seconds);
    }
    count(accountKey(account), FREE_TRIES_OF_ACCOUNT, now);
    count(addressKey(address), FREE_TRIES_OF_ADDRESS, now);
  }

  /// Forgets the account's failures; of the address only this try, since an attacker may own an
  /// account as well.
  synchronized void succeeded(String account, String address) {
    tries.remove(accountKey(account));
    tries.computeIfPresent(addressKey(address), (_, before) -> before.oneLess());
  }

  private Instant freeAgain(String key) {
    Tries before = tries.get(key);
    return before == null ? Instant.MIN : before.freeAgain();
  }

  private void count(String key, int freeTries, Instant now) {
    Tries before = tries.get(key);
    int count = before == null || before.isForgotten(now) ? 1 : before.count() + 1;
    tries.put(key, new Tries(count, now.plus(waitAfter(count - freeTries))));
  }

  /// 1 s, 2 s, 4 s, … 15 min.
  private static Duration waitAfter(int failuresOverFree) {
    if (failuresOverFree < 0) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failuresOverFree, DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static String accountKey(String account) {
    return "account " + account;
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  private record Tries(int count, Instant freeAgain) {

    boolean isForgotten(Instant now) {
      return now.isAfter(freeAgain.plus(LONGEST_WAIT));
    }

    @Nullable Tries oneLess() {
      return count <= 1 ? null : new Tries(count - 1, freeAgain);
    }
  }

  /// Forgets the key not seen for longest, so that invented e-mails cannot fill the memory.
  private static final class Bounded extends LinkedHashMap<String, Tries> {

    Bounded() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
      return size() > KEPT;
    }
  }
}
