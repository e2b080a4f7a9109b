package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The assistant's manner of speaking, and how two manners answer the same customer.
final class MannerPane {

  private final SettingsModel settings;
  private final PreviewModel preview;
  private final Texts texts;
  private final Map<Personality, ToggleButton> cards = new EnumMap<>(Personality.class);
  private final FlowPane samples = new FlowPane(8, 8);
  private final TextArea said = new TextArea();
  private final Button run = new Button();
  private final StackPane root = new StackPane();

  MannerPane(AssistantModel model, BubbleTools tools, Bindings bindings) {
    this.settings = model.settings();
    this.preview = model.preview();
    this.texts = tools.texts();
    var sides =
        new HBox(
            14,
            new PreviewColumn("previewOne", preview, preview.one(), tools, bindings).node(),
            new PreviewColumn("previewOther", preview, preview.other(), tools, bindings).node());
    VBox.setVgrow(sides, Priority.ALWAYS);
    var content = new VBox(12, manners(), tryOut(), sides);
    content.getStyleClass().add("assistant-page");
    var face = new ListFace();
    root.getChildren().addAll(content, face);
    face.follow(bindings, settings.state(), texts, "assistant.empty", content, settings::reload);
    bindings.follow(settings.draft(), this::showManner);
    bindings.followList(preview.samples(), this::showSamples);
    bindings.follow(preview.state(), state -> showSamples());
    bindings.follow(preview.said(), this::showSaid);
  }

  Node node() {
    return root;
  }

  private Node manners() {
    var row = new HBox(10);
    for (Personality one : Personality.values()) {
      var name = new Label(texts.of("assistant.personality", one));
      name.getStyleClass().add("kind-title");
      var example = new Label(texts.of("assistant.personality.example", one));
      example.getStyleClass().add("muted");
      var card = new ToggleButton();
      card.setGraphic(new VBox(4, name, example));
      card.setId("personality-" + one);
      card.setAccessibleText(name.getText());
      card.getStyleClass().add("manner-card");
      card.setDisable(!settings.mayChange());
      card.setMaxWidth(Double.MAX_VALUE);
      card.setMinWidth(0);
      card.setPrefWidth(200);
      card.setOnAction(click -> {
        settings.personality(one);
        showManner(settings.draft().get());
      });
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.put(one, card);
      row.getChildren().add(card);
    }
    return row;
  }

  private void showManner(@Nullable AssistantSettings draft) {
    cards.forEach((one, card) -> card.setSelected(draft != null && draft.personality() == one));
  }

  private Node tryOut() {
    var title = new Label(texts.of("preview.title"));
    title.getStyleClass().add("card-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    said.setId("previewSaid");
    said.setPrefRowCount(2);
    said.setMinHeight(62);
    said.setWrapText(true);
    said.setPromptText(texts.of("preview.said"));
    said.setAccessibleText(texts.of("preview.said"));
    said.textProperty().subscribe((before, typed) -> preview.said().set(typed));
    run.setText(texts.of("preview.run"));
    run.setId("previewRun");
    run.setGraphic(Icon.PLAY.node());
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(click -> preview.run());
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox.setHgrow(samples, Priority.ALWAYS);
    var head = new HBox(12, title, samples);
    head.setAlignment(Pos.CENTER_LEFT);
    var write = new HBox(10, said, run);
    write.setAlignment(Pos.CENTER_LEFT);
    return new VBox(8, head, write);
  }

  private void showSaid(String words) {
    if (!words.equals(said.getText())) {
      said.setText(words);
    }
    run.setDisable(!preview.isComplete());
  }

  private void showSamples() {
    samples.getChildren().clear();
    switch (preview.state().get()) {
      case LOADING -> samples.getChildren().add(muted("face.loading"));
      case EMPTY -> samples.getChildren().add(muted("preview.noSamples"));
      case FAILED -> samples.getChildren().addAll(muted("face.failed"), again());
      case READY -> preview.samples().forEach(one -> samples.getChildren().add(button(one)));
    }
  }

  private Label muted(String key) {
    var label = new Label(texts.of(key));
    label.getStyleClass().add("muted");
    return label;
  }

  private Node again() {
    var again = new Button(texts.of("face.retry"), Icon.RETRY.node());
    again.getStyleClass().add("small");
    again.setOnAction(click -> preview.load(texts.language().code()));
    return again;
  }

  private Node button(PreviewSample sample) {
    var button = new Button(DisplayText.line(sample.title()));
    button.setId("sample-" + sample.id());
    button.getStyleClass().add("reason");
    button.setOnAction(click -> preview.choose(sample));
    return button;
  }
}
