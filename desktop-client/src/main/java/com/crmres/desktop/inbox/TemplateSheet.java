package com.crmres.desktop.inbox;

import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.template.TemplateDetails;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.MessageText;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Over the thread: the templates, what fills the chosen one, and how the customer will read it.
final class TemplateSheet extends StackPane {

  private final TemplatesModel model;
  private final Texts texts;
  private final MessageText preview = new MessageText();
  private Subscription fields = Subscription.EMPTY;

  @FXML private ListView<TemplateDetails> templates;
  @FXML private ListFace face;
  @FXML private Label choose;
  @FXML private VBox form;
  @FXML private FlowPane chips;
  @FXML private Label obstacle;
  @FXML private VBox parameters;
  @FXML private StackPane previewPlace;
  @FXML private Label failure;
  @FXML private Button cancel;
  @FXML private Button send;

  TemplateSheet(TemplatesModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("sheet");
    getChildren().add(Fxml.load(this, texts, VBox.class));
    previewPlace.getChildren().add(preview);
    templates.setCellFactory(list -> new TemplateCell(texts));
    cancel.setOnAction(click -> model.close());
    send.setGraphic(Icon.SEND.node());
    send.setOnAction(click -> model.send());
    var bindings = new Bindings(this);
    bindings.follow(model.isOpen(), this::opened);
    bindings.followList(model.templates(), () -> templates.getItems().setAll(model.templates()));
    templates.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    face.follow(bindings, model.state(), texts, "template.empty", templates, model::reload);
    bindings.follow(model.form(), this::show);
    bindings.follow(model.sending(), busy -> showSend());
    bindings.follow(model.failure(), this::showFailure);
  }

  private void opened(boolean open) {
    setVisible(open);
    if (open) {
      templates.getSelectionModel().clearSelection();
      templates.requestFocus();
    }
  }

  private void chosen(@Nullable TemplateDetails template) {
    if (template != null) {
      model.choose(template);
    }
  }

  private void show(@Nullable TemplateForm filled) {
    fields.unsubscribe();
    fields = Subscription.EMPTY;
    visible(form, filled != null);
    visible(choose, filled == null);
    parameters.getChildren().clear();
    if (filled != null) {
      showHead(filled);
      filled.fields().forEach(this::addField);
    }
    showPreview();
  }

  private void showHead(TemplateForm filled) {
    TemplateDetails template = filled.template();
    chips.getChildren().setAll(TemplateCell.chips(template, texts));
    TemplateCategory category = template.category();
    if (category != null) {
      var price = new Chip();
      price.show(texts.of("template.price", category), Chip.Tone.NEUTRAL, Icon.PRICE);
      chips.getChildren().add(price);
    }
    String words = "";
    if (!template.sendable()) {
      words = TemplateCell.obstacle(template, texts);
    } else if (filled.needsFile()) {
      words = texts.of("template.needsFile");
    }
    obstacle.setText(words);
    visible(obstacle, !words.isEmpty());
  }

  private void addField(TemplateForm.Field field) {
    String place = texts.of("template.place", field.place());
    var label = new Label(place + "  " + DisplayText.leftToRight(field.name()));
    var value = new TextField(field.value().get());
    value.setId("template-" + field.place().name() + "-" + field.name());
    label.setLabelFor(value);
    fields =
        fields.and(
            value
                .textProperty()
                .subscribe(words -> {
                  field.value().set(words);
                  showPreview();
                }));
    var box = new VBox(3, label, value);
    box.getStyleClass().add("field");
    parameters.getChildren().add(box);
  }

  private void showPreview() {
    TemplateForm filled = model.form().get();
    preview.show(filled == null ? "" : filled.preview());
    showSend();
  }

  private void showSend() {
    TemplateForm filled = model.form().get();
    send.setDisable(filled == null || !filled.isComplete() || model.sending().get());
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setText(why == null ? "" : FailureText.of(why, texts));
    visible(failure, why != null);
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
