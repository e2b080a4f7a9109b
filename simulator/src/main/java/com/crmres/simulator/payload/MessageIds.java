package com.crmres.simulator.payload;

import com.crmres.simulator.weather.Dice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes message ids as WhatsApp does: base64 of a record with the peer, a direction and a hex
/// tail.
public final class MessageIds {

  private static final int FROM_CUSTOMER = 0x12;
  private static final int FROM_BUSINESS = 0x11;

  private final Dice dice;
  private final String run;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /// @param run tells apart two runs with the same seed, whose ids must not meet in one database
  public MessageIds(Dice dice, String run) {
    this.dice = dice;
    this.run = run;
  }

  public String fromCustomer(Person person) {
    return make(person, FROM_CUSTOMER, 20);
  }

  public String fromBusiness(Person person) {
    return make(person, FROM_BUSINESS, 18);
  }

  private String make(Person person, int direction, int tailLength) {
    String peer = person.phone() == null ? person.userId().substring(3) : person.phone();
    String series = direction + ":" + person.key();
    int count = counts.computeIfAbsent(series, key -> new AtomicInteger()).incrementAndGet();
    String tail = tail(run + ":" + series + ":" + count).substring(0, tailLength);

    var record = new ByteArrayOutputStream(64);
    record.writeBytes(new byte[] {0x1c, 0x18, (byte) peer.length()});
    record.writeBytes(peer.getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(new byte[] {0x15, 0x02, 0x00, (byte) direction, 0x18, (byte) tail.length()});
    record.writeBytes(tail.getBytes(StandardCharsets.US_ASCII));
    record.write(0);
    return "wamid." + Base64.getEncoder().encodeToString(record.toByteArray());
  }

  private String tail(String key) {
    HexFormat hex = HexFormat.of().withUpperCase();
    return ("3A" + hex.toHexDigits(dice.bits("id", key)) + hex.toHexDigits(dice.bits("id2", key)))
        .toUpperCase(Locale.ROOT);
  }
}
