package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tabs above the list, each with how many stand under it.
final class TabStrip extends VBox {

  private static final List<List<InboxFilter>> ROWS =
      List.of(
          List.of(InboxFilter.WAITING, InboxFilter.MINE, InboxFilter.UNASSIGNED),
          List.of(InboxFilter.ALL, InboxFilter.ASSISTANT, InboxFilter.ASLEEP, InboxFilter.CLOSED));

  private final InboxModel model;
  private final Texts texts;
  private final ToggleGroup group = new ToggleGroup();
  private final Map<InboxFilter, ToggleButton> tabs = new EnumMap<>(InboxFilter.class);

  TabStrip(InboxModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("segments", "tab-strip");
    for (List<InboxFilter> row : ROWS) {
      var line = new HBox(4);
      row.forEach(filter -> line.getChildren().add(tab(filter)));
      getChildren().add(line);
    }
  }

  void follow(Bindings bindings) {
    bindings.follow(model.filter(), this::choose);
    bindings.follow(model.counts(), this::count);
    bindings.follow(
        model.waiting(), many -> label(InboxFilter.WAITING, OptionalInt.of(many.intValue())));
    // A second click on the chosen one must not leave none chosen.
    group
        .selectedToggleProperty()
        .subscribe(chosen -> {
          if (chosen == null) {
            choose(model.filter().get());
          }
        });
  }

  private ToggleButton tab(InboxFilter filter) {
    var tab = new ToggleButton(texts.of("inbox.filter", filter));
    tab.setId("filter-" + filter.name());
    tab.setToggleGroup(group);
    tab.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(tab, Priority.ALWAYS);
    tab.setOnAction(click -> model.filter().set(filter));
    tabs.put(filter, tab);
    return tab;
  }

  private void choose(InboxFilter filter) {
    ToggleButton tab = tabs.get(filter);
    if (tab != null) {
      group.selectToggle(tab);
    }
  }

  private void count(@Nullable ConversationCounts counts) {
    if (counts != null) {
      for (InboxFilter filter : InboxFilter.values()) {
        if (filter != InboxFilter.WAITING) {
          label(filter, filter.count(counts));
        }
      }
    }
  }

  private void label(InboxFilter filter, OptionalInt many) {
    ToggleButton tab = tabs.get(filter);
    if (tab != null) {
      String name = texts.of("inbox.filter", filter);
      tab.setText(
          many.isEmpty() || many.getAsInt() == 0
              ? name
              : name + " " + DisplayText.leftToRight(Integer.toString(many.getAsInt())));
    }
  }
}
