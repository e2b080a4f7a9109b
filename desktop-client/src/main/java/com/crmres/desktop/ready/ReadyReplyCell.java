package com.crmres.desktop.ready;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.LineText;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A row of the list: how a reply is called and how it begins.
final class ReadyReplyCell extends ListCell<ReadyReply> {

  private final Texts texts;
  private final Label name = new Label();
  private final LineText words = new LineText();
  private final VBox row = new VBox(2, name, words);

  ReadyReplyCell(Texts texts) {
    this.texts = texts;
    name.getStyleClass().add("row-title");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ReadyReply one, boolean empty) {
    super.updateItem(one, empty);
    if (empty || one == null) {
      setGraphic(null);
      ItemName.on(this, null);
      return;
    }
    ItemName.on(this, "readyReply-" + one.id());
    name.setText(DisplayText.leftToRight("/" + one.shortcut()));
    words.show(texts.name(one.text()).replaceAll("\\s+", " "));
    setAccessibleText(name.getText() + ", " + texts.name(one.text()));
    setGraphic(row);
  }
}
