package com.crmres.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {

  @TempDir Path folder;

  @Test
  void keepsTheKeyItMadeForItsOwnerOnly() throws Exception {
    byte[] first = TokenKey.kept(folder).derived("x");

    assertThat(TokenKey.kept(folder).derived("x")).isEqualTo(first);
    Path file = folder.resolve("keys").resolve("jwt-secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void givesEachPurposeAKeyOfItsOwn() {
    TokenKey key = TokenKey.of("a secret of thirty-two characters");

    assertThat(key.derived("x")).isNotEqualTo(key.derived("y"));
    assertThat(key).hasToString("TokenKey[***]");
  }

  @Test
  void refusesAShortSecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenKey.of("short"));
  }
}
