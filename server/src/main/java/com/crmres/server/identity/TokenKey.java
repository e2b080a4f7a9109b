package com.crmres.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret from which every key of sessions is derived; nodes of one installation share it.
public final class TokenKey {

  private static final int SHORTEST = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  private TokenKey(byte[] secret) {
    this.secret = secret;
  }

  /// The key an operator gave.
  ///
  /// @throws IllegalArgumentException if it has fewer than 32 bytes
  public static TokenKey of(String secret) {
    byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("CRM_JWT_SECRET needs at least 32 characters");
    }
    return new TokenKey(bytes);
  }

  /// The key in `keys/jwt-secret` of the data folder, made at first use, readable by its owner
  /// only.
  public static TokenKey kept(Path dataFolder) {
    Path file = dataFolder.resolve("keys").resolve("jwt-secret");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        make(file);
      }
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the key in " + file + " cannot be used", e);
    }
  }

  /// A key for one purpose.
  byte[] derived(String purpose) {
    return mac(secret, purpose);
  }

  static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// Written beside and moved, so that a node that starts at the same moment never reads half of
  /// it.
  private static void make(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(file.getParent(), "jwt-secret", ".draft", ownerOnly);
    try {
      String secret = new Secrets(new SecureRandom()).token();
      Files.writeString(draft, secret, StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // The other one was faster; its key is as good.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public String toString() {
    return "TokenKey[***]";
  }
}
