package com.crmres.desktop.customer;

import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a customer has ordered so far: his figures, what he likes, and his last orders, each of
/// which can be put into the cart again.
public final class CustomerCards {

  private static final int DISHES_NAMED = 2;

  private final CustomerModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final @Nullable Consumer<UUID> repeat;
  private final VBox figures = new VBox(6);
  private final VBox orders = new VBox(8);
  private final VBox root = new VBox(14, figures, orders);

  /// @param repeat puts an earlier order into the cart; null where the person may not
  public CustomerCards(
      CustomerModel model,
      Texts texts,
      Times times,
      Ticker ticker,
      @Nullable Consumer<UUID> repeat) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    this.repeat = repeat;
    figures.getStyleClass().add("card");
    figures.setId("customerFigures");
    orders.getStyleClass().add("card");
    orders.setId("customerEarlier");
    var bindings = new Bindings(root);
    bindings.follow(model.state(), this::showFace);
    bindings.followList(model.orders(), () -> showFace(model.state().get()));
    bindings.follow(model.figures(), now -> showFace(model.state().get()));
  }

  public Parent node() {
    return root;
  }

  private void showFace(ListState state) {
    orders.getChildren().setAll(title("customer.earlier", Icon.LOG));
    figures.getChildren().setAll(title("customer.figures", Icon.STAR));
    boolean ready = state == ListState.READY;
    figures.setVisible(ready);
    figures.setManaged(ready);
    switch (state) {
      case LOADING -> orders.getChildren().add(loading());
      case EMPTY -> orders.getChildren().add(muted(texts.of("customer.earlier.empty")));
      case FAILED -> orders.getChildren().add(failed());
      case READY -> {
        model.orders().forEach(order -> orders.getChildren().add(row(order)));
        CustomerFigures known = model.figures().get();
        if (known != null) {
          figures.getChildren().addAll(lines(known));
        }
      }
    }
  }

  private Node title(String key, Icon icon) {
    var title = new Label(texts.of(key), icon.node());
    title.getStyleClass().add("card-title");
    return title;
  }

  private Node loading() {
    var spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    return new HBox(8, spinner, muted(texts.of("face.loading")));
  }

  private Node failed() {
    var again = new Button(texts.of("face.retry"), Icon.RETRY.node());
    again.setId("customerAgain");
    again.getStyleClass().add("small");
    again.setOnAction(click -> model.reload());
    return new VBox(6, muted(texts.of("face.failed")), again);
  }

  private static Label muted(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private List<Node> lines(CustomerFigures known) {
    List<Node> lines = new ArrayList<>();
    lines.add(pair(texts.of("customer.worth"), DisplayText.money(known.worth(), texts)));
    CustomerFigures.Ends ends = known.orders();
    lines.add(
        pair(
            texts.of("customer.orders"),
            texts.of(
                "customer.orders.ends",
                Integer.toString(ends.delivered()),
                Integer.toString(ends.open()),
                Integer.toString(ends.cancelled() + ends.rejected() + ends.expired()))));
    if (known.basket() != null) {
      lines.add(pair(texts.of("customer.basket"), DisplayText.money(known.basket(), texts)));
    }
    if (known.firstAt() != null) {
      lines.add(pair(texts.of("customer.since"), times.dateOf(known.firstAt())));
    }
    CustomerFigures.UsualBranch usual = known.branch();
    if (usual != null) {
      model
          .branch(usual.branchId())
          .map(BranchSummary::name)
          .ifPresent(name -> lines.add(pair(texts.of("customer.usualBranch"), texts.name(name))));
    }
    CustomerFigures.UsualWay way = known.way();
    if (way != null) {
      lines.add(
          pair(texts.of("customer.usualWay"), texts.of("orders.fulfilment", way.fulfilment())));
    }
    if (!known.favourites().isEmpty()) {
      lines.add(muted(texts.of("customer.favourites")));
      known.favourites().forEach(favourite -> lines.add(favourite(favourite)));
    }
    return lines;
  }

  private Node favourite(CustomerFigures.Favourite favourite) {
    String choices =
        favourite.choices().stream()
            .map(CustomerFigures.Choice::name)
            .map(texts::name)
            .collect(Collectors.joining(" · "));
    Label dish = new Label(texts.name(favourite.name()));
    dish.setWrapText(true);
    dish.setMinWidth(0);
    var times = muted(texts.of("customer.pieces", Integer.toString(favourite.pieces())));
    times.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(6, dish, gap(), times);
    return choices.isEmpty() ? row : new VBox(row, muted(choices));
  }

  private static Node pair(String words, String value) {
    Label left = muted(words);
    var right = new Label(value);
    right.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(8, left, gap(), right);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private Node row(OrderSummary order) {
    var number = new Label(DisplayText.leftToRight("#" + order.number()));
    number.getStyleClass().add("kind-title");
    var when = muted(times.listed(order.placedAt(), ticker.instant()));
    var total = new Label(DisplayText.money(order.total(), texts));
    total.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(8, number, when, gap(), total);
    head.setAlignment(Pos.CENTER_LEFT);
    var state = muted(texts.of("order.status", order.status()));
    state.setMinWidth(Region.USE_PREF_SIZE);
    var second = new HBox(8, muted(dishes(order)), gap(), state);
    second.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(2, head, second);
    ItemName.on(box, "earlier-" + order.id());
    box.getStyleClass().add("earlier-order");
    Consumer<UUID> again = repeat;
    if (again != null) {
      box.getChildren().add(repeating(order, again));
    }
    return box;
  }

  private String dishes(OrderSummary order) {
    String named =
        order.lines().stream()
            .limit(DISHES_NAMED)
            .map(line -> line.quantity() + " × " + name(line.name()))
            .collect(Collectors.joining(texts.of("cart.comma")));
    int more = order.lines().size() - DISHES_NAMED;
    return more > 0 ? texts.of("customer.more", named, Integer.toString(more)) : named;
  }

  private String name(LocalizedText name) {
    return texts.name(name);
  }

  private Node repeating(OrderSummary order, Consumer<UUID> again) {
    var button = new Button(texts.of("customer.repeat"), Icon.RECALL.node());
    ItemName.on(button, "repeat-" + order.id());
    button.getStyleClass().add("small");
    String words = texts.of("customer.repeat.read", DisplayText.leftToRight(order.number()));
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(click -> again.accept(order.id()));
    return button;
  }
}
