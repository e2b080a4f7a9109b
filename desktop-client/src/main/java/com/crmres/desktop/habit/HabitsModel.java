package com.crmres.desktop.habit;

import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is remembered of whoever sits here now; before anybody has signed in, of whoever sat here
/// last.
public final class HabitsModel implements AutoCloseable {

  private static final String MACHINE = "machine";

  private final HabitKeeper keeper;
  private final Executor background;
  private final ReadOnlyObjectWrapper<Habits> habits;
  private final AtomicBoolean saving = new AtomicBoolean();
  private @Nullable UUID person;

  /// The last habits and whose they are, for whichever thread writes.
  private volatile State latest;

  private record State(String whose, Habits habits) {}

  public HabitsModel(HabitKeeper keeper, Executor background) {
    this.keeper = keeper;
    this.background = background;
    this.habits = new ReadOnlyObjectWrapper<>(keeper.read(MACHINE));
    this.latest = new State(MACHINE, habits.get());
  }

  public ReadOnlyObjectProperty<Habits> habits() {
    return habits.getReadOnlyProperty();
  }

  /// From now on it is this person's; one who was never here begins with what the last one had.
  public void signedIn(UUID who) {
    if (who.equals(person)) {
      return;
    }
    saveNow();
    person = who;
    Habits own = keeper.read(who.toString());
    Habits before = habits.get();
    latest = new State(who.toString(), own);
    set(
        own.equals(Habits.NONE)
            ? new Habits(
                before.language(), before.theme(), before.window(), false, null, before.screens())
            : own);
  }

  public void language(ScreenLanguage wanted) {
    change(now -> now.withLanguage(wanted));
  }

  public void theme(Theme wanted) {
    change(now -> now.withTheme(wanted));
  }

  public void window(WindowPlace place) {
    change(now -> now.withWindow(place));
  }

  public void muted(boolean quiet) {
    change(now -> now.withMuted(quiet));
  }

  public void alarmTestedOn(LocalDate day) {
    change(now -> now.withAlarmTestedOn(day));
  }

  public void keep(String name, String value) {
    change(now -> now.withScreen(name, value));
  }

  public String kept(String name, String otherwise) {
    return habits.get().screen(name, otherwise);
  }

  private void change(UnaryOperator<Habits> how) {
    Habits after = how.apply(habits.get());
    if (!after.equals(habits.get())) {
      set(after);
    }
  }

  private void set(Habits after) {
    habits.set(after);
    latest = new State(latest.whose(), after);
    if (saving.compareAndSet(false, true)) {
      background.execute(() -> {
        saving.set(false);
        saveNow();
      });
    }
  }

  /// The machine shows at its next start what its last person had.
  private synchronized void saveNow() {
    State now = latest;
    keeper.write(now.whose(), now.habits());
    if (!now.whose().equals(MACHINE)) {
      keeper.write(MACHINE, now.habits());
    }
  }

  @Override
  public void close() {
    saveNow();
  }
}
