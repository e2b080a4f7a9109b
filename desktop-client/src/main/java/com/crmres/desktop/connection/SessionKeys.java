package com.crmres.desktop.connection;

import com.crmres.common.identity.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps the session's keys fresh. A refresh token works once, so only one caller at a time renews.
final class SessionKeys {

  /// Renewed this long before the end, so that a request under way does not meet it.
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Clock clock;
  private final UnaryOperator<Session> renewal;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Session session;

  SessionKeys(Clock clock, UnaryOperator<Session> renewal) {
    this.clock = clock;
    this.renewal = renewal;
  }

  void keep(Session fresh) {
    session = fresh;
  }

  void forget() {
    session = null;
  }

  /// A token that works for at least a moment longer.
  String token() {
    Session present = present();
    if (clock.instant().isBefore(present.accessTokenExpiresAt().minus(MARGIN))) {
      return present.accessToken();
    }
    return renewed(present.accessToken());
  }

  /// Asks with a token. It may be refused although it looked fresh (clocks differ, keys rotate):
  /// renewed once.
  <T> T with(Function<String, T> question) {
    String token = token();
    try {
      return question.apply(token);
    } catch (ServerFailure failure) {
      if (!failure.code().equals("NOT_SIGNED_IN")) {
        throw failure;
      }
      return question.apply(renewed(token));
    }
  }

  /// Renews unless somebody else has done so since `refused` was handed out.
  String renewed(String refused) {
    lock.lock();
    try {
      Session present = present();
      if (present.accessToken().equals(refused)) {
        present = renewal.apply(present);
        session = present;
      }
      return present.accessToken();
    } finally {
      lock.unlock();
    }
  }

  /// The token that signing out must take back; absent when signed out already.
  @Nullable String refreshToken() {
    Session present = session;
    return present == null ? null : present.refreshToken();
  }

  private Session present() {
    Session present = session;
    if (present == null) {
      throw new ServerFailure(ServerFailure.Kind.SIGNED_OUT, "NOT_SIGNED_IN", "");
    }
    return present;
  }
}
