package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What can be done with a conversation besides answering it, each with its key.
final class ErrandMenu {

  private final InboxModel model;
  private final Choices choices;
  private final Texts texts;

  ErrandMenu(InboxModel model, Choices choices, Texts texts) {
    this.model = model;
    this.choices = choices;
    this.texts = texts;
  }

  ContextMenu menu() {
    var menu = new ContextMenu();
    menu.getItems().setAll(items());
    menu.setOnShowing(opening ->
        menu.getItems().forEach(item -> item.setDisable(!model.handling().mayArrange())));
    return menu;
  }

  List<MenuItem> items() {
    return List.of(
        item("menuAssign", "errand.assign", "A", Icon.ASSIGN, choices::assign),
        item("menuSnooze", "errand.snooze", "S", Icon.SNOOZE, choices::snooze),
        item("menuPriority", "errand.priority", "P", Icon.PRIORITY, choices::prioritise),
        item("menuLabel", "errand.label", "L", Icon.LABEL, choices::label),
        item("menuUnread", "errand.unread", "U", Icon.UNREAD, choices::mark),
        item("menuResolve", "errand.resolve", "Alt E", Icon.DONE, choices::resolve),
        item("menuPick", "errand.pick", "X", Icon.PICKED, this::pick));
  }

  private void pick() {
    ConversationSummary open = model.thread().conversation().get();
    if (open != null) {
      model.picked().toggle(open);
    }
  }

  private MenuItem item(String id, String key, String keys, Icon icon, Runnable run) {
    var item = new MenuItem(texts.of("errand.withKey", texts.of(key), keys), icon.node());
    item.setId(id);
    item.setOnAction(click -> run.run());
    return item;
  }
}
