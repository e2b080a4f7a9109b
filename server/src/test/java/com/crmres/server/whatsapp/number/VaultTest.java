package com.crmres.server.whatsapp.number;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final String TOKEN = "EAAG-a-token";

  private final SecureRandom random = new SecureRandom();
  private final Vault vault = Vault.of("a key of thirty-two characters ok", random);

  @Test
  void opensWhatItSealed() {
    byte[] sealed = vault.seal(TOKEN, "1");

    assertThat(vault.open(sealed, "1")).isEqualTo(TOKEN);
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("EAAG", "token");
    assertThat(sealed).isNotEqualTo(vault.seal(TOKEN, "1"));
  }

  @Test
  void opensForNobodyElseAndUnderNoOtherKeyAndNothingThatWasChanged() {
    byte[] sealed = vault.seal(TOKEN, "1");
    Vault other = Vault.of("another key of thirty-two chars ok", random);

    assertThatThrownBy(() -> vault.open(sealed, "2")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.open(sealed, "1")).isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> vault.open(sealed, "1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void keepsItsKeyInTheDataFolderForItsOwnerOnly(@TempDir Path folder) throws Exception {
    byte[] sealed = Vault.kept(folder, random).seal(TOKEN, "1");

    assertThat(Vault.kept(folder, random).open(sealed, "1")).isEqualTo(TOKEN);
    Path key = folder.resolve("keys").resolve("secret-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void saysNothingOfItself() {
    assertThat(vault).hasToString("Vault[***]");
    assertThatThrownBy(() -> Vault.of("short", random))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short");
  }
}
