package com.crmres.desktop.bubble;

import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.EmojiPicture;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The signs on a message, hanging on the lower edge of its bubble.
public final class ReactionRow extends HBox {

  private static final double SIZE = 16;

  private final Texts texts;

  public ReactionRow(Texts texts) {
    super(4);
    this.texts = texts;
    getStyleClass().add("reactions");
    setAlignment(Pos.CENTER_LEFT);
  }

  public void show(List<Reaction> reactions) {
    getChildren().setAll(reactions.stream().map(this::sign).toList());
    setVisible(!reactions.isEmpty());
    setManaged(!reactions.isEmpty());
  }

  private Node sign(Reaction reaction) {
    var sign = new StackPane(EmojiPicture.of(reaction.emoji(), SIZE));
    sign.getStyleClass().add("reaction");
    String who = texts.of(reaction.sender() == Sender.CUSTOMER ? "marks.customer" : "marks.us");
    String words = texts.of("marks.reaction", who, reaction.emoji());
    sign.setAccessibleText(words);
    Tooltip.install(sign, new Tooltip(who));
    return sign;
  }
}
