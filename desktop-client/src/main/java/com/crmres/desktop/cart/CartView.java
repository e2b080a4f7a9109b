package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Beside the thread: what is in the cart, how it leaves the house, what it costs, and what can be
/// done with it.
public final class CartView {

  private final CartModel model;
  private final Texts texts;
  private final StackPane root;
  private final CartFoot cartFoot;
  private final DishFinder finder;

  @FXML private VBox content;
  @FXML private Label title;
  @FXML private Label code;
  @FXML private Label changes;
  @FXML private Button add;
  @FXML private ListView<CartDetails.Line> lines;
  @FXML private ListFace face;
  @FXML private StackPane wayPlace;
  @FXML private VBox foot;
  @FXML private StackPane over;

  /// @param jump shows the message a line came from
  /// @param browse shows a page in the browser
  public CartView(
      CartModel model,
      Texts texts,
      Times times,
      Ticker ticker,
      Consumer<UUID> jump,
      Consumer<URI> browse) {
    this.model = model;
    this.texts = texts;
    this.root = Fxml.load(this, texts, StackPane.class);
    this.finder = new DishFinder(model, texts, this::close);
    this.cartFoot = new CartFoot(model, texts, times, ticker);
    over.setVisible(false);
    title.setGraphic(Icon.CART.node());
    add.setGraphic(Icon.ADD.node());
    add.setTooltip(new Tooltip(texts.of("cart.add.keys")));
    add.setOnAction(click -> find());
    lines.setAccessibleText(texts.of("cart.lines"));
    var tools = new CartLineCell.Tools(model, texts, jump, this::correct);
    lines.setCellFactory(list -> new CartLineCell(tools));
    lines.addEventFilter(KeyEvent.KEY_PRESSED, key -> new CartLineKeys(tools).pressed(key, lines));
    wayPlace.getChildren().add(new CartWay(model, texts, times, ticker, browse).node());
    foot.getChildren().add(cartFoot.node());
    var bindings = new Bindings(root);
    face.follow(bindings, model.state(), texts, "cart.empty", lines, model::reload);
    bindings.follow(model.cart(), this::show);
    bindings.follow(model.wanted(), item -> putWanted());
  }

  public Parent node() {
    return root;
  }

  private void show(@Nullable CartDetails cart) {
    visible(add, model.mayChange());
    visible(wayPlace, cart != null);
    visible(foot, cart != null && !cart.lines().isEmpty());
    String changed = cart == null ? null : cart.changes();
    visible(changes, changed != null);
    if (changed != null) {
      changes.setText(texts.of("cart.changes", DisplayText.leftToRight(changed)));
    }
    String spoken = cart == null ? null : cart.code();
    code.setText(spoken == null ? "" : DisplayText.leftToRight(spoken));
    if (cart != null && !cart.lines().equals(lines.getItems())) {
      int at = lines.getSelectionModel().getSelectedIndex();
      lines.getItems().setAll(cart.lines());
      lines
          .getSelectionModel()
          .clearAndSelect(Math.clamp(at, 0, Math.max(0, cart.lines().size() - 1)));
    }
    putWanted();
  }

  /// Looks for a dish to put in.
  public void find() {
    if (model.mayChange() && model.cart().get() != null) {
      model.lookAtMenu();
      open(finder.node());
      finder.begin();
    }
  }

  /// A dish that was chosen elsewhere goes in as soon as the cart is known.
  private void putWanted() {
    UUID item = model.wanted().get();
    if (item != null && model.cart().get() != null) {
      model.want(null);
      model.lookAtMenu();
      open(finder.node());
      finder.put(item);
    }
  }

  /// Looks for a way to confirm it for the customer.
  public void confirm() {
    cartFoot.confirm();
  }

  /// Sends the read-back.
  public void readBack() {
    model.readBack();
  }

  /// Shows the choices of a line, once the menu is known.
  private void correct(CartDetails.Line line) {
    if (!model.mayChange()) {
      return;
    }
    model.lookAtMenu();
    open(finder.node());
    finder.correct(line);
  }

  private void open(Node node) {
    over.getChildren().setAll(node);
    over.setVisible(true);
    content.setVisible(false);
  }

  private void close() {
    over.setVisible(false);
    over.getChildren().clear();
    content.setVisible(true);
    lines.requestFocus();
  }

  static void visible(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
