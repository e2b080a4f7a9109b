package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantSettings;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The screen on which managers set up the assistant and see what it did.
public final class AssistantView {

  private final AssistantModel model;
  private final SettingsModel settings;
  private final Texts texts;
  private final SettingsWords words;
  private final VBox root;

  @FXML private ToggleButton manner;
  @FXML private ToggleButton modes;
  @FXML private ToggleButton usage;
  @FXML private ToggleButton corrections;
  @FXML private HBox readOnly;
  @FXML private Label readOnlyText;
  @FXML private HBox saveBar;
  @FXML private Label saveText;
  @FXML private Button discard;
  @FXML private Button save;
  @FXML private HBox failureBox;
  @FXML private Label failure;
  @FXML private VBox conflict;
  @FXML private Label conflictTitle;
  @FXML private VBox conflictRows;
  @FXML private Button keepMine;
  @FXML private Button takeTheirs;
  @FXML private StackPane place;

  public AssistantView(AssistantModel model, BubbleTools tools, Ticker ticker) {
    this.model = model;
    this.settings = model.settings();
    this.texts = tools.texts();
    this.words = new SettingsWords(texts, settings);
    this.root = Fxml.load(this, texts, VBox.class);
    var bindings = new Bindings(root);
    Map<AssistantModel.Page, Node> pages = new EnumMap<>(AssistantModel.Page.class);
    pages.put(AssistantModel.Page.MANNER, new MannerPane(model, tools, bindings).node());
    pages.put(AssistantModel.Page.MODES, new ModesPane(settings, texts, bindings).node());
    pages.put(AssistantModel.Page.USAGE, new UsagePane(model.usage(), texts, bindings).node());
    pages.put(
        AssistantModel.Page.CORRECTIONS,
        new CorrectionsPane(model.corrections(), tools, ticker, bindings).node());
    place.getChildren().addAll(pages.values());
    tabs();
    saving(bindings);
    bindings.follow(model.page(), wanted -> show(wanted, pages));
  }

  public Parent node() {
    return root;
  }

  private void tabs() {
    manner.setOnAction(click -> goTo(AssistantModel.Page.MANNER));
    modes.setOnAction(click -> goTo(AssistantModel.Page.MODES));
    usage.setOnAction(click -> goTo(AssistantModel.Page.USAGE));
    corrections.setOnAction(click -> goTo(AssistantModel.Page.CORRECTIONS));
  }

  private void goTo(AssistantModel.Page page) {
    model.page().set(page);
    select(page);
  }

  /// Also after a click on the chosen one, which must stay chosen.
  private void select(AssistantModel.Page page) {
    manner.setSelected(page == AssistantModel.Page.MANNER);
    modes.setSelected(page == AssistantModel.Page.MODES);
    usage.setSelected(page == AssistantModel.Page.USAGE);
    corrections.setSelected(page == AssistantModel.Page.CORRECTIONS);
  }

  private void show(AssistantModel.Page page, Map<AssistantModel.Page, Node> pages) {
    select(page);
    pages.forEach((name, node) -> visible(node, name == page));
    model.look(texts.language().code());
  }

  private void saving(Bindings bindings) {
    visible(readOnly, !settings.mayChange());
    readOnlyText.setGraphic(Icon.LOCK.node());
    saveText.setGraphic(Icon.NOTE.node());
    save.setGraphic(Icon.SAVE.node());
    conflictTitle.setGraphic(Icon.WARNING.node());
    save.setOnAction(click -> settings.save());
    discard.setOnAction(click -> settings.discard());
    keepMine.setOnAction(click -> settings.keepMine());
    takeTheirs.setOnAction(click -> settings.takeTheirs());
    bindings.follow(settings.draft(), now -> showSaveBar());
    bindings.follow(settings.saved(), now -> showSaveBar());
    bindings.follow(settings.saving(), save::setDisable);
    bindings.follow(settings.failure(), this::showFailure);
    bindings.follow(settings.theirs(), this::showConflict);
  }

  private void showSaveBar() {
    visible(saveBar, settings.isChanged() && settings.theirs().get() == null);
  }

  private void showFailure(@Nullable ServerFailure why) {
    visible(failureBox, why != null && settings.theirs().get() == null);
    if (why != null) {
      failure.setGraphic(Icon.FAILED.node());
      failure.setText(FailureText.of(why, texts));
    }
  }

  private void showConflict(@Nullable AssistantSettings theirs) {
    visible(conflict, theirs != null);
    showFailure(settings.failure().get());
    showSaveBar();
    conflictRows
        .getChildren()
        .setAll(settings.theirChanges().stream().map(words::of).map(this::row).toList());
  }

  private Node row(String line) {
    var label = new Label(line);
    label.setWrapText(true);
    return label;
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
