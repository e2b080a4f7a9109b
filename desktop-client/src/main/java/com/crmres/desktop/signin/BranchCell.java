package com.crmres.desktop.signin;

import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One branch with its address and whether it is open.
final class BranchCell extends ListCell<BranchSummary> {

  private final Texts texts;
  private final Label name = new Label();
  private final Label address = new Label();
  private final Chip open = new Chip();
  private final HBox row;

  BranchCell(Texts texts, Consumer<BranchSummary> choose) {
    this.texts = texts;
    name.getStyleClass().add("row-title");
    address.getStyleClass().add("muted");
    var words = new VBox(name, address);
    HBox.setHgrow(words, Priority.ALWAYS);
    var icon = new StackPane(Icon.BRANCH.node());
    icon.getStyleClass().add("branch-icon");
    row = new HBox(14, icon, words, open);
    row.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(click -> {
      if (!isEmpty()) {
        choose.accept(getItem());
      }
    });
  }

  @Override
  protected void updateItem(BranchSummary branch, boolean empty) {
    super.updateItem(branch, empty);
    if (empty || branch == null) {
      setGraphic(null);
      setId(null);
      return;
    }
    setId("branch-" + branch.id());
    name.setText(texts.name(branch.name()));
    address.setText(texts.name(branch.address()));
    open.show(
        texts.of(branch.open() ? "branch.open" : "branch.closed"),
        branch.open() ? Chip.Tone.GOOD : Chip.Tone.NEUTRAL);
    setGraphic(row);
  }
}
