package com.crmres.desktop.shell;

import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.habit.WindowPlace;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Puts the window where the person left it, if that is still on a screen, and notes where it is
/// moved.
final class WindowMemory {

  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final HabitsModel habits;
  private boolean placing;

  WindowMemory(Stage stage, HabitsModel habits) {
    this.stage = stage;
    this.habits = habits;
  }

  /// Follows the person's habits until it is let go.
  Subscription follow() {
    Subscription all = Subscription.EMPTY;
    for (ObservableValue<?> part :
        List.of(
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty())) {
      all = all.and(part.subscribe(this::note));
    }
    return all;
  }

  void place() {
    WindowPlace kept = habits.habits().get().window();
    if (kept == null || !isOnAScreen(kept)) {
      return;
    }
    placing = true;
    stage.setX(kept.x());
    stage.setY(kept.y());
    stage.setWidth(Math.max(LEAST_WIDTH, kept.width()));
    stage.setHeight(Math.max(LEAST_HEIGHT, kept.height()));
    stage.setMaximized(kept.maximised());
    placing = false;
  }

  private static boolean isOnAScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
        .isEmpty();
  }

  private void note() {
    @Nullable WindowPlace before = habits.habits().get().window();
    if (placing || !stage.isShowing() || Double.isNaN(stage.getX())) {
      return;
    }
    // What the window has while it fills the screen is not what it shall go back to.
    habits.window(
        stage.isMaximized() && before != null
            ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
            : new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized()));
  }
}
