package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How the cart leaves the house: picked up or brought, from which branch, and when.
final class CartWay {

  private static final long STEP = 1_800;
  private static final int STEPS = 24;

  private final CartModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final VBox root = new VBox(6);
  private final ToggleButton pickup = new ToggleButton();
  private final ToggleButton delivery = new ToggleButton();
  private final ComboBox<BranchSummary> branch = new ComboBox<>();
  private final ComboBox<Moment> time = new ComboBox<>();
  private final CartAddress address;
  private final CartField note;
  private final Label ready = new Label();
  private boolean showing;

  /// A time that can be wished; none at all is as soon as it can be.
  private record Moment(@Nullable Instant at) {}

  /// @param browse shows a page in the browser
  CartWay(CartModel model, Texts texts, Times times, Ticker ticker, Consumer<URI> browse) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    ways();
    boxes();
    this.address = new CartAddress(model, texts, browse);
    this.note = new CartField("cartNote", texts.of("cart.note"), true, this::noted);
    ready.setId("cartReady");
    ready.getStyleClass().add("muted");
    ready.setWrapText(true);
    var choices = new HBox(6, branch, time);
    HBox.setHgrow(branch, Priority.ALWAYS);
    HBox.setHgrow(time, Priority.ALWAYS);
    root.getStyleClass().add("cart-way");
    root.getChildren().addAll(segments(), choices, address.node(), note, ready);
    var bindings = new Bindings(root);
    bindings.follow(model.cart(), this::show);
    bindings.followList(model.branches(), () -> show(model.cart().get()));
  }

  Node node() {
    return root;
  }

  private Node segments() {
    var segments = new HBox(pickup, delivery);
    segments.getStyleClass().add("segments");
    HBox.setHgrow(pickup, Priority.ALWAYS);
    HBox.setHgrow(delivery, Priority.ALWAYS);
    return segments;
  }

  private void ways() {
    way(pickup, "cartPickup", Fulfilment.PICKUP, Icon.PICKUP);
    way(delivery, "cartDelivery", Fulfilment.DELIVERY, Icon.DELIVERY);
  }

  private void way(ToggleButton button, String id, Fulfilment way, Icon icon) {
    button.setId(id);
    button.setText(texts.of("orders.fulfilment", way));
    button.setGraphic(icon.node());
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(click -> {
      ask(wishes -> wishes.fulfilment(way));
      // What is chosen is what the server says.
      show(model.cart().get());
    });
  }

  private void boxes() {
    branch.setId("cartBranch");
    branch.setPromptText(texts.of("cart.branch"));
    branch.setAccessibleText(texts.of("cart.branch"));
    branch.setMaxWidth(Double.MAX_VALUE);
    branch.setMinWidth(0);
    branch.setPrefWidth(0);
    branch.setConverter(new Naming<>(one -> texts.name(one.name())));
    branch.setOnAction(chosen -> {
      BranchSummary wanted = branch.getValue();
      if (wanted != null) {
        ask(wishes -> wishes.branch(wanted.id()));
      }
    });
    time.setId("cartTime");
    time.setAccessibleText(texts.of("cart.time"));
    time.setMaxWidth(Double.MAX_VALUE);
    time.setMinWidth(0);
    time.setPrefWidth(0);
    time.setConverter(new Naming<>(this::words));
    time.setOnAction(chosen -> {
      Moment wanted = time.getValue();
      if (wanted != null) {
        ask(wishes -> wishes.time(wanted.at()));
      }
    });
  }

  private String words(Moment moment) {
    Instant at = moment.at();
    return at == null ? texts.of("cart.soon") : times.listedMoment(at, ticker.instant());
  }

  private void noted(String words) {
    ask(wishes -> wishes.note(words));
  }

  private interface Wish {
    ChangeCartRequest of(CartWishes wishes);
  }

  private void ask(Wish wish) {
    CartWishes wishes = model.wishes();
    if (wishes != null && !showing) {
      model.change(wish.of(wishes));
    }
  }

  private void show(@Nullable CartDetails cart) {
    showing = true;
    try {
      root.setDisable(cart == null || !model.mayChange());
      if (cart != null) {
        fill(cart);
      }
    } finally {
      showing = false;
    }
  }

  private void fill(CartDetails cart) {
    Fulfilment way = cart.fulfilment();
    pickup.setSelected(way == Fulfilment.PICKUP);
    delivery.setSelected(way == Fulfilment.DELIVERY);
    branch.getItems().setAll(model.branches());
    UUID chosen = cart.branchId();
    branch.setValue(
        model.branches().stream().filter(one -> one.id().equals(chosen)).findFirst().orElse(null));
    Moment wanted = new Moment(cart.wantedAt());
    time.getItems().setAll(moments(wanted));
    time.setValue(wanted);
    note.shows(cart.note());
    address.show(cart);
    Instant at = cart.readyAt();
    CartView.visible(ready, at != null && !cart.lines().isEmpty());
    ready.setText(
        at == null ? "" : texts.of("cart.ready", times.listedMoment(at, ticker.instant())));
  }

  /// Every half hour from the next one on, and what was wished.
  private List<Moment> moments(Moment wanted) {
    long first = ticker.instant().getEpochSecond() / STEP + 2;
    List<Moment> moments = new ArrayList<>(List.of(new Moment(null)));
    if (wanted.at() != null) {
      moments.add(wanted);
    }
    LongStream.range(first, first + STEPS)
        .mapToObj(step -> new Moment(Instant.ofEpochSecond(step * STEP)))
        .filter(moment -> !moment.equals(wanted))
        .forEach(moments::add);
    return moments;
  }

  /// Names what is chosen from a box.
  private static final class Naming<T> extends StringConverter<T> {

    private final Function<T, String> name;

    Naming(Function<T, String> name) {
      this.name = name;
    }

    @Override
    public String toString(@Nullable T one) {
      return one == null ? "" : name.apply(one);
    }

    /// Nobody types into it.
    @Override
    public @Nullable T fromString(String words) {
      return null;
    }
  }
}
