package com.crmres.server.whatsapp.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals tokens for the database (AES-256-GCM), so that whoever reads it cannot send.
public final class Vault {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final int SHORTEST = 32;

  private final SecretKey key;
  private final SecureRandom random;

  private Vault(byte[] secret, SecureRandom random) {
    this.key = new SecretKeySpec(digest(secret), "AES");
    this.random = random;
  }

  /// A vault under a secret that an operator gave.
  ///
  /// @throws IllegalArgumentException if it has fewer than 32 bytes
  public static Vault of(String secret, SecureRandom random) {
    byte[] bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("CRM_SECRET_KEY needs at least 32 characters");
    }
    return new Vault(bytes, random);
  }

  /// A vault under the key in `keys/secret-key` of the data folder, made at first use, readable by
  /// its owner only.
  public static Vault kept(Path dataFolder, SecureRandom random) {
    Path file = dataFolder.resolve("keys").resolve("secret-key");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        make(file, random);
      }
      return of(Files.readString(file), random);
    } catch (IOException e) {
      throw new UncheckedIOException("the key in " + file + " cannot be used", e);
    }
  }

  /// Seals a token.
  ///
  /// @param owner whose it is; it opens for nobody else
  public byte[] seal(String token, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, owner, token.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE_BYTES + hidden.length)
        .put(VERSION)
        .put(nonce)
        .put(hidden)
        .array();
  }

  /// Opens a sealed token.
  ///
  /// @throws IllegalStateException if it was sealed under another key, or for somebody else
  public String open(byte[] sealed, String owner) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    if (sealed.length <= 1 + NONCE_BYTES || parts.get() != VERSION) {
      throw new IllegalStateException("a token is not sealed as expected");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] hidden = new byte[parts.remaining()];
    parts.get(hidden);
    return new String(run(Cipher.DECRYPT_MODE, nonce, owner, hidden), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String owner, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a token cannot be sealed or opened: is CRM_SECRET_KEY another one?", e);
    }
  }

  private static byte[] digest(byte[] secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Written beside and linked, so that a node that starts at the same moment never reads half.
  private static void make(Path file, SecureRandom random) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(file.getParent(), "secret-key", ".draft", ownerOnly);
    try {
      byte[] secret = new byte[KEY_BYTES];
      random.nextBytes(secret);
      Files.writeString(
          draft,
          Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
          StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // The other one was faster; its key is as good.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public String toString() {
    return "Vault[***]";
  }
}
