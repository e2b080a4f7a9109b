package com.crmres.desktop.habit;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.World;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class HabitsModelTest {

  @TempDir private Path folder;

  private HabitsModel model() {
    return new HabitsModel(new HabitFiles(folder), Runnable::run);
  }

  @Test
  void areEachPersonsOwn() {
    HabitsModel model = model();
    model.signedIn(World.id("sarah"));
    model.theme(Theme.DARK);
    model.keep("orders.filter", "PICKUP");
    model.signedIn(World.id("khalid"));
    model.theme(Theme.LIGHT);

    model.signedIn(World.id("sarah"));

    assertThat(model.habits().get().theme()).isEqualTo(Theme.DARK);
    assertThat(model.kept("orders.filter", "ALL")).isEqualTo("PICKUP");
  }

  @Test
  void beginAtTheNextStartAsTheLastPersonHadThem() {
    HabitsModel model = model();
    model.signedIn(World.id("sarah"));
    model.language(ScreenLanguage.ENGLISH);
    model.close();

    assertThat(model().habits().get().language()).isEqualTo(ScreenLanguage.ENGLISH);
  }

  @Test
  void doNotTakeOverThatAnotherPersonWantsItQuiet() {
    HabitsModel model = model();
    model.signedIn(World.id("sarah"));
    model.muted(true);

    model.signedIn(World.id("khalid"));

    assertThat(model.habits().get().muted()).isFalse();
    assertThat(model.habits().get().alarmTestedOn()).isNull();
  }

  @Test
  void areWrittenOnceForManyChangesInARow() {
    List<Runnable> later = new ArrayList<>();
    List<Habits> written = new ArrayList<>();
    HabitKeeper counting =
        new HabitKeeper() {
          @Override
          public Habits read(String whose) {
            return Habits.NONE;
          }

          @Override
          public void write(String whose, Habits habits) {
            written.add(habits);
          }
        };
    var model = new HabitsModel(counting, later::add);
    for (int x = 0; x < 100; x++) {
      model.window(new WindowPlace(x, 0, 1200, 800, false));
    }
    later.forEach(Runnable::run);

    assertThat(written).hasSize(1);
    assertThat(written.getFirst().window()).isEqualTo(new WindowPlace(99, 0, 1200, 800, false));
  }
}
