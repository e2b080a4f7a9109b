package com.crmres.desktop.habit;

/// The one door to what is remembered. Nothing of it is worth a failure: what cannot be read is as
/// if it had never been, and what cannot be written is forgotten.
public interface HabitKeeper {

  /// Remembers nothing from one start to the next.
  HabitKeeper FORGETFUL =
      new HabitKeeper() {
        @Override
        public Habits read(String whose) {
          return Habits.NONE;
        }

        @Override
        public void write(String whose, Habits habits) {}
      };

  /// `whose`: letters, digits and dashes.
  Habits read(String whose);

  void write(String whose, Habits habits);
}
