package com.crmres.desktop.shell;

import com.crmres.desktop.habit.HabitsModel;

/// What a person switches for himself: language, look, sound, and back.
final class Switches {

  private final ShellModel shell;

  Switches(ShellModel shell) {
    this.shell = shell;
  }

  void language() {
    shell.language().set(shell.language().get().other());
  }

  void theme() {
    shell.theme().set(shell.theme().get().other());
  }

  void sound() {
    HabitsModel habits = shell.habits();
    habits.muted(!habits.habits().get().muted());
  }
}
