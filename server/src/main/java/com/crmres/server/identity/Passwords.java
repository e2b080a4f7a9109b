package com.crmres.server.identity;

import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes and checks passwords, two at a time: many sign-ins at once must not starve the webhook.
public final class Passwords {

  private static final int AT_ONCE = 2;
  private static final int LONGEST_WAIT_SECONDS = 10;
  private static final int SALT_BYTES = 16;

  private final Secrets secrets;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final String nobodysHash;

  public Passwords(Secrets secrets) {
    this.secrets = secrets;
    this.nobodysHash = hash(secrets.token());
  }

  /// The hash to keep, as a PHC string.
  public String hash(String password) {
    return limited(() ->
        new Argon2Hash(Argon2Hash.MEMORY_KIBIBYTES, Argon2Hash.PASSES, salt()).of(bytes(password)));
  }

  /// Whether `kept` is the hash of `password`.
  boolean matches(String password, String kept) {
    return limited(
        () -> MessageDigest.isEqual(bytes(Argon2Hash.like(kept).of(bytes(password))), bytes(kept)));
  }

  /// Takes the time of a check, so that nobody learns from it which e-mails are known.
  void pretend(String password) {
    matches(password, nobodysHash);
  }

  private <T> T limited(Supplier<T> work) {
    try {
      if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ApiException.withRetryAfter(ErrorCode.OVERLOADED, LONGEST_WAIT_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.withRetryAfter(ErrorCode.OVERLOADED, LONGEST_WAIT_SECONDS);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private String salt() {
    return Base64.getEncoder().withoutPadding().encodeToString(secrets.bytes(SALT_BYTES));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
