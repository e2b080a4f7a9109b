package com.crmres.desktop.connection;

import org.jspecify.annotations.Nullable;

/// Remembers the last position of live events from one start of the program to the next.
public interface PositionKeeper {

  /// Every start is the first.
  PositionKeeper FORGETFUL =
      new PositionKeeper() {
        @Override
        public @Nullable String read() {
          return null;
        }

        @Override
        public void write(String position) {}
      };

  /// Null where none is kept, or one that is too old.
  @Nullable String read();

  void write(String position);
}
