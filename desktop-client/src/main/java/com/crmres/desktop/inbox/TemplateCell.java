package com.crmres.desktop.inbox;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateDetails;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A row of the list of templates: its name, its language, whether it may be sent, how it begins.
final class TemplateCell extends ListCell<TemplateDetails> {

  private final Texts texts;

  TemplateCell(Texts texts) {
    this.texts = texts;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(TemplateDetails template, boolean empty) {
    super.updateItem(template, empty);
    if (empty || template == null) {
      setGraphic(null);
      setId(null);
      return;
    }
    setId("template-" + template.name() + "-" + template.language());
    var name = new Label(DisplayText.leftToRight(template.name()));
    name.getStyleClass().add("row-title");
    var beginning = new LineText();
    var form = template.form();
    beginning.show(form == null ? "" : form.body().replaceAll("\\s+", " "));
    var chips = new HBox(6);
    chips.getChildren().setAll(chips(template, texts));
    var lines = new VBox(4, name, chips);
    if (!template.sendable()) {
      lines.getChildren().add(state(template));
    }
    lines.getChildren().add(beginning);
    setGraphic(lines);
    setAccessibleText(template.name());
  }

  static List<Node> chips(TemplateDetails template, Texts texts) {
    List<Node> chips = new ArrayList<>();
    chips.add(chip(DisplayText.leftToRight(template.language()), Chip.Tone.NEUTRAL));
    TemplateCategory category = template.category();
    if (category != null) {
      chips.add(chip(texts.of("template.category", category), Chip.Tone.BRAND));
    }
    return chips;
  }

  /// In a line of its own: beside the others it would be cut off.
  private Chip state(TemplateDetails template) {
    var state = new Chip();
    state.show(status(template, texts), Chip.Tone.LATE, Icon.WARNING);
    return state;
  }

  private static Chip chip(String words, Chip.Tone tone) {
    var chip = new Chip();
    chip.show(words, tone);
    return chip;
  }

  private static String status(TemplateDetails template, Texts texts) {
    return template.status().maySend()
        ? texts.of("template.notSendable")
        : texts.of("template.status", template.status());
  }

  /// Why it may not be sent, in our words and WhatsApp's.
  static String obstacle(TemplateDetails template, Texts texts) {
    String reason = template.reason();
    String status = status(template, texts);
    return reason == null ? status : status + ": " + DisplayText.line(reason);
  }
}
