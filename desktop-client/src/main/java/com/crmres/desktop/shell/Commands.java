package com.crmres.desktop.shell;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Everything that can be done by naming it: screens, switches, orders and conversations.
final class Commands {

  private final Desk desk;
  private final ShellModel shell;
  private final Texts texts;
  private final DeskHands hands;
  private final Switches switches;

  Commands(Desk desk, ShellModel shell, Texts texts, DeskHands hands) {
    this.desk = desk;
    this.shell = shell;
    this.texts = texts;
    this.hands = hands;
    this.switches = new Switches(shell);
  }

  List<Command> all() {
    List<Command> commands = new ArrayList<>();
    screens(commands);
    commands.add(of("soldOut", "command.soldOut", "86", "S", Icon.SOLD_OUT, hands.soldOut()));
    commands.add(
        of("language", "command.language", "", "Ctrl Shift L", Icon.PEOPLE, switches::language));
    commands.add(of("theme", "command.theme", "", "Ctrl Shift D", Icon.DARK, switches::theme));
    commands.add(of("mute", "command.mute", "", "Ctrl Shift M", Icon.MUTED, switches::sound));
    commands.add(of("alarm", "command.alarm", "", "", Icon.ALARM, () -> desk.alarmTest().play()));
    commands.add(of("news", "news.head", "", "Ctrl J", Icon.BELL, hands.news()));
    if (desk.seesInbox()) {
      commands.add(
          of("ready", "readySheet.title", "", "Ctrl Shift Y", Icon.READY_REPLY, hands.ready()));
    }
    commands.add(of("keys", "keys.title", "", "?", Icon.KEYBOARD, hands.shortcuts()));
    commands.add(of("otherBranch", "shell.otherBranch", "", "", Icon.BRANCH, shell::chooseBranch));
    commands.add(of("signOut", "shell.signOut", "", "", Icon.SIGN_OUT, shell::signOut));
    desk.orders().all().forEach(order -> commands.add(order(order)));
    if (desk.seesInbox()) {
      desk.inbox().conversations().forEach(one -> commands.add(conversation(one)));
    }
    return commands;
  }

  private void screens(List<Command> commands) {
    for (Desk.Screen screen : Desk.Screen.values()) {
      if (desk.sees(screen)) {
        commands.add(
            new Command(
                "screen-" + screen.name(),
                texts.of("command.screen", screen),
                "",
                DeskKeys.of(screen).getName(),
                icon(screen),
                () -> desk.screen().set(screen)));
      }
    }
  }

  private static Icon icon(Desk.Screen screen) {
    return switch (screen) {
      case INBOX -> Icon.CHATS;
      case ORDERS -> Icon.ORDERS;
      case KITCHEN -> Icon.KITCHEN;
      case PICKUP -> Icon.SHELF;
      case ASSISTANT -> Icon.SETTINGS;
      case CHANNEL -> Icon.BELL;
    };
  }

  private Command of(String id, String key, String also, String keys, Icon icon, Runnable run) {
    return new Command(id, texts.of(key), also, keys, icon, run);
  }

  private Command order(OrderSummary order) {
    String number = DisplayText.leftToRight("#" + order.number());
    return new Command(
        "order-" + order.number(),
        texts.of("command.order", number, DisplayText.line(order.customer().name())),
        order.number().replace("-", "")
            + " "
            + Objects.requireNonNullElse(order.contactPhone(), ""),
        "",
        Icon.ORDERS,
        () -> {
          desk.screen().set(Desk.Screen.ORDERS);
          desk.orders().select(order.id());
        });
  }

  private Command conversation(ConversationSummary one) {
    return new Command(
        "conversation-" + one.id(),
        texts.of("command.conversation", DisplayText.line(one.customer().name())),
        "",
        "",
        Icon.CHATS,
        () -> {
          desk.screen().set(Desk.Screen.INBOX);
          desk.inbox().open(one);
        });
  }
}
