package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.ListFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How far the assistant may go, a column for each branch and a row for each matter.
final class ModesPane {

  private final SettingsModel model;
  private final Texts texts;
  private final SettingsWords words;
  private final List<ModeBox> boxes = new ArrayList<>();
  private final GridPane table = new GridPane(8, 6);
  private final Spinner<Integer> undo = new Spinner<>(Amount.seconds());
  private final Spinner<Integer> money = new Spinner<>(Amount.dollars());
  private final StackPane root = new StackPane();

  ModesPane(SettingsModel model, Texts texts, Bindings bindings) {
    this.model = model;
    this.texts = texts;
    this.words = new SettingsWords(texts, model);
    table.getStyleClass().add("mode-table");
    var content =
        new VBox(
            14,
            muted("assistant.modes.explanation"),
            new HBox(
                28,
                field("assistant.undo", undo, "assistantUndo"),
                field("assistant.money", money, "assistantMoney")),
            table,
            muted("assistant.modes.health"));
    content.getStyleClass().add("assistant-page");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("assistant-scroll");
    var face = new ListFace();
    root.getChildren().addAll(scroll, face);
    face.follow(bindings, model.state(), texts, "assistant.empty", scroll, model::reload);
    undo.valueProperty().subscribe((before, now) -> model.undoSeconds(now));
    money.valueProperty().subscribe((before, now) -> model.centsPerDay(now));
    bindings.followList(model.branches(), this::build);
    bindings.follow(model.draft(), this::show);
  }

  Node node() {
    return root;
  }

  private Label muted(String key) {
    var label = new Label(texts.of(key));
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private Node field(String key, Spinner<Integer> spinner, String id) {
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(150);
    spinner.setDisable(!model.mayChange());
    spinner.getEditor().setAccessibleText(texts.of(key));
    var label = new Label(texts.of(key));
    label.setLabelFor(spinner);
    var field = new VBox(label, spinner);
    field.getStyleClass().add("field");
    return field;
  }

  private void build() {
    table.getChildren().clear();
    table.getColumnConstraints().clear();
    boxes.clear();
    List<@Nullable UUID> columns = new ArrayList<>();
    columns.add(null);
    model.branches().stream().map(BranchSummary::id).forEach(columns::add);
    table.getColumnConstraints().add(new ColumnConstraints(150));
    for (int i = 0; i < columns.size(); i++) {
      var column = new ColumnConstraints(170, 210, 260);
      column.setHalignment(HPos.LEFT);
      table.getColumnConstraints().add(column);
      table.add(head(words.branch(columns.get(i))), i + 1, 0);
    }
    row(1, null, columns);
    List<Intent> matters = Arrays.asList(Intent.values());
    for (int i = 0; i < matters.size(); i++) {
      row(i + 2, matters.get(i), columns);
    }
    show(model.draft().get());
  }

  private void row(int at, @Nullable Intent matter, List<@Nullable UUID> columns) {
    table.add(head(words.matter(matter)), 0, at);
    for (int i = 0; i < columns.size(); i++) {
      var box = new ModeBox(columns.get(i), matter);
      boxes.add(box);
      table.add(box.box, i + 1, at);
    }
  }

  private static Label head(String name) {
    var label = new Label(DisplayText.line(name));
    label.getStyleClass().add("mode-head");
    return label;
  }

  private void show(@Nullable AssistantSettings draft) {
    if (draft != null) {
      undo.getValueFactory().setValue(draft.undoSeconds());
      money.getValueFactory().setValue(draft.centsPerDay());
      boxes.forEach(ModeBox::show);
    }
  }

  /// A mode, or null for what holds without a rule of its own.
  private record Choice(@Nullable AssistantMode mode, String words) {

    /// What the box shows.
    @Override
    public String toString() {
      return words;
    }
  }

  /// One place of the table.
  private final class ModeBox {

    private final ComboBox<Choice> box = new ComboBox<>();
    private final @Nullable UUID branchId;
    private final @Nullable Intent matter;
    private boolean showing;

    ModeBox(@Nullable UUID branchId, @Nullable Intent matter) {
      this.branchId = branchId;
      this.matter = matter;
      box.setId(
          "mode-%s-%s"
              .formatted(branchId == null ? "ALL" : branchId, matter == null ? "ALL" : matter));
      box.setMaxWidth(Double.MAX_VALUE);
      box.setDisable(!model.mayChange());
      box.setAccessibleText(words.branch(branchId) + ", " + words.matter(matter));
      box.valueProperty()
          .subscribe((before, chosen) -> {
            if (!showing && chosen != null) {
              model.mode(branchId, matter, chosen.mode());
            }
          });
    }

    private void show() {
      showing = true;
      String inherited =
          texts.of(
              "assistant.inherits",
              texts.of("assistant.mode", model.modes().inherited(branchId, matter)));
      List<Choice> choices = new ArrayList<>();
      choices.add(new Choice(null, inherited));
      for (AssistantMode mode : AssistantMode.values()) {
        choices.add(new Choice(mode, texts.of("assistant.mode", mode)));
      }
      if (!choices.equals(box.getItems())) {
        box.getItems().setAll(choices);
      }
      AssistantMode rule = model.modes().rule(branchId, matter);
      choices.stream().filter(choice -> choice.mode() == rule).findFirst().ifPresent(box::setValue);
      box.getStyleClass().remove("mode-inherited");
      if (rule == null) {
        box.getStyleClass().add("mode-inherited");
      }
      showing = false;
    }
  }
}
