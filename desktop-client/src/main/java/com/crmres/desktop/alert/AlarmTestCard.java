package com.crmres.desktop.alert;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The line at the start of a shift that has the alarm tried.
public final class AlarmTestCard extends HBox {

  private final AlarmTestModel model;
  private final Texts texts;
  private final Label words = new Label();
  private final Button play;
  private final Button heard;
  private final Button unheard;

  public AlarmTestCard(AlarmTestModel model, Texts texts) {
    super(10);
    this.model = model;
    this.texts = texts;
    setId("alarmTest");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("alarm-test");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    this.play = button("alarmTestPlay", "alarmTest.play", model::play);
    this.heard = button("alarmTestHeard", "alarmTest.heard", model::heard);
    this.unheard = button("alarmTestUnheard", "alarmTest.unheard", model::unheard);
    play.setGraphic(Icon.SOUND.node());
    getChildren().addAll(words, play, heard, unheard);
    new Bindings(this).follow(model.step(), this::show);
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(texts.of(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(click -> act.run());
    return button;
  }

  private void show(AlarmTestModel.Step step) {
    shown(this, step != AlarmTestModel.Step.DONE);
    shown(heard, step == AlarmTestModel.Step.PLAYED || step == AlarmTestModel.Step.UNHEARD);
    shown(unheard, step == AlarmTestModel.Step.PLAYED);
    switch (step) {
      case DONE -> {}
      case ASKED -> say("alarmTest.asked", Icon.ALARM);
      case PLAYED -> say("alarmTest.played", Icon.SOUND);
      case UNHEARD -> say("alarmTest.silent", Icon.MUTED);
    }
    play.setText(
        texts.of(step == AlarmTestModel.Step.ASKED ? "alarmTest.play" : "alarmTest.again"));
    heard.setText(
        texts.of(step == AlarmTestModel.Step.UNHEARD ? "alarmTest.goOn" : "alarmTest.heard"));
    heard.setOnAction(click -> {
      if (step == AlarmTestModel.Step.UNHEARD) {
        model.goOnSilently();
      } else {
        model.heard();
      }
    });
  }

  private void say(String key, Icon icon) {
    words.setText(texts.of(key));
    words.setGraphic(icon.node());
  }

  private static void shown(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
