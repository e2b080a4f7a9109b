package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Above the list: notes that call the person, what narrows it, and what stands first.
final class ListTools {

  private final InboxModel model;
  private final Choices choices;
  private final Texts texts;
  private final Button calls = new Button();
  private final MenuButton narrow = new MenuButton();
  private final MenuButton sort = new MenuButton();
  private final Label narrowed = new Label();
  private final HBox narrowedBar;

  ListTools(InboxModel model, Choices choices, Texts texts) {
    this.model = model;
    this.choices = choices;
    this.texts = texts;
    button(narrow, "inboxNarrow", Icon.FILTER, "inbox.narrow");
    button(sort, "inboxSort", Icon.SORT, "inbox.sort");
    calls.setId("inboxCalls");
    calls.setGraphic(Icon.MENTION.node());
    calls.getStyleClass().add("calls-button");
    calls.setOnAction(click -> choices.calls());
    var all = new Button(texts.of("inbox.narrow.none"));
    all.setId("inboxNarrowNone");
    all.getStyleClass().add("card-button");
    all.setOnAction(click -> model.narrowing().set(Narrowing.NONE));
    all.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    narrowed.setMinWidth(0);
    narrowedBar = new HBox(8, Icon.FILTER.node(), narrowed, gap, all);
    narrowedBar.setAlignment(Pos.CENTER_LEFT);
    narrowedBar.getStyleClass().add("narrowed-bar");
  }

  private void button(MenuButton button, String id, Icon icon, String key) {
    button.setId(id);
    button.setGraphic(icon.node());
    button.getStyleClass().addAll("no-arrow", "card-button");
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key)));
  }

  /// In the line of the title.
  HBox buttons() {
    var line = new HBox(2, calls, narrow, sort);
    line.setAlignment(Pos.CENTER_RIGHT);
    return line;
  }

  /// Says what is left out, as long as something is.
  HBox narrowedBar() {
    return narrowedBar;
  }

  void follow(Bindings bindings) {
    sortItems(bindings);
    narrowItems(bindings);
    bindings.followList(model.callsForMe().notes(), this::showCalls);
    bindings.follow(model.narrowing(), this::showNarrowed);
  }

  private void showCalls() {
    int many = model.callsForMe().notes().size();
    calls.setText(Integer.toString(many));
    calls.setAccessibleText(texts.of("calls.many", Integer.toString(many)));
    calls.setTooltip(new Tooltip(texts.of("calls.many", Integer.toString(many))));
    calls.setVisible(many > 0);
    calls.setManaged(many > 0);
  }

  private void sortItems(Bindings bindings) {
    var group = new ToggleGroup();
    for (InboxOrder order : InboxOrder.values()) {
      var item = new RadioMenuItem(texts.of("inbox.order", order));
      item.setId("order-by-" + order.name());
      item.setToggleGroup(group);
      item.setOnAction(click -> model.order().set(order));
      bindings.follow(model.order(), now -> item.setSelected(now == order));
      sort.getItems().add(item);
    }
  }

  private void narrowItems(Bindings bindings) {
    var unread = new CheckMenuItem(texts.of("inbox.narrow.unread"));
    unread.setId("narrow-unread");
    unread.setOnAction(
        click -> model.narrowing().set(model.narrowing().get().withUnread(unread.isSelected())));
    var urgent = new CheckMenuItem(texts.of("inbox.narrow.urgent"));
    urgent.setId("narrow-urgent");
    urgent.setOnAction(
        click -> model.narrowing().set(model.narrowing().get().withUrgent(urgent.isSelected())));
    var label = new MenuItem(texts.of("inbox.narrow.label"), Icon.LABEL.node());
    label.setId("narrow-label");
    label.setOnAction(click ->
        choices.narrowByLabel(
            one -> model.narrowing().set(model.narrowing().get().withLabel(one))));
    narrow.getItems().setAll(unread, urgent, new SeparatorMenuItem(), label);
    narrow.getItems().add(new SeparatorMenuItem());
    statusItems(bindings);
    bindings.follow(
        model.narrowing(),
        now -> {
          unread.setSelected(now.unread());
          urgent.setSelected(now.urgent());
        });
  }

  private void statusItems(Bindings bindings) {
    var group = new ToggleGroup();
    for (ConversationStatus status : ConversationStatus.values()) {
      var item = new RadioMenuItem(texts.of("inbox.status", status));
      item.setId("narrow-" + status.name());
      item.setToggleGroup(group);
      item.setOnAction(click -> model.narrowTo(status));
      bindings.follow(model.narrowing(), now -> item.setSelected(now.status() == status));
      narrow.getItems().add(item);
    }
  }

  private void showNarrowed(Narrowing now) {
    narrowedBar.setVisible(!now.isNone());
    narrowedBar.setManaged(!now.isNone());
    narrowed.setText(words(now));
  }

  private String words(Narrowing now) {
    var words = new StringJoiner(" · ");
    if (now.unread()) {
      words.add(texts.of("inbox.narrow.unread"));
    }
    if (now.urgent()) {
      words.add(texts.of("inbox.narrow.urgent"));
    }
    ConversationStatus status = now.status();
    if (status != null) {
      words.add(texts.of("inbox.status", status));
    }
    String label = now.label();
    if (label != null) {
      words.add(label);
    }
    return words.toString();
  }
}
