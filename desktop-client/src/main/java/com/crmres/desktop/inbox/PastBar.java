package com.crmres.desktop.inbox;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says that the thread shows what was said long ago, and leads back to the newest.
final class PastBar extends HBox {

  PastBar(ThreadModel model, Texts texts, Bindings bindings) {
    super(12);
    setId("past");
    getStyleClass().add("past-bar");
    setAlignment(Pos.CENTER_LEFT);
    var words = new Label(texts.of("past.title"), Icon.LOG.node());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var newest = new Button(texts.of("past.newest"), Icon.TO_END.node());
    newest.setId("pastNewest");
    newest.setMinWidth(Region.USE_PREF_SIZE);
    newest.setOnAction(click -> model.toNewest());
    getChildren().addAll(words, gap, newest);
    bindings.follow(
        model.past(),
        past -> {
          setVisible(past);
          setManaged(past);
        });
  }
}
