package com.crmres.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo plays an evening against a server process, counts, and stops everything it started.
class DemoTest {

  @TempDir Path data;

  @Test
  void anEveningIsPlayedAndTheBooksBalanceEvenIfTheServerDiesOnce() throws Exception {
    Files.createFile(data.resolve("dies-once"));
    ByteArrayOutputStream shown = new ByteArrayOutputStream();

    int code = play(shown, "--seed", "7", "--no-desktop");

    assertThat(code).as(shown.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("started again", "new order A-1", "takes over", "Nothing lost");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void dataThatNoDemoMadeIsNeverDeleted() throws Exception {
    Files.writeString(data.resolve("precious"), "orders");
    ByteArrayOutputStream shown = new ByteArrayOutputStream();

    assertThat(play(shown, "--fresh")).isEqualTo(1);
    assertThat(data.resolve("precious")).exists();
  }

  @Test
  void thePasswordIsMadeOnceAndIsForTheOwnerOnly() throws Exception {
    Path file = data.resolve("deep/demo-staff-password");

    String password = StaffPassword.of(file);

    assertThat(password).hasSizeGreaterThan(12).isEqualTo(StaffPassword.of(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void argumentsThatAreNotKnownAreRefused() {
    assertThat(Arguments.parse(List.of("--keep", "--seed", "5")).seed()).hasValue(5);
    assertThat(Arguments.parse(List.of("--model")).model()).isTrue();
    assertThatThrownBy(() -> Arguments.parse(List.of("--kep"))).isInstanceOf(BadArguments.class);
    assertThatThrownBy(() -> Arguments.parse(List.of("--seed", "x")))
        .isInstanceOf(BadArguments.class);
  }

  @Test
  void bothLanguagesSayEverything() {
    assertThat(bundle(Locale.of("ar")).keySet()).isEqualTo(bundle(Locale.ENGLISH).keySet());
  }

  private int play(ByteArrayOutputStream shown, String... arguments) {
    Properties launcher = new Properties();
    launcher.setProperty("crm.data", data.toString());
    launcher.setProperty("crm.server.classpath", System.getProperty("java.class.path"));
    launcher.setProperty("crm.demo.load", "8");
    launcher.setProperty("crm.server.main", StandInRestaurant.class.getName());
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return Demo.run(List.of(arguments), launcher, out);
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("com.crmres.simulator.demo.demo", language);
  }
}
