package com.crmres.desktop.signin;

import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// The list of branches to choose from.
public final class BranchChoiceView {

  private final BranchChoiceModel model;
  private final StackPane root;

  @FXML private ListView<BranchSummary> branches;
  @FXML private ListFace face;
  @FXML private Button signOut;

  public BranchChoiceView(BranchChoiceModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.root = Fxml.load(this, texts, StackPane.class);
    branches.setItems(model.branches());
    branches.setCellFactory(list -> new BranchCell(texts, model::choose));
    branches.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        chooseSelected();
      }
    });
    signOut.setGraphic(Icon.SIGN_OUT.node());
    signOut.setOnAction(click -> leave.run());
    var bindings = new Bindings(root);
    face.follow(bindings, model.state(), texts, "branch.empty", branches, model::load);
    bindings.follow(model.state(), state -> Platform.runLater(this::beginInTheList));
  }

  public Parent node() {
    return root;
  }

  /// So that Enter chooses the first branch and does not press the only button.
  private void beginInTheList() {
    branches.getSelectionModel().selectFirst();
    branches.requestFocus();
  }

  private void chooseSelected() {
    BranchSummary selected = branches.getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.choose(selected);
    }
  }
}
