package com.crmres.desktop.channel;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.MergeProposal;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Above the notices: customers who may be one person, and taking the last merge back.
final class MergePane extends VBox {

  private static final int SHOWN = 3;

  private final MergesModel model;
  private final Texts texts;
  private final VBox rows = new VBox(8);
  private final Label done = new Label();
  private final Button undo;
  private final HBox doneRow;
  private final Label failure = new Label();

  MergePane(MergesModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.undo = button("merge.undo", model::undo);
    undo.setId("mergeUndo");
    done.setId("mergeDone");
    done.setWrapText(true);
    failure.setWrapText(true);
    failure.getStyleClass().add("failure-text");
    doneRow = new HBox(12, done, undo);
    doneRow.setAlignment(Pos.CENTER_LEFT);
    var title = new Label(texts.of("merge.title"), Icon.CONTACT.node());
    title.getStyleClass().add("row-title");
    setId("mergePane");
    getStyleClass().add("merge-pane");
    getChildren().addAll(title, small(texts.of("merge.explanation")), rows, doneRow, failure);
    var bindings = new Bindings(this);
    bindings.followList(model.proposals(), this::showRows);
    bindings.follow(model.last(), this::showDone);
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.busy(), busy -> setDisable(busy));
  }

  private void showRows() {
    List<MergeProposal> all = model.proposals();
    rows.getChildren().setAll(all.stream().limit(SHOWN).map(this::row).toList());
    if (all.size() > SHOWN) {
      rows.getChildren().add(small(texts.of("merge.more", Integer.toString(all.size() - SHOWN))));
    }
    showWhetherNeeded();
  }

  private Node row(MergeProposal proposal) {
    var people =
        new VBox(
            2,
            person(proposal.one()),
            person(proposal.other()),
            small(texts.of("merge.reason", proposal.reason())));
    people.setMinWidth(0);
    HBox.setHgrow(people, Priority.ALWAYS);
    var row =
        new HBox(
            10,
            people,
            button("merge.same", () -> model.merge(proposal)),
            button("merge.different", () -> model.dismiss(proposal)));
    ItemName.on(row, "merge-" + proposal.id());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("merge-row");
    return row;
  }

  /// Two labels, so that a Latin name and a number stay in their order on an Arabic screen.
  private Node person(CustomerSummary customer) {
    String phone = DisplayText.phone(customer.phone());
    return new HBox(
        10,
        new Label(DisplayText.line(customer.name())),
        small(phone.isEmpty() ? texts.of("customer.noPhone") : phone));
  }

  private Button button(String words, Runnable action) {
    var button = new Button(texts.of(words));
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(click -> action.run());
    return button;
  }

  private static Label small(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private void showDone(@Nullable CustomerMerge merge) {
    visible(doneRow, merge != null);
    if (merge != null) {
      boolean stands = merge.undoneAt() == null;
      done.setText(
          texts.of(
              stands ? "merge.done" : "merge.undone",
              DisplayText.line(merge.survivor().name()),
              DisplayText.line(merge.absorbed().name())));
      visible(undo, stands);
    }
    showWhetherNeeded();
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setText(why == null ? "" : FailureText.of(why, texts));
    visible(failure, why != null);
    showWhetherNeeded();
  }

  private void showWhetherNeeded() {
    visible(
        this,
        model.mayDecide()
            && (!model.proposals().isEmpty()
                || model.last().get() != null
                || model.failure().get() != null));
  }

  private static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
