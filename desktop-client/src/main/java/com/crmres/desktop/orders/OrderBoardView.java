package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The order board: a column for each step, and keys for each move.
public final class OrderBoardView {

  private final OrderBoardModel model;
  private final Texts texts;
  private final StackPane root;
  private final ObjectProperty<Instant> now;
  private final RefusalSheet sheet;

  @FXML private Chip finished;
  @FXML private HBox failureBox;
  @FXML private Label failure;
  @FXML private HBox columns;
  @FXML private ListFace face;

  public OrderBoardView(OrderBoardModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.now = new SimpleObjectProperty<>(ticker.instant());
    this.root = Fxml.load(this, texts, StackPane.class);
    this.sheet = new RefusalSheet(texts, model, root::requestFocus);
    root.getChildren().add(sheet);
    var bindings = new Bindings(root);
    bindings.follow(ticker.now(), now::set);
    for (BoardColumn column : BoardColumn.values()) {
      columns.getChildren().add(column(column, times, bindings));
    }
    face.follow(bindings, model.state(), texts, "orders.empty", columns, model::reload);
    bindings.follow(model.finished(), count -> showFinished(count.intValue()));
    bindings.follow(model.failure(), this::showFailure);
    new BoardKeys(model, sheet, texts.isRightToLeft()).listenOn(root);
    takeFocus();
  }

  public Parent node() {
    return root;
  }

  private HBox column(BoardColumn column, Times times, Bindings bindings) {
    var view = new BoardColumnView(column, model, texts, times, now, this::refuse);
    view.follow(bindings);
    HBox.setHgrow(view, Priority.ALWAYS);
    var holder = new HBox(view);
    HBox.setHgrow(holder, Priority.ALWAYS);
    return holder;
  }

  private void refuse(OrderSummary order, OrderAction action) {
    sheet.ask(order, action);
  }

  private void showFinished(int count) {
    finished.show(
        texts.of("orders.finished", Integer.toString(count)), Chip.Tone.NEUTRAL, Icon.DONE_ALL);
  }

  private void showFailure(@Nullable ServerFailure why) {
    failureBox.setVisible(why != null);
    failureBox.setManaged(why != null);
    if (why != null) {
      failure.setGraphic(Icon.FAILED.node());
      failure.setText(FailureText.of(why, texts));
    }
  }

  /// Keys work at once, and again after each click beside a field.
  private void takeFocus() {
    root.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(root::requestFocus);
          }
        });
    root.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (!sheet.isVisible()) {
            root.requestFocus();
          }
        });
  }
}
