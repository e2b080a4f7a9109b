package com.crmres.desktop.inbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.bubble.MessageKind;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What was said last in a conversation, on one line behind a sign of what it is or how far it has
/// come.
final class Preview {

  private static final int LONGEST = 80;

  private final Texts texts;
  private final StackPane icon = new StackPane();
  private final LineText words = new LineText();

  /// What the sign stands for: a delivery or a kind; absent for none.
  private @Nullable Object shown;

  Preview(Texts texts) {
    this.texts = texts;
    icon.getStyleClass().add("preview-icon");
    icon.setManaged(false);
  }

  Node icon() {
    return icon;
  }

  Node words() {
    return words;
  }

  void show(@Nullable MessageDetails last) {
    if (last == null) {
      sign(null);
      words.show("");
      return;
    }
    DeliveryStatus status = last.status();
    sign(status == null ? kind(last) : status);
    words.show(shortened(MessageKind.preview(last, texts)));
  }

  private @Nullable Icon kind(MessageDetails last) {
    return last.marks().revokedAt() == null
        ? MessageKind.of(last.content(), texts).icon()
        : Icon.DELETED;
  }

  /// A new node costs its styles: the sign that is there already stays.
  private void sign(@Nullable Object wanted) {
    if (Objects.equals(shown, wanted)) {
      return;
    }
    shown = wanted;
    icon.getChildren().clear();
    Node drawn =
        switch (wanted) {
          case DeliveryStatus status -> Ticks.of(status);
          case Icon kind -> kind.node();
          case null, default -> null;
        };
    if (drawn != null) {
      icon.getChildren().add(drawn);
    }
    icon.setManaged(drawn != null);
  }

  /// Long enough for any width; emoji keep their joiners until they are drawn.
  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
