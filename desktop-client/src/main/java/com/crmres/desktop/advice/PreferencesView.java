package com.crmres.desktop.advice;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A card beside the thread: what is remembered of the customer.
public final class PreferencesView {

  private final PreferencesModel model;
  private final Texts texts;
  private final Times times;
  private final VBox root;

  @FXML private Label title;
  @FXML private HBox faceRow;
  @FXML private ProgressIndicator spinner;
  @FXML private Label faceText;
  @FXML private Button again;
  @FXML private VBox rows;
  @FXML private Label failure;
  @FXML private VBox form;
  @FXML private ComboBox<PreferenceKind> kind;
  @FXML private TextField value;
  @FXML private Button add;
  @FXML private CheckBox consent;

  public PreferencesView(PreferencesModel model, Texts texts, Times times) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.root = Fxml.load(this, texts, VBox.class);
    title.setGraphic(Icon.REACTION.node());
    again.setOnAction(click -> model.reload());
    var bindings = new Bindings(root);
    form(bindings);
    bindings.follow(model.state(), this::showFace);
    bindings.followList(model.preferences(), this::showRows);
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.busy(), root::setDisable);
  }

  public Parent node() {
    return root;
  }

  private void form(Bindings bindings) {
    visible(form, model.mayChange());
    kind.getItems().setAll(PreferenceKind.values());
    kind.setConverter(new KindWords(texts));
    kind.setAccessibleText(texts.of("preference.kind.choose"));
    kind.valueProperty()
        .subscribe((before, chosen) -> {
          if (chosen != null) {
            model.kind().set(chosen);
          }
        });
    value.setAccessibleText(texts.of("preference.value"));
    value.textProperty().subscribe((before, typed) -> model.value().set(typed));
    value.setOnAction(enter -> model.add());
    consent.selectedProperty().subscribe((before, given) -> model.consent().set(given));
    add.setGraphic(Icon.ADD.node());
    add.setAccessibleText(texts.of("preference.add"));
    add.setTooltip(new Tooltip(texts.of("preference.add")));
    add.setOnAction(click -> model.add());
    bindings.follow(model.kind(), this::showKind);
    bindings.follow(model.value(), this::showValue);
    bindings.follow(model.consent(), this::showConsent);
  }

  private void showKind(PreferenceKind now) {
    kind.setValue(now);
    visible(consent, model.needsConsent());
    showAdd();
  }

  private void showValue(String words) {
    if (!words.equals(value.getText())) {
      value.setText(words);
    }
    showAdd();
  }

  private void showConsent(boolean given) {
    consent.setSelected(given);
    showAdd();
  }

  private void showAdd() {
    add.setDisable(!model.isComplete());
  }

  private void showFace(ListState state) {
    visible(faceRow, state != ListState.READY);
    visible(spinner, state == ListState.LOADING);
    visible(again, state == ListState.FAILED);
    visible(rows, state == ListState.READY);
    faceText.setText(
        switch (state) {
          case LOADING -> texts.of("face.loading");
          case EMPTY -> texts.of("preference.empty");
          case FAILED -> texts.of("face.failed");
          case READY -> "";
        });
  }

  private void showRows() {
    rows.getChildren().setAll(model.preferences().stream().map(this::row).toList());
  }

  private Node row(Preference one) {
    boolean allergy = one.kind() == PreferenceKind.ALLERGY;
    var chip = new Chip();
    chip.show(
        texts.of("preference.kind", one.kind()),
        allergy ? Chip.Tone.LATE : Chip.Tone.BRAND,
        allergy ? Icon.HEALTH : null);
    var words = new Label(DisplayText.line(one.value()));
    words.setWrapText(true);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line = new HBox(6, chip, words, gap);
    line.setAlignment(Pos.CENTER_LEFT);
    if (model.mayChange()) {
      line.getChildren().add(forget(one));
    }
    return new VBox(2, line, note(one));
  }

  private Node note(Preference one) {
    String source =
        one.kind() == PreferenceKind.ALLERGY
            ? "preference.withConsent"
            : one.messageId() == null ? "preference.byStaff" : "preference.said";
    var note = new Label(texts.of(source) + "  ·  " + texts.of("preference.until", until(one)));
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    return note;
  }

  private String until(Preference one) {
    return times.dateOf(one.until());
  }

  private Button forget(Preference one) {
    var button = new Button("", Icon.DELETE.node());
    ItemName.on(button, "forget-" + one.id());
    button.getStyleClass().add("card-button");
    String words = texts.of("preference.forget", DisplayText.line(one.value()));
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(click -> model.forget(one));
    return button;
  }

  private void showFailure(@Nullable ServerFailure why) {
    visible(failure, why != null);
    failure.setText(why == null ? "" : FailureText.of(why, texts));
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  /// Names kinds in the box that chooses one.
  private static final class KindWords extends StringConverter<PreferenceKind> {

    private final Texts texts;

    KindWords(Texts texts) {
      this.texts = texts;
    }

    @Override
    public String toString(@Nullable PreferenceKind kind) {
      return kind == null ? "" : texts.of("preference.kind", kind);
    }

    /// Nobody types into it.
    @Override
    public @Nullable PreferenceKind fromString(String words) {
      return null;
    }
  }
}
