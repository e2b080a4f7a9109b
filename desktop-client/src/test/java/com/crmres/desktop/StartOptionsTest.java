package com.crmres.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartOptionsTest {

  @Test
  void takesServerAndEmailFromTheArgumentsAndThePasswordFromTheEnvironment() {
    var options =
        StartOptions.from(
            List.of("--server", "https://noor.example", "--email", "sarah@noor.example"),
            Map.of("CRM_DESKTOP_PASSWORD", "secret", "HOME", "/home/sarah"));

    assertThat(options)
        .isEqualTo(
            new StartOptions(
                URI.create("https://noor.example"),
                "sarah@noor.example",
                "secret",
                Path.of("/home/sarah/.crm-res/desktop"),
                false));
    assertThat(options.toString()).doesNotContain("secret");
  }

  @Test
  void asksTheServerOnThisMachineOtherwiseAndMayOnlyRehearse() {
    assertThat(StartOptions.from(List.of("--folder", "/kept", "--rehearse"), Map.of()))
        .isEqualTo(
            new StartOptions(
                URI.create("http://localhost:8080"), null, null, Path.of("/kept"), true));
  }
}
