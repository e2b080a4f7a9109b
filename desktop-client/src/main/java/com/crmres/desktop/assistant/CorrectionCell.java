package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.MessageText;
import com.crmres.desktop.ui.TallCell;
import com.crmres.desktop.ui.Ticker;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the customer said, what the assistant would have answered, and what a person made of it.
final class CorrectionCell extends TallCell<AssistantCorrection> {

  private final CorrectionsModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;

  CorrectionCell(CorrectionsModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable AssistantCorrection one, boolean empty) {
    super.updateItem(one, empty);
    if (empty || one == null) {
      setGraphic(null);
      ItemName.on(this, null);
      return;
    }
    ItemName.on(this, "correction-" + one.id());
    if (getIndex() >= model.corrections().size() - 1) {
      // Not while the list lays itself out.
      Platform.runLater(model::loadMore);
    }
    var card = new VBox(8, head(one));
    card.getStyleClass().add("card");
    card.getChildren()
        .add(part("correction.said", String.join("\n", one.said()), "bubble-customer"));
    card.getChildren().add(part("correction.suggested", answers(one), "bubble-ai"));
    String text = one.text();
    if (text != null) {
      card.getChildren().add(part("correction.sent", text, "bubble-staff"));
    }
    String why = one.why();
    if (why != null) {
      var note = new Label(DisplayText.of(why), Icon.NOTE.node());
      note.setWrapText(true);
      note.getStyleClass().add("order-note");
      card.getChildren().add(note);
    }
    setGraphic(card);
    setAccessibleText(DisplayText.line(one.decidedBy()));
  }

  private static String answers(AssistantCorrection one) {
    return one.answers().stream()
        .map(MessageContent::preview)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private Node head(AssistantCorrection one) {
    boolean refused = one.decision() == Decision.REFUSE;
    var decision = new Chip();
    decision.show(
        texts.of(refused ? "correction.refused" : "correction.edited"),
        refused ? Chip.Tone.LATE : Chip.Tone.NEW,
        refused ? Icon.REJECT : Icon.NOTE);
    var intent = new Chip();
    intent.show(texts.of("assistant.intent", one.intent()), Chip.Tone.ASSISTANT);
    var who = new Label(DisplayText.line(one.decidedBy()));
    who.getStyleClass().add("kind-title");
    var time = new Label(times.listed(one.at(), ticker.instant()));
    time.getStyleClass().add("row-time");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(8, who, decision, intent, gap, time);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node part(String key, String words, String style) {
    var name = new Label(texts.of(key));
    name.getStyleClass().add("bubble-author");
    var text = new MessageText();
    text.show(words);
    var part = new VBox(2, name, text);
    part.getStyleClass().addAll("bubble", style);
    return part;
  }
}
