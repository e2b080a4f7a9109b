package com.crmres.desktop.inbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.bubble.MarksHead;
import com.crmres.desktop.bubble.MessageBody;
import com.crmres.desktop.bubble.MessageKind;
import com.crmres.desktop.bubble.ReactionRow;
import com.crmres.desktop.bubble.VersionList;
import com.crmres.desktop.handling.NoteBubble;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.Ticker;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the thread: a bubble of customer, assistant or staff, a line of the system, or a day.
final class MessageCell extends ListCell<ThreadRow> {

  private static final double WIDEST = 540;
  private static final double PART_OF_WIDTH = 0.7;

  private final Texts texts;
  private final Times times;
  private final Ticker ticker;

  private final Label author = new Label();
  private final MarksHead marks;
  private final MessageBody body;
  private final VersionList versions;
  private final ReactionRow reactions;
  private final Label time = new Label();
  private final StackPane tick = new StackPane();
  private final Label failure = new Label();
  private final VBox bubble;
  private final HBox bubbleRow;
  private final Label middle = new Label();
  private final Label middleTime = new Label();
  private final NoteBubble note;
  private final HBox noteRow;
  private final HBox middleRow = new HBox(8, middle, middleTime);
  private @Nullable Icon authorIcon;
  private @Nullable DeliveryStatus ticked;

  /// Leads to a quoted message by `jump`.
  MessageCell(ThreadModel model, BubbleTools tools, Ticker ticker, Consumer<UUID> jump) {
    this.texts = tools.texts();
    this.times = tools.times();
    this.ticker = ticker;
    this.marks = new MarksHead(texts, jump);
    this.body = new MessageBody(tools);
    this.versions = new VersionList(tools, model.versions());
    this.reactions = new ReactionRow(texts);
    author.getStyleClass().add("bubble-author");
    time.getStyleClass().add("bubble-time");
    failure.getStyleClass().add("failure-text");
    failure.setWrapText(true);
    var meta = new HBox(5, time, tick, versions.word());
    meta.setAlignment(Pos.CENTER_LEFT);
    bubble = new VBox(4, author, marks, body, meta, versions.before(), failure, reactions);
    bubble.getStyleClass().add("bubble");
    bubble.setMaxWidth(Region.USE_PREF_SIZE);
    bubbleRow = new HBox(bubble);
    bubbleRow.getStyleClass().add("bubble-row");
    note = new NoteBubble(model.notes(), texts, times);
    noteRow = new HBox(note);
    noteRow.setAlignment(Pos.CENTER_RIGHT);
    noteRow.getStyleClass().add("bubble-row");
    middle.setWrapText(true);
    middleRow.setAlignment(Pos.CENTER);
    middleRow.getStyleClass().add("bubble-row");
    middleTime.getStyleClass().add("bubble-time");
    middleTime.setMinWidth(Region.USE_PREF_SIZE);
    widthProperty().subscribe(width -> limitWidth(width.doubleValue()));
    setPrefWidth(0);
    setContextMenu(new MessageMenu(model, texts, this::message).menu());
  }

  private void limitWidth(double width) {
    bubble.setMaxWidth(Math.min(WIDEST, width * PART_OF_WIDTH));
    note.setMaxWidth(Math.min(WIDEST, width * PART_OF_WIDTH));
  }

  private @Nullable MessageDetails message() {
    return getItem() instanceof ThreadRow.Entry(MessageDetails message) ? message : null;
  }

  @Override
  protected void updateItem(ThreadRow row, boolean empty) {
    super.updateItem(row, empty);
    ItemName.on(this, null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    switch (row) {
      case ThreadRow.Day(var day) -> showMiddle(times.day(day, ticker.instant()), "", "day-line");
      case ThreadRow.Entry(var message) -> show(message);
      case ThreadRow.Noted(var note) -> showNote(note);
    }
  }

  private void showNote(Note written) {
    ItemName.on(this, "note-" + written.id());
    note.show(written);
    setGraphic(noteRow);
  }

  private void showMiddle(String words, String clock, String style) {
    middle.setText(words);
    middleTime.setText(clock);
    middleTime.setManaged(!clock.isEmpty());
    style(middle, "label", style);
    setGraphic(middleRow);
  }

  private static void style(Node node, String... classes) {
    List<String> wanted = List.of(classes);
    if (!node.getStyleClass().equals(wanted)) {
      node.getStyleClass().setAll(wanted);
    }
  }

  private void show(MessageDetails message) {
    ItemName.on(this, "message-" + message.id());
    if (isLine(message)) {
      String words = DisplayText.line(MessageKind.preview(message, texts));
      showMiddle(words, times.clock(message.at()), "system-line");
      return;
    }
    boolean theirs = message.sender() == Sender.CUSTOMER;
    bubbleRow.setAlignment(theirs ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
    style(bubble, "bubble", "bubble-" + message.sender().name().toLowerCase(Locale.ROOT));
    showAuthor(message);
    marks.show(message.marks());
    if (message.marks().revokedAt() == null) {
      body.show(message.content());
    } else {
      body.showRevoked();
    }
    time.setText(times.clock(message.at()));
    showTick(message.status());
    showFailure(message);
    versions.show(message);
    reactions.show(message.marks().reactions());
    setGraphic(bubbleRow);
  }

  /// What nobody said to anybody: WhatsApp's notices, and lines of the system that were not sent.
  private static boolean isLine(MessageDetails message) {
    return message.content() instanceof MessageContent.Notice
        || (message.sender() == Sender.SYSTEM
            && message.status() == null
            && message.content() instanceof MessageContent.Text);
  }

  private void showAuthor(MessageDetails message) {
    boolean named = message.sender() != Sender.CUSTOMER;
    author.setVisible(named);
    author.setManaged(named);
    if (named) {
      String who = message.authorName();
      showAuthorIcon(message.sender() == Sender.AI ? Icon.ASSISTANT : Icon.PERSON);
      author.setText(
          who == null ? texts.of("message.author", message.sender()) : DisplayText.line(who));
    }
  }

  private void showAuthorIcon(Icon wanted) {
    if (authorIcon != wanted) {
      author.setGraphic(wanted.node());
      authorIcon = wanted;
    }
  }

  private void showTick(@Nullable DeliveryStatus status) {
    if (ticked != status) {
      ticked = status;
      tick.getChildren().clear();
      FontIcon icon = Ticks.of(status);
      if (icon != null && status != null) {
        tick.getChildren().add(icon);
        Tooltip.install(icon, new Tooltip(texts.of("delivery", status)));
      }
    }
  }

  private void showFailure(MessageDetails message) {
    String why = message.failure();
    failure.setText(why == null ? "" : SendFailure.words(why, texts));
    failure.setVisible(why != null);
    failure.setManaged(why != null);
  }
}
