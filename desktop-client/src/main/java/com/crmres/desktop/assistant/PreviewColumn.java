package com.crmres.desktop.assistant;

import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.bubble.MessageBody;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.MessageText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of two columns: a manner of speaking and the conversation it leads.
final class PreviewColumn {

  private final PreviewSide side;
  private final BubbleTools tools;
  private final Texts texts;
  private final ComboBox<Personality> personality = new ComboBox<>();
  private final Label failure = new Label();
  private final VBox turns = new VBox(8);
  private final VBox root = new VBox(8);

  PreviewColumn(
      String id, PreviewModel model, PreviewSide side, BubbleTools tools, Bindings bindings) {
    this.side = side;
    this.tools = tools;
    this.texts = tools.texts();
    choose(id, bindings);
    turns.getStyleClass().add("preview-turns");
    var scroll = new ScrollPane(turns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("assistant-scroll");
    failure.setWrapText(true);
    failure.getStyleClass().add("failure-text");
    var face = new ListFace();
    var place = new StackPane(scroll, face);
    VBox.setVgrow(place, Priority.ALWAYS);
    HBox.setHgrow(root, Priority.ALWAYS);
    root.setPrefWidth(300);
    root.setMinWidth(0);
    root.getStyleClass().add("preview-column");
    root.getChildren().addAll(personality, failure, place);
    face.follow(bindings, side.state(), texts, "preview.empty", scroll, () -> model.run(side));
    bindings.followList(side.turns(), this::show);
    bindings.follow(side.failure(), this::showFailure);
  }

  Node node() {
    return root;
  }

  private void choose(String id, Bindings bindings) {
    personality.setId(id);
    personality.setMaxWidth(Double.MAX_VALUE);
    personality.setAccessibleText(texts.of("preview.manner"));
    personality.getItems().setAll(Personality.values());
    personality.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Personality one) {
            return one == null ? "" : texts.of("assistant.personality", one);
          }

          // Nobody types into it.
          @Override
          public @Nullable Personality fromString(String words) {
            return null;
          }
        });
    bindings.follow(side.personality(), personality::setValue);
    personality
        .valueProperty()
        .subscribe((before, chosen) -> {
          if (chosen != null) {
            side.personality().set(chosen);
          }
        });
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setVisible(why != null);
    failure.setManaged(why != null);
    failure.setText(why == null ? "" : FailureText.of(why, texts));
  }

  private void show() {
    turns.getChildren().clear();
    for (PreviewTurn turn : side.turns()) {
      var words = new MessageText();
      words.show(turn.said());
      turns.getChildren().add(bubble(words, "bubble-customer", Pos.CENTER_LEFT));
      for (MessageContent answer : turn.answers()) {
        var body = new MessageBody(tools);
        body.show(answer);
        turns.getChildren().add(bubble(body, "bubble-ai", Pos.CENTER_RIGHT));
      }
      turns.getChildren().add(chips(turn));
    }
  }

  private static Node bubble(Node content, String style, Pos where) {
    var bubble = new VBox(content);
    bubble.getStyleClass().addAll("bubble", style);
    bubble.setMaxWidth(380);
    var row = new HBox(bubble);
    row.setAlignment(where);
    return row;
  }

  private Node chips(PreviewTurn turn) {
    var chips = new FlowPane(6, 4);
    chips.setAlignment(Pos.CENTER_RIGHT);
    add(chips, texts.of("assistant.intent", turn.intent()), Chip.Tone.ASSISTANT, null);
    add(
        chips,
        texts.of(
            "suggestion.confidence",
            DisplayText.leftToRight(Math.round(turn.confidence() * 100) + "%")),
        Chip.Tone.NEUTRAL,
        null);
    EscalationReason why = turn.handOver();
    if (why != null) {
      add(
          chips,
          texts.of("suggestion.handsOver", texts.of("escalation", why)),
          Chip.Tone.DUE,
          Icon.WARNING);
    }
    return chips;
  }

  private static void add(FlowPane chips, String words, Chip.Tone tone, @Nullable Icon icon) {
    var chip = new Chip();
    chip.show(words, tone, icon);
    chips.getChildren().add(chip);
  }
}
