package com.crmres.desktop.ready;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.EscapeKey;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Over any screen: the replies that lie ready, and beside them the one that is being written.
public final class ReadyRepliesSheet extends StackPane {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 640;
  private static final double LIST_WIDTH = 300;

  private final ReadyRepliesModel model;
  private final Texts texts;
  private final Runnable afterwards;
  private final TextField search = new TextField();

  /// Begins hidden; [#open] shows it.
  ///
  /// @param afterwards gives the keyboard back
  public ReadyRepliesSheet(ReadyRepliesModel model, Texts texts, Runnable afterwards) {
    this.model = model;
    this.texts = texts;
    this.afterwards = afterwards;
    setId("readySheet");
    getStyleClass().add("sheet");
    var bindings = new Bindings(this);
    var panes = new HBox(18, list(bindings), new ReadyReplyForm(model, texts, bindings));
    VBox.setVgrow(panes, Priority.ALWAYS);
    var card = new VBox(head(), panes);
    card.getStyleClass().add("sheet-card");
    card.setMaxSize(WIDTH, HEIGHT);
    getChildren().add(card);
    EscapeKey.leaves(this, this::leave);
    setVisible(false);
  }

  private Node head() {
    var title = new Label(texts.of("readySheet.title"));
    title.getStyleClass().add("card-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var fresh = new Button(texts.of("readySheet.new"), Icon.ADD.node());
    fresh.setId("readyNew");
    fresh.setOnAction(click -> model.begin());
    fresh.setVisible(model.mayEdit());
    var close = new Button(texts.of("readySheet.close"));
    close.setId("readyClose");
    close.setOnAction(click -> leave());
    var head = new HBox(12, title, gap, fresh, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node list(Bindings bindings) {
    search.setId("readySearch");
    search.setPromptText(texts.of("readySheet.search"));
    search.setAccessibleText(texts.of("readySheet.search"));
    search.textProperty().bindBidirectional(model.search());
    ListView<ReadyReply> replies = new ListView<>(model.shown());
    replies.setId("readyList");
    replies.getStyleClass().add("plain-list");
    replies.setCellFactory(rows -> new ReadyReplyCell(texts));
    replies
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(one -> {
          if (one != null) {
            model.choose(one);
          }
        });
    var face = new ListFace();
    face.follow(bindings, model.state(), texts, "readySheet.empty", replies, model::reload);
    var place = new StackPane(replies, face);
    VBox.setVgrow(place, Priority.ALWAYS);
    var column = new VBox(10, search, place);
    column.setPrefWidth(LIST_WIDTH);
    column.setMinWidth(LIST_WIDTH);
    return column;
  }

  /// Shows them as they are now.
  public void open() {
    model.search().set("");
    model.reload();
    setVisible(true);
    search.requestFocus();
  }

  private void leave() {
    setVisible(false);
    afterwards.run();
  }
}
