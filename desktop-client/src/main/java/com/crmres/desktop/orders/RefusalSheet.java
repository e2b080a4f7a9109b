package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Fxml;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for the reason of a refusal, which the customer will be told.
final class RefusalSheet extends StackPane {

  private static final int LONGEST = 200;

  private final Texts texts;
  private final OrderBoardModel model;
  private final Runnable afterwards;
  private @Nullable OrderSummary order;
  private OrderAction action = OrderAction.REJECT;

  @FXML private Label title;
  @FXML private FlowPane reasons;
  @FXML private TextField words;
  @FXML private Button back;
  @FXML private Button refuse;

  /// Begins hidden; [#ask] shows it.
  ///
  /// @param afterwards gives the keyboard back to the board
  RefusalSheet(Texts texts, OrderBoardModel model, Runnable afterwards) {
    this.texts = texts;
    this.model = model;
    this.afterwards = afterwards;
    getStyleClass().add("sheet");
    getChildren().add(Fxml.load(this, texts, VBox.class));
    back.setOnAction(click -> leave());
    refuse.setOnAction(click -> refuseWith(words.getText()));
    words.setOnAction(enter -> refuseWith(words.getText()));
    words.textProperty().subscribe(text -> refuse.setDisable(text.isBlank()));
    setVisible(false);
  }

  void ask(OrderSummary about, OrderAction wanted) {
    order = about;
    action = wanted;
    title.setText(texts.of("refusal.title", texts.of("orders.action", wanted), number(about)));
    refuse.setText(texts.of("orders.action", wanted));
    words.clear();
    reasons.getChildren().setAll(RefusalReason.of(wanted).stream().map(this::button).toList());
    setVisible(true);
    reasons.getChildren().getFirst().requestFocus();
  }

  private static String number(OrderSummary order) {
    return DisplayText.leftToRight("#" + order.number());
  }

  private Button button(RefusalReason reason) {
    var button = new Button(texts.of("refusal.reason", reason));
    button.setId("reason-" + reason.name());
    button.getStyleClass().add("reason");
    button.setOnAction(click -> refuseWith(button.getText()));
    return button;
  }

  private void refuseWith(String reason) {
    OrderSummary about = order;
    String said = reason.strip();
    if (about != null && !said.isEmpty()) {
      model.refuse(about, action, said.length() > LONGEST ? said.substring(0, LONGEST) : said);
      leave();
    }
  }

  private void leave() {
    setVisible(false);
    order = null;
    afterwards.run();
  }
}
