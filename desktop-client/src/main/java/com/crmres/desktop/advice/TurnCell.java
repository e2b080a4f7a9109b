package com.crmres.desktop.advice;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.TallCell;
import com.crmres.desktop.ui.Ticker;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One answered turn: who read it, what he read in it, what it cost, and why another did not.
final class TurnCell extends TallCell<TurnRecord> {

  private static final String EMBEDDED = "embedded";

  private final TurnsModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;

  TurnCell(TurnsModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TurnRecord turn, boolean empty) {
    super.updateItem(turn, empty);
    if (empty || turn == null) {
      setGraphic(null);
      ItemName.on(this, null);
      return;
    }
    ItemName.on(this, "turn-" + turn.id());
    if (getIndex() >= model.turns().size() - 1) {
      // Not while the list lays itself out.
      Platform.runLater(model::loadOlder);
    }
    var card = new VBox(6, head(turn), chips(turn));
    card.getStyleClass().addAll("card", "turn-card");
    card.getChildren().addAll(details(turn));
    setGraphic(card);
    setAccessibleText(mind(turn) + ", " + times.listed(turn.answeredAt(), ticker.instant()));
  }

  private Node head(TurnRecord turn) {
    var mind = new Label(mind(turn), Icon.ASSISTANT.node());
    mind.getStyleClass().add("kind-title");
    mind.setMinWidth(0);
    var time = new Label(times.listed(turn.answeredAt(), ticker.instant()));
    time.getStyleClass().add("row-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(6, mind, gap, time);
  }

  private String mind(TurnRecord turn) {
    boolean embedded = turn.mind().startsWith(EMBEDDED);
    return texts.of(embedded ? "log.mind.embedded" : "log.mind.model");
  }

  private Node chips(TurnRecord turn) {
    var chips = new FlowPane(6, 4);
    chips.setPrefWrapLength(0);
    Intent intent = turn.intent();
    if (intent != null) {
      add(chips, texts.of("assistant.intent", intent), Chip.Tone.ASSISTANT);
    }
    Sentiment sentiment = turn.sentiment();
    if (sentiment != null) {
      add(chips, texts.of("assistant.sentiment", sentiment), AdviceWords.tone(sentiment));
    }
    Dialect dialect = turn.dialect();
    if (dialect != null) {
      add(chips, texts.of("assistant.dialect", dialect), Chip.Tone.NEUTRAL);
    }
    Double confidence = turn.confidence();
    if (confidence != null) {
      add(
          chips,
          texts.of("suggestion.confidence", AdviceWords.percent(confidence)),
          AdviceWords.tone(confidence));
    }
    return chips;
  }

  private static void add(FlowPane chips, String words, Chip.Tone tone) {
    var chip = new Chip();
    chip.show(words, tone);
    chips.getChildren().add(chip);
  }

  private List<Node> details(TurnRecord turn) {
    List<Node> lines = new ArrayList<>();
    lines.add(small(texts.of("log.mind", DisplayText.leftToRight(turn.mind()))));
    String model = turn.model();
    if (model != null) {
      lines.add(small(texts.of("log.model", DisplayText.leftToRight(model))));
    }
    String prompt = turn.prompt();
    if (prompt != null) {
      lines.add(small(texts.of("log.prompt", DisplayText.leftToRight(prompt))));
    }
    if (turn.promptTokens() + turn.completionTokens() > 0) {
      lines.add(
          small(
              texts.of(
                  "log.tokens",
                  Long.toString(turn.promptTokens()),
                  Long.toString(turn.completionTokens()))));
    }
    lines.add(small(costAndTime(turn)));
    String why = turn.fellBack();
    if (why != null) {
      var fell = new Label(texts.of("log.fellBack", texts.known("log.why", why, "log.why.other")));
      fell.setGraphic(Icon.WARNING.node());
      fell.setWrapText(true);
      fell.getStyleClass().add("turn-fell");
      lines.add(fell);
    }
    return lines;
  }

  private String costAndTime(TurnRecord turn) {
    String cost =
        turn.microDollars() == 0
            ? texts.of("log.free")
            : texts.of(
                turn.estimated() ? "log.cost.estimated" : "log.cost",
                DisplayText.micros(turn.microDollars(), "USD", texts));
    Long took = turn.milliseconds();
    return took == null
        ? cost
        : cost + "  ·  " + texts.of("log.took", DisplayText.leftToRight(Long.toString(took)));
  }

  private static Label small(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }
}
