package com.crmres.desktop.signin;

import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomPasswordField;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// The sign-in screen.
public final class SignInView {

  private final SignInModel model;
  private final Texts texts;
  private final StackPane root;

  @FXML private StackPane logo;
  @FXML private Label sessionEnded;
  @FXML private CustomTextField email;
  @FXML private CustomPasswordField password;
  @FXML private CustomTextField server;
  @FXML private Label failure;
  @FXML private Button signIn;
  @FXML private Button language;
  @FXML private Button theme;

  public SignInView(SignInModel model, Texts texts, Runnable switchLanguage, Runnable switchTheme) {
    this.model = model;
    this.texts = texts;
    this.root = Fxml.load(this, texts, StackPane.class);
    fields();
    signIn.setOnAction(click -> model.signIn());
    language.setOnAction(click -> switchLanguage.run());
    theme.setOnAction(click -> switchTheme.run());
    theme.setGraphic(Icon.DARK.node());
    logo.getChildren().add(Icon.RESTAURANT.node());
    follow(new Bindings(root));
    root.sceneProperty().subscribe(scene -> Platform.runLater(this::beginWhereSomethingIsMissing));
  }

  public Parent node() {
    return root;
  }

  private void fields() {
    email.setLeft(Icon.EMAIL.node());
    password.setLeft(Icon.PASSWORD.node());
    server.setLeft(Icon.SERVER.node());
    // Addresses and keys are Latin, whatever the program's language.
    email.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    password.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    server.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    email.textProperty().bindBidirectional(model.email());
    password.textProperty().bindBidirectional(model.password());
    server.textProperty().bindBidirectional(model.server());
  }

  private void beginWhereSomethingIsMissing() {
    (model.email().get().isBlank() ? email : password).requestFocus();
  }

  private void follow(Bindings bindings) {
    bindings.follow(model.sessionEnded(), ended -> shown(sessionEnded, ended));
    bindings.follow(model.fault(), fault -> showFault());
    bindings.follow(model.failure(), why -> showFault());
    bindings.follow(model.busy(), this::showBusy);
  }

  private void showBusy(boolean busy) {
    signIn.setDisable(busy);
    signIn.setText(texts.of(busy ? "signin.busy" : "signin.signIn"));
  }

  private void showFault() {
    SignInModel.@Nullable Fault fault = model.fault().get();
    ServerFailure why = model.failure().get();
    if (fault != null) {
      failure.setText(texts.of("signin.fault", fault));
    } else if (why != null) {
      failure.setText(FailureText.of(why, texts));
    }
    shown(failure, fault != null || why != null);
  }

  private static void shown(Label label, boolean wanted) {
    label.setVisible(wanted);
    label.setManaged(wanted);
  }
}
