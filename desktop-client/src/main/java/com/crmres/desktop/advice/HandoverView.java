package com.crmres.desktop.advice;

import com.crmres.common.assistant.Handover;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.bubble.MessageKind;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import com.crmres.desktop.ui.MessageText;
import com.crmres.desktop.ui.Ticker;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Above an escalated thread: why people must go on, where it stands, and how they may begin.
public final class HandoverView {

  private static final List<String> TONES =
      List.of("handover-late", "handover-due", "handover-assistant");

  private final HandoverModel model;
  private final HandoverSurroundings surroundings;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final VBox root;

  @FXML private Label title;
  @FXML private Chip reason;
  @FXML private Chip intent;
  @FXML private Chip sentiment;
  @FXML private Label time;
  @FXML private Button again;
  @FXML private Button fold;
  @FXML private VBox body;
  @FXML private VBox summary;
  @FXML private Button cause;
  @FXML private LineText causeWords;
  @FXML private HBox replyRow;
  @FXML private MessageText replyWords;
  @FXML private Button use;
  @FXML private Label noReply;

  public HandoverView(
      HandoverModel model, HandoverSurroundings surroundings, BubbleTools tools, Ticker ticker) {
    this.model = model;
    this.surroundings = surroundings;
    this.texts = tools.texts();
    this.times = tools.times();
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, VBox.class);
    title.setGraphic(Icon.TAKE_OVER.node());
    again.setGraphic(Icon.RETRY.node());
    again.setOnAction(click -> model.reload());
    fold.setOnAction(click -> model.folded().set(!model.folded().get()));
    use.setGraphic(Icon.NOTE.node());
    use.setTooltip(new Tooltip(texts.of("handover.use.tip")));
    var bindings = new Bindings(root);
    bindings.follow(model.state(), now -> show());
    bindings.follow(model.handover(), now -> show());
    bindings.follow(model.folded(), now -> show());
  }

  public Parent node() {
    return root;
  }

  /// The message that caused it may have been loaded meanwhile.
  public void messagesChanged() {
    Handover present = model.handover().get();
    if (present != null) {
      showCause(present.messageId());
    }
  }

  private void show() {
    ListState state = model.state().get();
    Handover present = model.handover().get();
    visible(root, state != ListState.EMPTY);
    visible(again, state == ListState.FAILED);
    visible(fold, present != null);
    visible(time, present != null);
    visible(body, present != null && !model.folded().get());
    title.setText(
        texts.of(
            switch (state) {
              case LOADING -> "handover.loading";
              case FAILED -> "handover.failed";
              case READY, EMPTY -> "handover.title";
            }));
    if (present == null) {
      reason.hide();
      intent.hide();
      sentiment.hide();
      tone("handover-assistant");
    } else {
      showHead(present);
      showBody(present);
    }
  }

  private void showHead(Handover handover) {
    EscalationReason why = handover.reason();
    tone("handover-" + AdviceWords.tone(why).name().toLowerCase(Locale.ROOT));
    reason.show(texts.of("escalation", why), AdviceWords.tone(why), AdviceWords.icon(why));
    intent.show(texts.of("assistant.intent", handover.intent()), Chip.Tone.NEUTRAL);
    sentiment.show(
        texts.of("assistant.sentiment", handover.sentiment()),
        AdviceWords.tone(handover.sentiment()),
        AdviceWords.icon(handover.sentiment()));
    time.setText(times.listed(handover.at(), ticker.instant()));
    boolean folded = model.folded().get();
    String words = texts.of(folded ? "handover.unfold" : "handover.fold");
    fold.setGraphic((folded ? Icon.UNFOLD : Icon.FOLD).node());
    fold.setAccessibleText(words);
    fold.setTooltip(new Tooltip(words));
  }

  private void tone(String style) {
    root.getStyleClass().removeAll(TONES);
    root.getStyleClass().add(style);
  }

  private void showBody(Handover handover) {
    summary.getChildren().setAll(handover.summary().stream().map(HandoverView::line).toList());
    showCause(handover.messageId());
    String words = handover.suggestedReply();
    boolean may = surroundings.mayWrite();
    visible(replyRow, words != null);
    visible(use, may);
    visible(noReply, words == null && may);
    if (words != null) {
      replyWords.show(words);
      use.setOnAction(click -> surroundings.use(words));
    }
  }

  private static Node line(String words) {
    var label = new Label(DisplayText.line(words));
    label.setWrapText(true);
    label.setMinWidth(0);
    var line = new HBox(8, new Label("•"), label);
    boolean rightToLeft = DisplayText.isRightToLeft(words);
    line.setNodeOrientation(
        rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    return line;
  }

  private void showCause(@Nullable UUID messageId) {
    MessageDetails message = messageId == null ? null : surroundings.message(messageId);
    visible(cause, message != null);
    if (message != null) {
      causeWords.show(MessageKind.preview(message, texts).replaceAll("\\s+", " "));
      cause.setAccessibleText(texts.of("handover.cause"));
      cause.setTooltip(new Tooltip(texts.of("handover.jump")));
      cause.setOnAction(click -> surroundings.jumpTo(message.id()));
    }
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
