package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/// What the restaurant was told of its WhatsApp channel, below what managers have to decide.
public final class ChannelView {

  private static final int ABOVE_NOTICES = 2;

  private final VBox root;

  @FXML private ListView<ChannelNotice> notices;
  @FXML private ListFace face;

  public ChannelView(
      ChannelModel model, MergesModel merges, Texts texts, Times times, Ticker ticker) {
    this.root = Fxml.load(this, texts, VBox.class);
    root.getChildren().add(ABOVE_NOTICES, new MergePane(merges, texts));
    notices.setCellFactory(list -> new NoticeCell(texts, times, ticker));
    notices.setItems(model.notices());
    face.follow(new Bindings(root), model.state(), texts, "channel.empty", notices, model::reload);
    root.sceneProperty().subscribe(scene -> model.looking(scene != null));
  }

  public Parent node() {
    return root;
  }
}
