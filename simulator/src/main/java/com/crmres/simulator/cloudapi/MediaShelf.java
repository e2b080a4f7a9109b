package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.Media;
import com.crmres.simulator.weather.Dice;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Keeps the files of customers and of the business, and hands out addresses that soon expire.
public final class MediaShelf {

  private static final Duration ADDRESS_LIFE = Duration.ofMinutes(5);
  private static final Duration CUSTOMER_LIFE = Duration.ofDays(7);
  private static final Duration UPLOAD_LIFE = Duration.ofDays(30);

  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final Supplier<URI> base;
  private final Clock clock;
  private final Dice dice;

  MediaShelf(Supplier<URI> base, Clock clock, Dice dice) {
    this.base = base;
    this.clock = clock;
    this.dice = dice;
  }

  /// Keeps the file of the business.
  StoredFile fromBusiness(byte[] bytes, String mimeType) {
    return put(bytes, mimeType, UPLOAD_LIFE);
  }

  private StoredFile put(byte[] bytes, String mimeType, Duration life) {
    String key = Long.toString(count.incrementAndGet());
    String id = Long.toString(1_000_000_000_000_000L + (dice.bits("media", key) >>> 14));
    StoredFile file =
        new StoredFile(id, mimeType, bytes, sha256(bytes), clock.instant().plus(life));
    files.put(id, file);
    return file;
  }

  /// Keeps the file of a customer; the answer is how a webhook names it.
  public Media fromCustomer(byte[] bytes, String mimeType) {
    StoredFile file = put(bytes, mimeType, CUSTOMER_LIFE);
    return new Media(file.id(), file.mimeType(), file.base64Hash(), address(file.id()).toString());
  }

  Optional<StoredFile> find(String id) {
    return Optional.ofNullable(files.get(id)).filter(file -> file.isKept(clock.instant()));
  }

  boolean remove(String id) {
    return files.remove(id) != null;
  }

  URI address(String id) {
    long expiry = clock.instant().plus(ADDRESS_LIFE).getEpochSecond();
    return base.get()
        .resolve(
            "/whatsapp_business/attachments?mid=%s&ext=%d&hash=%s"
                .formatted(id, expiry, seal(id, expiry)));
  }

  Optional<StoredFile> open(String id, String expiry, String seal) {
    boolean isNumber = !expiry.isEmpty() && expiry.chars().allMatch(Character::isDigit);
    if (!isNumber || !seal.equals(seal(id, Long.parseLong(expiry)))) {
      return Optional.empty();
    }
    boolean fresh = clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expiry)));
    return fresh ? find(id) : Optional.empty();
  }

  private String seal(String id, long expiry) {
    return "AR" + HexFormat.of().toHexDigits(dice.bits("address", id + ":" + expiry));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException unavailable) {
      throw new IllegalStateException("this Java has no SHA-256", unavailable);
    }
  }
}
