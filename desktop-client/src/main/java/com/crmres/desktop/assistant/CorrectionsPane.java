package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/// What people changed or refused, newest first.
final class CorrectionsPane {

  private final StackPane root = new StackPane();

  CorrectionsPane(CorrectionsModel model, BubbleTools tools, Ticker ticker, Bindings bindings) {
    Texts texts = tools.texts();
    var list = new ListView<AssistantCorrection>();
    list.setId("correctionList");
    list.getStyleClass().add("correction-list");
    list.setAccessibleText(texts.of("assistant.page.CORRECTIONS"));
    list.setCellFactory(view -> new CorrectionCell(model, texts, tools.times(), ticker));
    list.setItems(model.corrections());
    var face = new ListFace();
    root.getChildren().addAll(list, face);
    face.follow(bindings, model.state(), texts, "correction.empty", list, model::reload);
  }

  Node node() {
    return root;
  }
}
