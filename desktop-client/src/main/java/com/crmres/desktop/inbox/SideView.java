package com.crmres.desktop.inbox;

import com.crmres.desktop.advice.LogView;
import com.crmres.desktop.advice.TurnsModel;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Ticker;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The thread's side: the customer, or the assistant's log for those who may read it.
final class SideView {

  private static final double WIDTH = 300;

  private final VBox root = new VBox();

  SideView(InboxModel model, Texts texts, Times times, Ticker ticker) {
    TurnsModel turns = model.thread().advice().turns();
    Node customer = new CustomerView(model, texts, times, ticker).node();
    Node log = new LogView(turns, texts, times, ticker).node();
    var place = new StackPane(customer, log);
    VBox.setVgrow(place, Priority.ALWAYS);
    ToggleButton toCustomer = tab("side-customer", texts.of("side.customer"));
    ToggleButton toLog = tab("side-log", texts.of("side.log"));
    toCustomer.setOnAction(click -> choose(turns, false, toCustomer, toLog));
    toLog.setOnAction(click -> choose(turns, true, toCustomer, toLog));
    var tabs = new HBox(toCustomer, toLog);
    tabs.getStyleClass().add("segments");
    var head = new VBox(tabs);
    head.getStyleClass().add("side-head");
    head.setVisible(turns.mayLook());
    head.setManaged(turns.mayLook());
    root.getStyleClass().add("side");
    root.setMinWidth(WIDTH);
    root.setMaxWidth(WIDTH);
    root.getChildren().addAll(head, place);
    new Bindings(root)
        .follow(
            turns.reading(),
            reading -> {
              toCustomer.setSelected(!reading);
              toLog.setSelected(reading);
              customer.setVisible(!reading);
              log.setVisible(reading);
            });
  }

  /// A second click on the chosen one leaves it chosen.
  private static void choose(
      TurnsModel turns, boolean log, ToggleButton toCustomer, ToggleButton toLog) {
    turns.reading().set(log);
    toCustomer.setSelected(!log);
    toLog.setSelected(log);
  }

  private static ToggleButton tab(String id, String words) {
    var tab = new ToggleButton(words);
    tab.setId(id);
    tab.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(tab, Priority.ALWAYS);
    return tab;
  }

  Parent node() {
    return root;
  }
}
