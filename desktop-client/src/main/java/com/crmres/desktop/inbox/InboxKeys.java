package com.crmres.desktop.inbox;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The inbox's keys. Letters are heard only while the list has the keyboard, by what a Latin and by
/// what an Arabic keyboard types with the same key.
final class InboxKeys {

  private static final String TAKE_OVER = "tTف";
  private static final String HAND_BACK = "gGل";

  private final ThreadModel thread;
  private final Runnable beginWriting;

  InboxKeys(ThreadModel thread, Runnable beginWriting) {
    this.thread = thread;
    this.beginWriting = beginWriting;
  }

  void listenOn(ListView<?> list) {
    list.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            beginWriting.run();
            key.consume();
          }
        });
  }

  private void typed(KeyEvent key) {
    String letter = key.getCharacter();
    if (letter.isEmpty() || !thread.mayWrite()) {
      return;
    }
    if (TAKE_OVER.contains(letter)) {
      thread.takeOver();
    } else if (HAND_BACK.contains(letter) && thread.isMine()) {
      thread.handBack();
    }
  }

  /// Ctrl+F leads to the search box from anywhere in the inbox.
  static void search(Node inbox, Node searchBox) {
    inbox.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
            searchBox.requestFocus();
            key.consume();
          }
        });
  }
}
