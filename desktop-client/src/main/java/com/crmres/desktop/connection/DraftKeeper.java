package com.crmres.desktop.connection;

import java.util.List;

/// Where what was written and not sent outlives the program, for one person at one server.
public interface DraftKeeper {

  /// Keeps nothing.
  DraftKeeper FORGETFUL =
      new DraftKeeper() {
        @Override
        public List<KeptDraft> read() {
          return List.of();
        }

        @Override
        public void write(List<KeptDraft> drafts) {}
      };

  /// What was written last. Blocks.
  List<KeptDraft> read();

  /// Keeps these in place of all before. Blocks.
  void write(List<KeptDraft> drafts);
}
