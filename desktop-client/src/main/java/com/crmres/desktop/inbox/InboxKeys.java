package com.crmres.desktop.inbox;

import com.crmres.common.conversation.Priority;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The inbox's keys. Letters are heard while nobody types, by what a Latin and by what an Arabic
/// keyboard types with the same key.
final class InboxKeys {

  private static final String TAKE_OVER = "tTف";
  private static final String HAND_BACK = "gGل";
  private static final String ASSIGN = "aAش";
  private static final String SNOOZE = "sSس";
  private static final String PRIORITY = "pPح";
  private static final String LABEL = "lLم";
  private static final String PICK = "xXء";
  private static final String UNREAD = "uUع";
  private static final String NEXT = "jJت";
  private static final String BEFORE = "kKن";
  private static final String SEARCH = "/ظ";

  private static final Map<String, Priority> PRIORITIES =
      Map.of(
          "1",
          Priority.URGENT,
          "١",
          Priority.URGENT,
          "2",
          Priority.HIGH,
          "٢",
          Priority.HIGH,
          "3",
          Priority.NORMAL,
          "٣",
          Priority.NORMAL);

  /// What the keys do besides errands.
  ///
  /// @param wander opens the conversation so many rows further
  /// @param note begins a note
  record Hands(Runnable search, IntConsumer wander, Runnable write, Runnable note) {}

  private final InboxModel model;
  private final ThreadModel thread;
  private final Choices choices;
  private final Hands hands;

  InboxKeys(InboxModel model, Choices choices, Hands hands) {
    this.model = model;
    this.thread = model.thread();
    this.choices = choices;
    this.hands = hands;
  }

  void listenOn(Node inbox, Node list) {
    inbox.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    inbox.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::inList);
  }

  private void inList(KeyEvent key) {
    boolean taken = true;
    if (key.getCode() == KeyCode.ENTER) {
      hands.write().run();
    } else if (key.getCode() == KeyCode.ESCAPE && !model.picked().ids().isEmpty()) {
      model.picked().none();
    } else if (key.isShortcutDown() && is(key, KeyCode.A, "ش")) {
      model.picked().all();
    } else {
      taken = false;
    }
    if (taken) {
      key.consume();
    }
  }

  private void pressed(KeyEvent key) {
    if (model.choice().open().get()) {
      return;
    }
    boolean taken = key.isAltDown() ? withAlt(key) : key.isShortcutDown() && withControl(key);
    if (taken) {
      key.consume();
    }
  }

  private boolean withControl(KeyEvent key) {
    if (is(key, KeyCode.F, "ب")) {
      hands.search().run();
    } else if (is(key, KeyCode.Z, "ئ") && thread.writing().held().get() != null) {
      thread.writing().takeBack();
    } else {
      return false;
    }
    return true;
  }

  private boolean withAlt(KeyEvent key) {
    if (is(key, KeyCode.E, "ث")) {
      boolean further = key.isShortcutDown();
      if (thread.mayWrite() && !thread.isResolved()) {
        thread.resolve();
      }
      if (further) {
        hands.wander().accept(1);
      }
    } else if (is(key, KeyCode.P, "ح")) {
      hands.note().run();
    } else if (is(key, KeyCode.L, "م")) {
      hands.write().run();
    } else if (is(key, KeyCode.J, "ت")) {
      hands.wander().accept(1);
    } else if (is(key, KeyCode.K, "ن")) {
      hands.wander().accept(-1);
    } else {
      return false;
    }
    return true;
  }

  /// Whether it is this key of a Latin keyboard, or the same one of an Arabic keyboard.
  static boolean is(KeyEvent key, KeyCode code, String arabic) {
    return key.getCode() == code || key.getText().equals(arabic);
  }

  private void typed(KeyEvent key) {
    String letter = key.getCharacter();
    boolean elsewhere =
        key.getTarget() instanceof TextInputControl
            || model.choice().open().get()
            || key.isShortcutDown()
            || key.isAltDown();
    if (!elsewhere && letter.length() == 1 && (general(letter) || errand(letter))) {
      key.consume();
    }
  }

  private boolean general(String letter) {
    if (SEARCH.contains(letter)) {
      hands.search().run();
    } else if (NEXT.contains(letter)) {
      hands.wander().accept(1);
    } else if (BEFORE.contains(letter)) {
      hands.wander().accept(-1);
    } else {
      return false;
    }
    return true;
  }

  private boolean errand(String letter) {
    if (!thread.mayWrite()) {
      return false;
    }
    if (TAKE_OVER.contains(letter)) {
      takeOver();
    } else if (HAND_BACK.contains(letter)) {
      handBack();
    } else if (ASSIGN.contains(letter)) {
      choices.assign();
    } else if (SNOOZE.contains(letter)) {
      choices.snooze();
    } else if (PRIORITY.contains(letter)) {
      choices.prioritise();
    } else if (LABEL.contains(letter)) {
      choices.label();
    } else if (UNREAD.contains(letter)) {
      choices.mark();
    } else if (PICK.contains(letter)) {
      pick();
    } else if (PRIORITIES.containsKey(letter)) {
      choices.prioritise(PRIORITIES.getOrDefault(letter, Priority.NORMAL));
    } else {
      return false;
    }
    return true;
  }

  private void takeOver() {
    if (model.picked().ids().isEmpty()) {
      thread.takeOver();
    } else {
      choices.takeOver();
    }
  }

  private void handBack() {
    if (thread.isMine()) {
      thread.handBack();
    }
  }

  private void pick() {
    var open = thread.conversation().get();
    if (open != null) {
      model.picked().toggle(open);
    }
  }
}
