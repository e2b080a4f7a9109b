package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The order board: a column for each step, filters over them, and keys for each move.
public final class OrderBoardView {

  private final OrderBoardModel model;
  private final Texts texts;
  private final Times times;
  private final StackPane root;
  private final ObjectProperty<Instant> now;
  private final QuestionSheet sheet;
  private final BoardKeys.Hands hands;
  private final Consumer<String> soldOutOf;

  @FXML private ToggleButton open;
  @FXML private ToggleButton ended;
  @FXML private ToggleButton allWays;
  @FXML private ToggleButton deliveries;
  @FXML private ToggleButton pickups;
  @FXML private ToggleButton unpaid;
  @FXML private TextField search;
  @FXML private Chip result;
  @FXML private Button soldOut;
  @FXML private HBox failureBox;
  @FXML private Label failure;
  @FXML private ScrollPane scroll;
  @FXML private HBox columns;
  @FXML private ListFace face;

  /// Where the board leads to.
  ///
  /// @param soldOut opens the list of what can be had, at what is named so
  /// @param chat opens a conversation
  /// @param paper shows a file in the machine's program for it
  public record Ways(Consumer<String> soldOut, Consumer<UUID> chat, Consumer<Path> paper) {}

  public OrderBoardView(OrderBoardModel model, Texts texts, Times times, Ticker ticker, Ways ways) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.soldOutOf = ways.soldOut();
    this.now = new SimpleObjectProperty<>(ticker.instant());
    this.root = Fxml.load(this, texts, StackPane.class);
    this.sheet = new QuestionSheet(texts, times, model, ticker::instant, root::requestFocus);
    this.hands =
        new BoardKeys.Hands(
            this::act,
            model.printing()::print,
            order -> model.receipts().print(order, ways.paper()),
            order -> ways.chat().accept(order.conversationId()),
            () -> soldOutOf.accept(""),
            () -> search.requestFocus(),
            sheet::isVisible);
    root.getChildren().add(sheet);
    var bindings = new Bindings(root);
    bindings.follow(ticker.now(), now::set);
    bindings.follow(model.openSide(), side -> showColumns(side));
    face.follow(bindings, model.state(), texts, "orders.empty", scroll, model::reload);
    head(bindings);
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.receipts().failure(), this::showFailure);
    new BoardKeys(model, hands, texts.isRightToLeft()).listenOn(root);
    takeFocus();
  }

  public Parent node() {
    return root;
  }

  private void showColumns(boolean side) {
    open.setSelected(side);
    ended.setSelected(!side);
    columns.getChildren().setAll(BoardColumn.side(side).stream().map(this::column).toList());
  }

  private HBox column(BoardColumn column) {
    var view =
        new BoardColumnView(
            column,
            model,
            texts,
            times,
            now,
            hands,
            line -> soldOutOf.accept(texts.name(line.name())));
    view.follow(new Bindings(view));
    HBox.setHgrow(view, Priority.ALWAYS);
    var holder = new HBox(view);
    HBox.setHgrow(holder, Priority.ALWAYS);
    return holder;
  }

  private void head(Bindings bindings) {
    open.setOnAction(click -> side(true));
    ended.setOnAction(click -> side(false));
    way(allWays, BoardFilter.Way.ALL);
    way(deliveries, BoardFilter.Way.DELIVERY);
    way(pickups, BoardFilter.Way.PICKUP);
    unpaid.setOnAction(
        click -> model.filter().set(model.filter().get().withUnpaid(unpaid.isSelected())));
    soldOut.setGraphic(Icon.SOLD_OUT.node());
    soldOut.setOnAction(click -> soldOutOf.accept(""));
    search.setText(model.filter().get().words());
    search.setAccessibleText(texts.of("orders.search"));
    search
        .textProperty()
        .subscribe(words -> model.filter().set(model.filter().get().withWords(words)));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveSearch);
    bindings.follow(model.filter(), this::showFilter);
    bindings.follow(
        model.finished(), count -> ended.setText(texts.of("orders.finished", count.toString())));
    bindings.follow(model.printing().outcome(), this::showPrinted);
  }

  private void side(boolean wanted) {
    model.openSide().set(wanted);
    open.setSelected(wanted);
    ended.setSelected(!wanted);
  }

  private void way(ToggleButton button, BoardFilter.Way way) {
    button.setOnAction(click -> {
      model.filter().set(model.filter().get().withWay(way));
      showFilter(model.filter().get());
    });
  }

  private void showFilter(BoardFilter filter) {
    allWays.setSelected(filter.way() == BoardFilter.Way.ALL);
    deliveries.setSelected(filter.way() == BoardFilter.Way.DELIVERY);
    pickups.setSelected(filter.way() == BoardFilter.Way.PICKUP);
    unpaid.setSelected(filter.unpaid());
  }

  private void leaveSearch(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      search.clear();
    }
    if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.ENTER) {
      root.requestFocus();
      key.consume();
    }
  }

  private void act(OrderSummary order, OrderAction action) {
    if (action == OrderAction.ACCEPT) {
      model.accept(order, OrderBoardModel.USUAL_MINUTES);
    } else if (OrderQuestion.needed(action)) {
      sheet.ask(order, action);
    } else {
      model.move(order, action);
    }
  }

  private void showPrinted(TicketPrinting.@Nullable Outcome outcome) {
    if (outcome == null) {
      result.hide();
      return;
    }
    boolean printed = outcome.failure() == null && outcome.papers() > 0;
    String number = DisplayText.leftToRight("#" + outcome.number());
    result.show(
        texts.of(printed ? "orders.printed" : "orders.notPrinted", number),
        printed ? Chip.Tone.GOOD : Chip.Tone.DUE,
        Icon.PRINT);
  }

  private void showFailure(@Nullable ServerFailure why) {
    failureBox.setVisible(why != null);
    failureBox.setManaged(why != null);
    if (why != null) {
      failure.setGraphic(Icon.FAILED.node());
      failure.setText(FailureText.of(why, texts));
    }
  }

  /// Keys work at once, and again after each click beside a field.
  private void takeFocus() {
    root.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(root::requestFocus);
          }
        });
    root.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (!sheet.isVisible() && !isField(press.getTarget())) {
            root.requestFocus();
          }
        });
  }

  private static boolean isField(Object target) {
    Node node = target instanceof Node pressed ? pressed : null;
    while (node != null) {
      if (node instanceof TextInputControl) {
        return true;
      }
      node = node.getParent();
    }
    return false;
  }
}
