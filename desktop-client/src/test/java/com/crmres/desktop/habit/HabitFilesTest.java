package com.crmres.desktop.habit;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class HabitFilesTest {

  private static final Habits SARAH =
      Habits.NONE
          .withLanguage(ScreenLanguage.ENGLISH)
          .withTheme(Theme.DARK)
          .withWindow(new WindowPlace(10, 20, 1200, 800, true))
          .withMuted(true)
          .withAlarmTestedOn(LocalDate.of(2026, 11, 23))
          .withScreen("orders.filter", "DELIVERY");

  @TempDir private Path folder;

  @Test
  void readWhatWasWritten() {
    new HabitFiles(folder).write("sarah", SARAH);

    assertThat(new HabitFiles(folder).read("sarah")).isEqualTo(SARAH);
    assertThat(new HabitFiles(folder).read("nobody")).isEqualTo(Habits.NONE);
  }

  @Test
  void areNotTroubledByAWriteThatWasCutOff() throws IOException {
    new HabitFiles(folder).write("sarah", SARAH);
    Files.writeString(folder.resolve("sarah.json.new"), "{\"language\":\"ENGL");

    assertThat(new HabitFiles(folder).read("sarah")).isEqualTo(SARAH);
    new HabitFiles(folder).write("sarah", Habits.NONE);
    assertThat(new HabitFiles(folder).read("sarah")).isEqualTo(Habits.NONE);
  }

  @Test
  void beginAnewWhereAFileIsBrokenAndKeepItAside() throws IOException {
    Files.writeString(folder.resolve("sarah.json"), "\u0000\u0000\u0000");

    assertThat(new HabitFiles(folder).read("sarah")).isEqualTo(Habits.NONE);
    assertThat(folder.resolve("sarah.json.broken")).exists();
  }

  @Test
  void skipWhatANewerProgramWrote() throws IOException {
    Files.writeString(folder.resolve("sarah.json"), "{\"theme\":\"DARK\",\"later\":{\"a\":1}}");

    assertThat(new HabitFiles(folder).read("sarah").theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void goOnWithoutADiskThatCanBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    var files = new HabitFiles(file);

    files.write("sarah", SARAH);

    assertThat(files.read("sarah")).isEqualTo(Habits.NONE);
  }
}
