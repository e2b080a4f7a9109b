package com.crmres.desktop.habit;

import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How one person likes the program to be; a file of an older or newer program is read as far as it
/// goes.
///
/// @param window null until it was moved
/// @param muted whether the person wants no sounds
/// @param alarmTestedOn when the person last said whether the alarm can be heard
/// @param screens what screens keep of their filters and columns, by names of their own
public record Habits(
    @Nullable ScreenLanguage language,
    @Nullable Theme theme,
    @Nullable WindowPlace window,
    boolean muted,
    @Nullable LocalDate alarmTestedOn,
    @Nullable Map<String, String> screens) {

  /// Of somebody who was never here.
  public static final Habits NONE = new Habits(null, null, null, false, null, Map.of());

  public Habits {
    screens = screens == null ? Map.of() : Map.copyOf(screens);
  }

  Habits withLanguage(ScreenLanguage wanted) {
    return new Habits(wanted, theme, window, muted, alarmTestedOn, screens);
  }

  Habits withTheme(Theme wanted) {
    return new Habits(language, wanted, window, muted, alarmTestedOn, screens);
  }

  Habits withWindow(WindowPlace place) {
    return new Habits(language, theme, place, muted, alarmTestedOn, screens);
  }

  Habits withMuted(boolean quiet) {
    return new Habits(language, theme, window, quiet, alarmTestedOn, screens);
  }

  Habits withAlarmTestedOn(LocalDate day) {
    return new Habits(language, theme, window, muted, day, screens);
  }

  Habits withScreen(String name, String value) {
    Map<String, String> changed = new HashMap<>(Objects.requireNonNullElse(screens, Map.of()));
    changed.put(name, value);
    return new Habits(language, theme, window, muted, alarmTestedOn, changed);
  }

  /// What a screen kept under a name.
  String screen(String name, String otherwise) {
    return Objects.requireNonNullElse(screens, Map.<String, String>of())
        .getOrDefault(name, otherwise);
  }
}
