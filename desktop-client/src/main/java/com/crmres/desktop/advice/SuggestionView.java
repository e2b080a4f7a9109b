package com.crmres.desktop.advice;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.bubble.MessageBody;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.CountDown;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Above the composer: what the assistant would say, and the buttons that decide it.
public final class SuggestionView {

  private static final double TALLEST = 190;

  private final SuggestionModel model;
  private final SuggestionEditing editing;
  private final BubbleTools tools;
  private final Texts texts;
  private final Ticker ticker;
  private final VBox root;
  private boolean askingWhy;
  private @Nullable UUID shown;

  @FXML private HBox line;
  @FXML private Label lineText;
  @FXML private Button again;
  @FXML private Button dismiss;
  @FXML private VBox content;
  @FXML private Label title;
  @FXML private Chip intent;
  @FXML private Chip sentiment;
  @FXML private Chip confidence;
  @FXML private Chip handOver;
  @FXML private Label leaving;
  @FXML private CountDown countDown;
  @FXML private ScrollPane scroll;
  @FXML private VBox answers;
  @FXML private VBox changes;
  @FXML private HBox failureBox;
  @FXML private Label failure;
  @FXML private HBox reasonRow;
  @FXML private TextField reason;
  @FXML private Button refuseNow;
  @FXML private Button keep;
  @FXML private HBox buttons;
  @FXML private Button approve;
  @FXML private Button edit;
  @FXML private Button refuse;
  @FXML private Button leave;
  @FXML private Label keys;

