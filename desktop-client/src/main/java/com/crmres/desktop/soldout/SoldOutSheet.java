package com.crmres.desktop.soldout;

import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.EscapeKey;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Over any screen: each dish with its presets, so that opening and one press are enough.
public final class SoldOutSheet extends StackPane {

  private final SoldOutModel model;
  private final Texts texts;
  private final Runnable afterwards;

  @FXML private Button close;
  @FXML private TextField search;
  @FXML private Label failure;
  @FXML private ListView<MenuDetails.Item> items;
  @FXML private ListFace face;

  /// Begins hidden; [#open] shows it.
  ///
  /// @param afterwards gives the keyboard back
  public SoldOutSheet(
      SoldOutModel model, Texts texts, Times times, Ticker ticker, Runnable afterwards) {
    this.model = model;
    this.texts = texts;
    this.afterwards = afterwards;
    getStyleClass().add("sheet");
    getChildren().add(Fxml.load(this, texts, VBox.class));
    search.textProperty().bindBidirectional(model.search());
    items.setItems(model.shown());
    items.setCellFactory(list -> new SoldOutCell(model, texts, times, ticker));
    items.setFocusTraversable(false);
    close.setOnAction(click -> leave());
    EscapeKey.leaves(this, this::leave);
    var bindings = new Bindings(this);
    face.follow(bindings, model.state(), texts, "soldOut.empty", items, model::reload);
    bindings.follow(model.failure(), this::showFailure);
    setVisible(false);
  }

  /// Shows what can be had, as it is now.
  ///
  /// @param words what to look for; empty for the whole menu
  public void open(String words) {
    model.search().set(words);
    model.reload();
    setVisible(true);
    search.requestFocus();
  }

  private void leave() {
    setVisible(false);
    afterwards.run();
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setVisible(why != null);
    failure.setManaged(why != null);
    failure.setText(why == null ? "" : FailureText.of(why, texts));
  }
}
