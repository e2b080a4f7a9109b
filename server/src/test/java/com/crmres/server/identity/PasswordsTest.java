package com.crmres.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords(new Secrets(new SecureRandom()));

  @Test
  void knowsThePasswordAgain() {
    String kept = passwords.hash("كلمة سر طويلة");

    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("كلمة سر طويلة", kept)).isTrue();
    assertThat(passwords.matches("كلمة سر طويله", kept)).isFalse();
    assertThat(passwords.hash("كلمة سر طويلة")).isNotEqualTo(kept);
  }

  /// From the tests of the reference implementation of Argon2.
  @Test
  void agreesWithTheReferenceImplementation() {
    String known =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(Argon2Hash.like(known).of("password".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(known);
  }

  @Test
  void takesNoHashOfAnotherKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> passwords.matches("x", "$2y$10$abcdefghijklmnopqrstuv"));
  }
}
