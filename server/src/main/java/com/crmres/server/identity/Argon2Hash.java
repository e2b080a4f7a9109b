package com.crmres.server.identity;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id with its parameters, written as a PHC string so that they can be raised later.
///
/// @param salt in base64 without padding
record Argon2Hash(int memoryKibibytes, int passes, String salt) {

  /// OWASP's figures for one lane; about 50 ms on one core.
  static final int MEMORY_KIBIBYTES = 19 * 1024;

  static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$[A-Za-z0-9+/]+");

  /// The parameters with which `kept` was made.
  static Argon2Hash like(String kept) {
    Matcher parts = PHC.matcher(kept);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a hash of ours");
    }
    return new Argon2Hash(
        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
  }

  /// The PHC string for `password`.
  String of(byte[] password) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKibibytes)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(Base64.getDecoder().decode(salt))
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(password, hash);
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s",
        memoryKibibytes,
        passes,
        salt,
        Base64.getEncoder().withoutPadding().encodeToString(hash));
  }
}
