package com.crmres.desktop.inbox;

import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.handling.Outcome;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Below the list: what can be done with all that are picked, and with which it did not go through.
final class BulkBar extends VBox {

  private static final int MOST_NAMED = 4;

  private final InboxModel model;
  private final Texts texts;
  private final FileDesk files;
  private final ThreadFile export;
  private final Label many = new Label();
  private final HBox tools;
  private final Label result = new Label();
  private final HBox resultBar;

  BulkBar(InboxModel model, Choices choices, Texts texts, Times times, FileDesk files) {
    this.model = model;
    this.texts = texts;
    this.files = files;
    this.export = new ThreadFile(texts, times);
    many.setId("bulkCount");
    many.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    tools =
        new HBox(
            2,
            many,
            gap,
            button("bulkAssign", "errand.assign", Icon.ASSIGN, choices::assign),
            button("bulkSnooze", "errand.snooze", Icon.SNOOZE, choices::snooze),
            button("bulkPriority", "errand.priority", Icon.PRIORITY, choices::prioritise),
            button("bulkLabel", "errand.label", Icon.LABEL, choices::label),
            button("bulkUnread", "errand.unread", Icon.UNREAD, choices::mark),
            button("bulkExport", "errand.export", Icon.SAVE, this::export),
            button("bulkResolve", "errand.resolve", Icon.DONE, choices::resolve),
            button("bulkNone", "bulk.none", Icon.REJECT, model.picked()::none));
    tools.setId("bulkBar");
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("bulk-bar");
    result.setId("bulkResult");
    result.setWrapText(true);
    result.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(result, Priority.ALWAYS);
    resultBar =
        new HBox(
            8, result, button("bulkRead", "bulk.read", Icon.REJECT, model.handling()::outcomeRead));
    resultBar.setAlignment(Pos.CENTER_LEFT);
    setSpacing(6);
    getChildren().addAll(resultBar, tools);
  }

  private Button button(String id, String key, Icon icon, Runnable run) {
    var button = new Button("", icon.node());
    button.setId(id);
    button.getStyleClass().add("card-button");
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key)));
    button.setOnAction(click -> run.run());
    return button;
  }

  void follow(Bindings bindings) {
    bindings.followSet(model.picked().ids(), this::showPicked);
    showPicked();
    bindings.follow(model.handling().busy(), busy -> tools.setDisable(busy));
    bindings.follow(model.handling().outcome(), this::show);
    bindings.follow(model.exports().ending(), this::showExport);
    visible(bulkExport(), model.exports().mayExport());
  }

  private Region bulkExport() {
    return (Region)
        tools.getChildren().stream()
            .filter(node -> "bulkExport".equals(node.getId()))
            .findFirst()
            .orElseThrow();
  }

  private void showPicked() {
    int count = model.picked().ids().size();
    many.setText(texts.of("bulk.picked", Integer.toString(count)));
    visible(tools, count > 0);
  }

  private void show(@Nullable Outcome outcome) {
    visible(resultBar, outcome != null);
    if (outcome == null) {
      return;
    }
    say(outcome.failed().isEmpty(), words(outcome));
  }

  private void say(boolean good, String words) {
    visible(resultBar, true);
    resultBar.getStyleClass().setAll("outcome-bar", good ? "outcome-good" : "outcome-bad");
    result.setGraphic((good ? Icon.DONE : Icon.FAILED).node());
    result.setText(words);
  }

  private String words(Outcome outcome) {
    String done = texts.of("bulk.done", Integer.toString(outcome.done().size()));
    if (outcome.failed().isEmpty()) {
      return done;
    }
    String names =
        outcome.failed().stream()
            .limit(MOST_NAMED)
            .map(one -> DisplayText.line(one.conversation().customer().name()))
            .collect(Collectors.joining(texts.of("list.comma")));
    int rest = outcome.failed().size() - MOST_NAMED;
    String all = rest > 0 ? names + " " + DisplayText.leftToRight("+" + rest) : names;
    String why = FailureText.of(outcome.failed().getFirst().why(), texts);
    String failed = texts.of("bulk.failed", all, why);
    return outcome.done().isEmpty() ? failed : done + " " + failed;
  }

  /// To the file that the person chooses; its name says as which kind.
  private void export() {
    Path place = files.whereToSave(texts.of("export.title"), texts.of("export.name"));
    if (place != null) {
      model.exports().to(place, model.picked().conversations(), export::text);
    }
  }

  private void showExport(ExportModel.@Nullable Ending ending) {
    if (ending != null) {
      ServerFailure why = ending.why();
      say(
          why == null,
          why == null
              ? texts.of("export.done", DisplayText.leftToRight(ending.file()))
              : FailureText.of(why, texts));
    }
  }

  private static void visible(Region node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
