package com.crmres.desktop.shell;

import java.util.List;

/// Every key of the program, as the sheet shows them.
final class Shortcuts {

  /// Keys that work in one place.
  enum Group {
    EVERYWHERE,
    INBOX,
    ORDERS,
    KITCHEN
  }

  /// One key.
  ///
  /// @param key of the text that says what it does
  record Shortcut(Group group, String keys, String key) {}

  static final List<Shortcut> ALL =
      List.of(
          new Shortcut(Group.EVERYWHERE, "Ctrl K", "keys.palette"),
          new Shortcut(Group.EVERYWHERE, "Ctrl J", "keys.news"),
          new Shortcut(Group.EVERYWHERE, "Ctrl /  ·  ?", "keys.sheet"),
          new Shortcut(Group.EVERYWHERE, "F1 – F3  ·  F5", "keys.screens"),
          new Shortcut(Group.EVERYWHERE, "F8  ·  F9", "keys.settings"),
          new Shortcut(Group.EVERYWHERE, "F10", "keys.seen"),
          new Shortcut(Group.EVERYWHERE, "Ctrl Shift L", "keys.language"),
          new Shortcut(Group.EVERYWHERE, "Ctrl Shift D", "keys.theme"),
          new Shortcut(Group.EVERYWHERE, "Ctrl Shift M", "keys.mute"),
          new Shortcut(Group.EVERYWHERE, "Ctrl Shift Y", "keys.ready"),
          new Shortcut(Group.EVERYWHERE, "Esc", "keys.leave"),
          new Shortcut(Group.INBOX, "Ctrl F  ·  /", "keys.search"),
          new Shortcut(Group.INBOX, "J  ·  K", "keys.wanderInbox"),
          new Shortcut(Group.INBOX, "Enter", "keys.write"),
          new Shortcut(Group.INBOX, "T", "keys.takeOver"),
          new Shortcut(Group.INBOX, "G", "keys.handBack"),
          new Shortcut(Group.INBOX, "Alt 1 – 4", "keys.tabs"),
          new Shortcut(Group.INBOX, "Ctrl I  ·  Ctrl R  ·  Ctrl Shift O", "keys.cart"),
          new Shortcut(Group.INBOX, "+ −  ·  Enter  ·  Del  ·  Space", "keys.cartLine"),
          new Shortcut(Group.INBOX, "A  ·  S", "keys.assign"),
          new Shortcut(Group.INBOX, "P  ·  1 – 3", "keys.priority"),
          new Shortcut(Group.INBOX, "L", "keys.labels"),
          new Shortcut(Group.INBOX, "U", "keys.unread"),
          new Shortcut(Group.INBOX, "X  ·  Ctrl A", "keys.pick"),
          new Shortcut(Group.INBOX, "Alt E  ·  Ctrl Alt E", "keys.resolve"),
          new Shortcut(Group.INBOX, "Alt P  ·  Alt L", "keys.note"),
          new Shortcut(Group.INBOX, "/  ·  #", "keys.openers"),
          new Shortcut(Group.INBOX, "Ctrl Z", "keys.takeBack"),
          new Shortcut(Group.ORDERS, "← ↑ ↓ →", "keys.wander"),
          new Shortcut(Group.ORDERS, "Enter", "keys.next"),
          new Shortcut(Group.ORDERS, "A  ·  1 – 4", "keys.accept"),
          new Shortcut(Group.ORDERS, "R  ·  C  ·  X", "keys.refuse"),
          new Shortcut(Group.ORDERS, "D  ·  T", "keys.later"),
          new Shortcut(Group.ORDERS, "I", "keys.fire"),
          new Shortcut(Group.ORDERS, "V", "keys.driver"),
          new Shortcut(Group.ORDERS, "U  ·  O", "keys.undo"),
          new Shortcut(Group.ORDERS, "E  ·  M  ·  W", "keys.money"),
          new Shortcut(Group.ORDERS, "K", "keys.acknowledge"),
          new Shortcut(Group.ORDERS, "S", "keys.soldOut"),
          new Shortcut(Group.ORDERS, "P", "keys.print"),
          new Shortcut(Group.ORDERS, "L  ·  H  ·  Q", "keys.elsewhere"),
          new Shortcut(Group.ORDERS, "F", "keys.side"),
          new Shortcut(Group.ORDERS, "/", "keys.search"),
          new Shortcut(Group.KITCHEN, "1 – 0", "keys.slot"),
          new Shortcut(Group.KITCHEN, "Enter", "keys.bump"),
          new Shortcut(Group.KITCHEN, "↑ ↓  ·  Space", "keys.line"),
          new Shortcut(Group.KITCHEN, "U", "keys.unbump"),
          new Shortcut(Group.KITCHEN, "R  ·  A  ·  D", "keys.panels"),
          new Shortcut(Group.KITCHEN, "P", "keys.prioritise"),
          new Shortcut(Group.KITCHEN, "G", "keys.station"),
          new Shortcut(Group.KITCHEN, "H", "keys.help"),
          new Shortcut(Group.KITCHEN, "T", "keys.print"),
          new Shortcut(Group.KITCHEN, "S", "keys.soldOut"),
          new Shortcut(Group.KITCHEN, "← →", "keys.page"),
          new Shortcut(Group.KITCHEN, "Ctrl ← ↑ ↓ →", "keys.grid"),
          new Shortcut(Group.KITCHEN, "+  −", "keys.zoom"));

  private Shortcuts() {}

  static List<Shortcut> of(Group group) {
    return ALL.stream().filter(one -> one.group() == group).toList();
  }
}
