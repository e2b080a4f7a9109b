package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.MessageText;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// The word "edited", and behind it what the message said before.
public final class VersionList {

  private final BubbleTools tools;
  private final Versions source;
  private final Hyperlink edited = new Hyperlink();
  private final VBox before = new VBox(6);

  public VersionList(BubbleTools tools, Versions source) {
    this.tools = tools;
    this.source = source;
    edited.getStyleClass().add("edited");
    before.getStyleClass().add("versions");
  }

  /// The word, for the line with the time.
  public Node word() {
    return edited;
  }

  /// The place where older versions appear.
  public Node before() {
    return before;
  }

  public void show(MessageDetails message) {
    boolean revoked = message.marks().revokedAt() != null;
    boolean changed = message.marks().editedAt() != null;
    // Whoever may not audit sees that it was changed, and no more.
    edited.setText(tools.texts().of(revoked ? "marks.history" : "marks.edited"));
    visible(edited, revoked ? source.mayAsk() : changed);
    edited.setDisable(!source.mayAsk());
    before.getChildren().clear();
    visible(before, false);
    edited.setVisited(false);
    edited.setOnAction(click -> toggle(message.id()));
  }

  private void toggle(UUID messageId) {
    if (before.isVisible()) {
      visible(before, false);
      return;
    }
    source.ask(
        messageId,
        this::show,
        why -> fill(List.of(KindCard.smallLabel(FailureText.of(why, tools.texts())))));
  }

  private void show(List<MessageVersion> versions) {
    fill(versions.stream().map(this::version).toList());
  }

  private void fill(List<? extends Node> nodes) {
    before.getChildren().setAll(nodes);
    visible(before, true);
  }

  private Node version(MessageVersion version) {
    var words = new MessageText();
    MessageContent content = version.content();
    words.show(
        content == null
            ? tools.texts().of("message.revoked")
            : MessageKind.preview(content, tools.texts()));
    var box = new VBox(2, KindCard.smallLabel(tools.times().moment(version.at())), words);
    box.getStyleClass().add("version");
    return box;
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
