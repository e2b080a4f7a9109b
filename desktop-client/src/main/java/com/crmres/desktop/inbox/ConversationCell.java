package com.crmres.desktop.inbox;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.advice.AdviceWords;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Avatar;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.LineText;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of the list: who, what last, how long waiting, who answers.
final class ConversationCell extends ListCell<ConversationSummary> {

  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final int MOST_CHIPS = 3;
  private static final int ROOM = 40;
  private static final Duration WAITED_TOO_LONG = Duration.ofMinutes(5);

  private final InboxModel model;
  private final Texts texts;
  private final Times times;
  private final ObservableValue<Instant> now;

  private final Avatar avatar = new Avatar();
  private final LineText name = new LineText();
  private final Label time = new Label();
  private final Chip clock = new Chip();
  private final Preview preview;
  private final Chip state = new Chip();
  private final Label unread = new Label();
  private final StackPane pick = new StackPane(Icon.PICKED.node());
  private final RowChips chips;
  private final VBox row;

  ConversationCell(
      InboxModel model,
      Texts texts,
      Times times,
      ObservableValue<Instant> now,
      ErrandMenu errands) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    name.getStyleClass().add("row-title");
    time.getStyleClass().add("row-time");
    time.setMinWidth(USE_PREF_SIZE);
    unread.getStyleClass().add("count-badge");
    unread.setMinWidth(USE_PREF_SIZE);
    preview = new Preview(texts);
    var words =
        new VBox(2, line(name, clock, time), line(preview.icon(), preview.words(), state, unread));
    HBox.setHgrow(words, Priority.ALWAYS);
    pick.getStyleClass().add("pick-mark");
    pick.setMouseTransparent(true);
    chips = new RowChips(texts, times, MOST_CHIPS, ROOM);
    var face = new StackPane(avatar, pick);
    face.setOnMousePressed(this::picked);
    var top = new HBox(12, face, words);
    top.setAlignment(Pos.CENTER_LEFT);
    row = new VBox(6, top, chips);
    row.getStyleClass().add("conversation-row");
    setPrefWidth(0);
    setContextMenu(errands.menu());
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    now.subscribe(tick -> showTimes());
  }

  /// Ctrl picks one, Shift all up to it; neither opens it.
  private void pressed(MouseEvent press) {
    ConversationSummary conversation = getItem();
    if (conversation == null || press.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (press.isShortcutDown()) {
      picked(press);
    } else if (press.isShiftDown()) {
      model.picked().reach(conversation);
      press.consume();
    }
  }

  private void picked(MouseEvent press) {
    if (getItem() != null && model.handling().mayArrange()) {
      model.picked().toggle(getItem());
    }
    press.consume();
  }

  /// Whether it is picked for an errand may change while it stays the same.
  void showPicked() {
    boolean picked = getItem() != null && model.picked().has(getItem());
    pick.setVisible(picked);
    pseudoClassStateChanged(PICKED, picked);
  }

  /// The first node takes what the others leave.
  private static HBox line(Node... nodes) {
    var line = new HBox(6, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line.getChildren().add(nodes.length == 3 ? 1 : 2, gap);
    return line;
  }

  @Override
  protected void updateItem(ConversationSummary conversation, boolean empty) {
    super.updateItem(conversation, empty);
    if (empty || conversation == null) {
      setGraphic(null);
      ItemName.on(this, null);
      return;
    }
    ItemName.on(this, "conversation-" + conversation.id());
    if (getIndex() >= model.conversations().size() - 1) {
      // Not while the list lays itself out.
      Platform.runLater(model::loadMore);
    }
    String shownName = DisplayText.line(conversation.customer().name());
    name.show(conversation.customer().name());
    avatar.show(conversation.customer().id(), shownName);
    preview.show(conversation.lastMessage());
    showState(conversation);
    showUnread(conversation.unread());
    showTimes();
    showPicked();
    setGraphic(row);
    setAccessibleText(
        model.picked().has(conversation) ? texts.of("pick.marked", spoken()) : spoken());
  }

  private String spoken() {
    ConversationSummary conversation = getItem();
    String unanswered =
        conversation.unread() == 0
            ? ""
            : texts.of("row.unread", Integer.toString(conversation.unread()));
    return Stream.of(
            DisplayText.line(conversation.customer().name()),
            unanswered,
            state.isVisible() ? state.getText() : "",
            clock.isVisible() ? texts.of("row.waits", clock.getText()) : "",
            chips.spoken())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void showState(ConversationSummary conversation) {
    if (conversation.status() == ConversationStatus.ESCALATED) {
      showReason(conversation.reason());
    } else if (conversation.status() == ConversationStatus.RESOLVED) {
      state.show(texts.of("inbox.state.resolved"), Chip.Tone.NEUTRAL, Icon.DONE);
    } else if (conversation.answerer() == Answerer.STAFF) {
      state.show(assignee(conversation), Chip.Tone.BRAND, Icon.PERSON);
    } else {
      state.hide();
    }
  }

  private void showReason(@Nullable EscalationReason reason) {
    if (reason == null) {
      state.show(texts.of("inbox.state.escalated"), Chip.Tone.DUE, Icon.WARNING);
    } else {
      state.show(
          texts.of("escalation", reason), AdviceWords.tone(reason), AdviceWords.icon(reason));
    }
  }

  private String assignee(ConversationSummary conversation) {
    if (model.isMine(conversation)) {
      return texts.of("inbox.state.mine");
    }
    String who = conversation.assigneeName();
    return who == null ? texts.of("inbox.state.staff") : DisplayText.line(who);
  }

  private void showUnread(int count) {
    unread.setText(count > 9 ? DisplayText.leftToRight("9+") : Integer.toString(count));
    unread.setVisible(count > 0);
    unread.setManaged(count > 0);
    pseudoClassStateChanged(UNREAD, count > 0);
  }

  private void showTimes() {
    ConversationSummary conversation = getItem();
    if (conversation == null) {
      return;
    }
    Instant waitingSince = conversation.waitingSince();
    MessageDetails last = conversation.lastMessage();
    time.setVisible(waitingSince == null);
    time.setManaged(waitingSince == null);
    time.setText(last == null ? "" : times.listed(last.at(), now.getValue()));
    if (waitingSince == null) {
      clock.hide();
    } else {
      boolean tooLong =
          Duration.between(waitingSince, now.getValue()).compareTo(WAITED_TOO_LONG) >= 0;
      clock.show(
          times.waiting(waitingSince, now.getValue()),
          tooLong ? Chip.Tone.LATE : Chip.Tone.DUE,
          Icon.CLOCK);
    }
    chips.show(conversation, model.orderOf(conversation.id()), now.getValue());
  }
}
