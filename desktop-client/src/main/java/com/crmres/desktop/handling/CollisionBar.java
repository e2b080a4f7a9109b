package com.crmres.desktop.handling;

import com.crmres.desktop.handling.CollisionModel.Warning;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Says who else is at work in the open conversation; where somebody sends all the same, it asks.
public final class CollisionBar extends HBox {

  private final CollisionModel model;
  private final Texts texts;
  private final Label words = new Label();
  private final Button send = new Button();
  private final Button keep = new Button();

  /// @param sendAnyway sends what is in the box
  public CollisionBar(CollisionModel model, Texts texts, Bindings bindings, Runnable sendAnyway) {
    super(10);
    this.model = model;
    this.texts = texts;
    setId("collision");
    getStyleClass().add("collision-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    button(send, "collisionSend", "collision.send", sendAnyway);
    button(keep, "collisionKeep", "collision.keep", model::keep);
    getChildren().addAll(words, keep, send);
    bindings.follow(model.warning(), warning -> show());
    bindings.follow(model.asking(), asking -> show());
  }

  private void button(Button button, String id, String key, Runnable run) {
    button.setId(id);
    button.setText(texts.of(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(click -> run.run());
  }

  private void show() {
    Warning warning = model.warning().get();
    boolean asking = model.asking().get() != null;
    visible(this, warning != null);
    visible(send, asking);
    visible(keep, asking);
    words.setText(words(warning, asking));
    words.setGraphic((warning instanceof Warning.TookOver ? Icon.TAKE_OVER : Icon.KEYBOARD).node());
  }

  private String words(@Nullable Warning warning, boolean asking) {
    return switch (warning) {
      case null -> "";
      case Warning.Writes(var name) ->
          texts.of(asking ? "collision.writes.ask" : "collision.writes", DisplayText.line(name));
      case Warning.TookOver(var name) ->
          texts.of(asking ? "collision.took.ask" : "collision.took", DisplayText.line(name));
    };
  }

  private static void visible(Region node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
