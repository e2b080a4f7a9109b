package com.crmres.desktop.shell;

import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.EscapeKey;
import com.crmres.desktop.ui.Fxml;
import java.util.Arrays;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys on one page.
final class ShortcutSheet extends StackPane {

  private final Texts texts;
  private final Runnable afterwards;

  @FXML private Button close;
  @FXML private HBox groups;

  /// Begins hidden; [#open] shows it.
  ShortcutSheet(Texts texts, Runnable afterwards) {
    this.texts = texts;
    this.afterwards = afterwards;
    setId("shortcuts");
    getStyleClass().add("sheet");
    getChildren().add(Fxml.load(this, texts, VBox.class));
    groups.getChildren().setAll(Arrays.stream(Shortcuts.Group.values()).map(this::group).toList());
    close.setOnAction(click -> leave());
    EscapeKey.leaves(this, this::leave);
    setVisible(false);
  }

  void open() {
    setVisible(true);
    close.requestFocus();
  }

  private void leave() {
    setVisible(false);
    afterwards.run();
  }

  private Node group(Shortcuts.Group group) {
    var title = new Label(texts.of("keys.group", group));
    title.getStyleClass().add("kind-title");
    var box = new VBox(6, title);
    HBox.setHgrow(box, Priority.ALWAYS);
    Shortcuts.of(group).forEach(one -> box.getChildren().add(row(one)));
    return box;
  }

  private Node row(Shortcuts.Shortcut one) {
    var keys = new Label(DisplayText.leftToRight(one.keys()));
    keys.getStyleClass().add("key-cap");
    keys.setMinWidth(USE_PREF_SIZE);
    var words = new Label(texts.of(one.key()));
    words.setWrapText(true);
    var row = new HBox(10, keys, words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
