package com.crmres.desktop.search;

import com.crmres.common.search.SearchHit;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What was found, in groups; Enter or a press leads to it.
public final class SearchView {

  private final SearchModel model;
  private final StackPane root = new StackPane();
  private final ListView<FoundRow> list = new ListView<>();
  private final Consumer<SearchHit> open;

  /// @param open leads to what was found
  public SearchView(
      SearchModel model, Texts texts, Times times, Ticker ticker, Consumer<SearchHit> open) {
    this.model = model;
    this.open = open;
    var face = new ListFace();
    root.setId("searchResults");
    list.setId("foundList");
    list.setAccessibleText(texts.of("search.title"));
    list.getStyleClass().addAll("conversation-list", "found-list");
    list.setItems(model.rows());
    list.setCellFactory(rows -> new FoundCell(model, texts, times, ticker));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnMouseClicked(click -> openSelected());
    root.getChildren().addAll(list, face);
    var bindings = new Bindings(root);
    face.follow(bindings, model.state(), texts, "search.empty", list, model::search);
    bindings.follow(
        model.searching(),
        now -> {
          root.setVisible(now);
          root.setManaged(now);
        });
  }

  public Parent node() {
    return root;
  }

  /// The keyboard goes to the first thing that was found.
  public void enter() {
    list.requestFocus();
    for (int i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i) instanceof FoundRow.Found) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER) {
      openSelected();
      key.consume();
    } else if (key.getCode() == KeyCode.ESCAPE) {
      model.leave();
      key.consume();
    }
  }

  private void openSelected() {
    if (list.getSelectionModel().getSelectedItem() instanceof FoundRow.Found(SearchHit hit)) {
      open.accept(hit);
    }
  }
}
