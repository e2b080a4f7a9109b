package com.crmres.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that work on every screen. With Ctrl a letter is also heard by what an Arabic keyboard
/// types with it.
final class DeskKeys {

  private static final String HELP = "?؟";

  private final Desk desk;
  private final DeskHands hands;
  private final Switches switches;

  DeskKeys(Desk desk, ShellModel shell, DeskHands hands) {
    this.desk = desk;
    this.hands = hands;
    this.switches = new Switches(shell);
  }

  void listenOn(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  static KeyCode of(Desk.Screen screen) {
    return switch (screen) {
      case INBOX -> KeyCode.F1;
      case ORDERS -> KeyCode.F2;
      case KITCHEN -> KeyCode.F3;
      case PICKUP -> KeyCode.F5;
      case ASSISTANT -> KeyCode.F8;
      case CHANNEL -> KeyCode.F9;
    };
  }

  private void pressed(KeyEvent key) {
    if (key.isShortcutDown() ? withControl(key) : plain(key)) {
      key.consume();
    }
  }

  private boolean plain(KeyEvent key) {
    if (key.getCode() == KeyCode.F10) {
      desk.alarm().acknowledge();
      return true;
    }
    for (Desk.Screen screen : Desk.Screen.values()) {
      if (key.getCode() == of(screen) && desk.sees(screen)) {
        desk.screen().set(screen);
        return true;
      }
    }
    return false;
  }

  private boolean withControl(KeyEvent key) {
    if (is(key, KeyCode.K, "ن")) {
      hands.palette().run();
    } else if (is(key, KeyCode.J, "ت")) {
      hands.news().run();
    } else if (is(key, KeyCode.SLASH, "ظ")) {
      hands.shortcuts().run();
    } else if (key.isShiftDown() && is(key, KeyCode.L, "م")) {
      switches.language();
    } else if (key.isShiftDown() && is(key, KeyCode.D, "ي")) {
      switches.theme();
    } else if (key.isShiftDown() && is(key, KeyCode.Y, "غ") && desk.seesInbox()) {
      hands.ready().run();
    } else if (key.isShiftDown() && is(key, KeyCode.M, "ة")) {
      switches.sound();
    } else {
      return false;
    }
    return true;
  }

  private static boolean is(KeyEvent key, KeyCode code, String arabic) {
    return key.getCode() == code || key.getText().equals(arabic);
  }

  private void typed(KeyEvent key) {
    if (!(key.getTarget() instanceof TextInputControl)
        && !key.getCharacter().isEmpty()
        && HELP.contains(key.getCharacter())) {
      hands.shortcuts().run();
      key.consume();
    }
  }
}