  public SuggestionView(
      SuggestionModel model, SuggestionEditing editing, BubbleTools tools, Ticker ticker) {
    this.model = model;
    this.editing = editing;
    this.tools = tools;
    this.texts = tools.texts();
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, VBox.class);
    title.setGraphic(Icon.ASSISTANT.node());
    buttons();
    // A scroll pane does not know how tall wrapped words become.
    answers.heightProperty().subscribe(height -> limit(height.doubleValue()));
    var bindings = new Bindings(root);
    bindings.follow(model.suggestion(), now -> show());
    bindings.follow(model.face(), now -> show());
    bindings.follow(editing.edited(), now -> show());
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(ticker.now(), this::showRest);
  }

  public Parent node() {
    return root;
  }

  private void limit(double height) {
    double wanted = Math.min(TALLEST, height + 2);
    scroll.setMinHeight(wanted);
    scroll.setPrefHeight(wanted);
  }

  private void buttons() {
    button(approve, Icon.ACCEPT, "suggestion.approve.tip", model::approve);
    button(edit, Icon.NOTE, "suggestion.edit.tip", this::beginEditing);
    button(refuse, Icon.REJECT, "suggestion.refuse.tip", this::refuseOrStop);
    button(refuseNow, Icon.REJECT, "suggestion.refuse.tip", this::refuseWithReason);
    button(keep, Icon.REPLY, "suggestion.keep", () -> askWhy(false));
    button(leave, Icon.REPLY, "suggestion.leave", editing::leave);
    button(again, Icon.RETRY, "face.retry", model::reload);
    button(dismiss, Icon.REJECT, "suggestion.dismiss", model::dismiss);
    dismiss.setAccessibleText(texts.of("suggestion.dismiss"));
    reason.setAccessibleText(texts.of("suggestion.reason"));
    reason.setOnAction(enter -> refuseWithReason());
    reason.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            askWhy(false);
            key.consume();
          }
        });
  }

  private void button(Button button, Icon icon, String tip, Runnable action) {
    button.setGraphic(icon.node());
    button.setTooltip(new Tooltip(texts.of(tip)));
    button.setOnAction(click -> action.run());
  }

  /// Ctrl+Enter, F4 and F6 from anywhere in the thread; no letters, which an Arabic keyboard lacks.
  ///
  /// @return whether the key was for the suggestion
  public boolean heard(KeyEvent key) {
    if (!model.isWaiting() || editing.edited().getValue() != null) {
      return false;
    }
    if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
      model.approve();
    } else if (key.getCode() == KeyCode.F4) {
      beginEditing();
    } else if (key.getCode() == KeyCode.F6) {
      refuseOrStop();
    } else {
      return false;
    }
    return true;
  }

  private void beginEditing() {
    Suggestion present = model.suggestion().get();
    if (present != null) {
      editing.begin(present);
    }
  }

  /// What goes out by itself is stopped at once; whoever has time may say why.
  private void refuseOrStop() {
    Suggestion present = model.suggestion().get();
    if (present != null && present.sendsAt() != null) {
      model.refuse("");
    } else {
      askWhy(true);
    }
  }

  private void askWhy(boolean wanted) {
    askingWhy = wanted;
    show();
    if (wanted) {
      reason.requestFocus();
    }
  }

  private void refuseWithReason() {
    askingWhy = false;
    model.refuse(reason.getText());
    show();
  }

  private void show() {
    Suggestion present = model.suggestion().get();
    SuggestionModel.Face face = model.face().get();
    if (!Objects.equals(shown, present == null ? null : present.id())) {
      shown = present == null ? null : present.id();
      askingWhy = false;
      reason.clear();
      scroll.setVvalue(0);
    }
    boolean open = face == SuggestionModel.Face.WAITING || face == SuggestionModel.Face.SENDING;
    visible(root, face != SuggestionModel.Face.NONE);
    visible(line, !open);
    visible(content, open);
    if (!open) {
      showLine(face, present);
    } else if (present != null) {
      showContent(present);
      showButtons(face, present);
      showRest(ticker.instant());
    }
  }

  private void showLine(SuggestionModel.Face face, @Nullable Suggestion present) {
    visible(again, face == SuggestionModel.Face.FAILED);
    visible(dismiss, face == SuggestionModel.Face.DECIDED);
    switch (face) {
      case LOADING -> line(Icon.ASSISTANT, texts.of("suggestion.loading"));
      case FAILED -> line(Icon.OFFLINE, texts.of("suggestion.failed"));
      case DECIDED -> line(Icon.DONE, present == null ? "" : outcome(present));
      case NONE, WAITING, SENDING -> {}
    }
  }

  private void line(Icon icon, String words) {
    lineText.setGraphic(icon.node());
    lineText.setText(words);
  }

  private String outcome(Suggestion one) {
    String who = one.decidedBy();
    return switch (one.state()) {
      case WAITING -> texts.of("suggestion.decidedElsewhere");
      case WENT_OUT, OVERTAKEN -> texts.of("suggestion.state", one.state());
      case APPROVED, EDITED, REFUSED -> {
        String state = texts.of("suggestion.state", one.state());
        yield model.isMine(one)
            ? texts.of("suggestion.byMe", state)
            : who == null ? state : texts.of("suggestion.by", state, DisplayText.line(who));
      }
    };
  }

  private void showContent(Suggestion one) {
    intent.show(texts.of("assistant.intent", one.intent()), Chip.Tone.ASSISTANT);
    sentiment.show(
        texts.of("assistant.sentiment", one.sentiment()),
        AdviceWords.tone(one.sentiment()),
        AdviceWords.icon(one.sentiment()));
    confidence.show(
        texts.of("suggestion.confidence", AdviceWords.percent(one.confidence())),
        AdviceWords.tone(one.confidence()));
    EscalationReason why = one.handOver();
    if (why == null) {
      handOver.hide();
    } else {
      handOver.show(
          texts.of("suggestion.handsOver", texts.of("escalation", why)),
          Chip.Tone.DUE,
          Icon.WARNING);
    }
    answers.getChildren().setAll(one.answers().stream().map(this::bubble).toList());
    showChanges(one.changes());
  }

  private Node bubble(MessageContent answer) {
    var body = new MessageBody(tools);
    body.show(answer);
    var bubble = new VBox(body);
    bubble.getStyleClass().addAll("bubble", "bubble-ai");
    bubble.setMaxWidth(520);
    var row = new HBox(bubble);
    row.setMinWidth(0);
    return row;
  }

  private void showChanges(List<String> all) {
    changes.getChildren().clear();
    visible(changes, !all.isEmpty());
    for (String one : all) {
      var words = new Label(DisplayText.line(one), Icon.CART.node());
      words.setWrapText(true);
      changes.getChildren().add(words);
    }
  }

  private void showButtons(SuggestionModel.Face face, Suggestion present) {
    boolean correcting = editing.edited().getValue() != null;
    boolean may = model.mayDecide();
    visible(reasonRow, may && askingWhy && !correcting);
    visible(buttons, correcting || (may && !askingWhy));
    visible(approve, !correcting);
    visible(edit, !correcting);
    visible(refuse, !correcting);
    visible(keys, !correcting);
    visible(leave, correcting);
    boolean stops = present.sendsAt() != null;
    refuse.setText(texts.of(stops ? "suggestion.stop" : "suggestion.refuse"));
    root.setDisable(face == SuggestionModel.Face.SENDING);
    title.setText(
        texts.of(
            face == SuggestionModel.Face.SENDING
                ? "suggestion.sending"
                : correcting ? "suggestion.correcting" : "suggestion.title"));
  }

  private void showRest(Instant now) {
    Suggestion present = model.suggestion().get();
    Instant end = present == null ? null : present.sendsAt();
    visible(countDown, end != null);
    visible(leaving, end != null);
    if (present != null && end != null) {
      countDown.show(present.madeAt(), end, now);
      boolean over = CountDown.secondsLeft(now, end) == 0;
      leaving.setText(texts.of(over ? "suggestion.goesOut" : "suggestion.goesOutIn"));
      countDown.setAccessibleText(
          texts.of("suggestion.secondsLeft", Long.toString(CountDown.secondsLeft(now, end))));
    }
  }

  private void showFailure(@Nullable ServerFailure why) {
    visible(failureBox, why != null);
    if (why != null) {
      failure.setGraphic(Icon.FAILED.node());
      failure.setText(FailureText.of(why, texts));
    }
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
