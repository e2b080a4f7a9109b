package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.advice.PreferencesView;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.customer.CustomerCards;
import com.crmres.desktop.customer.CustomerModel;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Avatar;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Beside the thread: who the customer is and what he has ordered.
final class CustomerView {

  private final InboxModel model;
  private final CustomerModel customer;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final ScrollPane root;
  private List<OrderSummary> shownOrders = List.of();

  @FXML private VBox cards;
  @FXML private Avatar avatar;
  @FXML private Label name;
  @FXML private Label phone;
  @FXML private FlowPane labels;
  @FXML private Chip window;
  @FXML private Label windowText;
  @FXML private Label freeText;
  @FXML private Label costText;
  @FXML private VBox orders;

  /// @param repeat puts an earlier order into the cart
  CustomerView(
      InboxModel model,
      SideModels side,
      Texts texts,
      Times times,
      Ticker ticker,
      Consumer<UUID> repeat) {
    this.model = model;
    this.customer = side.customer();
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, ScrollPane.class);
    freeText.setGraphic(Icon.ADVERTISEMENT.node());
    costText.setGraphic(Icon.PRICE.node());
    orders.getStyleClass().add("customer-cards-inner");
    cards
        .getChildren()
        .add(1, new PreferencesView(model.thread().advice().preferences(), texts, times).node());
    cards
        .getChildren()
        .add(
            new CustomerCards(
                    side.customer(), texts, times, ticker, side.cart().mayChange() ? repeat : null)
                .node());
    var bindings = new Bindings(root);
    bindings.follow(model.thread().conversation(), this::show);
    bindings.followList(model.orders(), this::showOrders);
    bindings.follow(customer.state(), state -> showOrders());
    bindings.follow(ticker.now(), this::showWindow);
  }

  Parent node() {
    return root;
  }

  private void show(@Nullable ConversationSummary conversation) {
    cards.setVisible(conversation != null);
    if (conversation == null) {
      return;
    }
    String who = DisplayText.line(conversation.customer().name());
    avatar.show(conversation.customer().id(), who);
    name.setText(who);
    String number = DisplayText.phone(conversation.customer().phone());
    phone.setText(number.isEmpty() ? texts.of("customer.noPhone") : number);
    showLabels(conversation);
    showWindow(ticker.instant());
    showOrders();
  }

  private void showLabels(ConversationSummary conversation) {
    labels.getChildren().clear();
    for (String label : conversation.handling().labels()) {
      var chip = new Chip();
      chip.show(DisplayText.line(label), Chip.Tone.BRAND, Icon.LABEL);
      labels.getChildren().add(chip);
    }
    int notes = conversation.handling().notes();
    if (notes > 0) {
      var chip = new Chip();
      chip.show(texts.of("customer.notes", Integer.toString(notes)), Chip.Tone.DUE, Icon.NOTE);
      labels.getChildren().add(chip);
    }
    boolean any = !labels.getChildren().isEmpty();
    labels.setVisible(any);
    labels.setManaged(any);
  }

  private void showWindow(Instant now) {
    ConversationSummary conversation = model.thread().conversation().get();
    if (conversation == null) {
      return;
    }
    ChannelState channel = conversation.channel();
    WindowChip.show(window, channel, now, texts, times);
    windowText.setText(WindowChip.words(channel, now, texts, times));
    Instant free = channel.freeUntil();
    show(
        free != null && now.isBefore(free)
            ? texts.of("customer.free", times.left(Duration.between(now, free)))
            : "",
        freeText);
    String currency = channel.currency();
    show(
        currency == null
            ? ""
            : texts.of("customer.cost", DisplayText.micros(channel.cost(), currency, texts)),
        costText);
  }

  private static void show(String words, Label label) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }

  private void showOrders() {
    ConversationSummary conversation = model.thread().conversation().get();
    List<OrderSummary> wanted =
        conversation == null
            ? List.of()
            : model.orders().stream()
                .filter(order -> order.conversationId().equals(conversation.id()))
                .toList()
                .reversed();
    if (wanted.isEmpty()) {
      // That there are none is told only once the server has said what there are.
      ListState state = customer.state().get();
      boolean told = state == ListState.READY || state == ListState.EMPTY;
      orders.getChildren().setAll(told ? List.of(noOrders()) : List.of());
    } else if (!wanted.equals(shownOrders)) {
      orders.getChildren().setAll(wanted.stream().map(this::orderCard).toList());
    }
    shownOrders = wanted;
  }

  private Node noOrders() {
    var words = new Label(texts.of("customer.noOrders"), Icon.CART.node());
    words.getStyleClass().add("muted");
    return new OrderCard().line(words).node();
  }

  private Node orderCard(OrderSummary order) {
    var card = new OrderCard();
    card.head(
        texts.of("customer.order", DisplayText.leftToRight(order.number())),
        texts.of("order.status", order.status()));
    for (OrderSummary.Line line : order.lines()) {
      card.pair(
          line.quantity() + " × " + texts.name(line.name()),
          DisplayText.money(line.total(), texts));
    }
    if (!order.deliveryFee().equals(Money.ZERO)) {
      card.pair(texts.of("order.deliveryFee"), DisplayText.money(order.deliveryFee(), texts));
    }
    card.separator();
    card.pair(texts.of("order.vat"), DisplayText.money(order.vat(), texts));
    card.total(texts.of("order.total"), DisplayText.money(order.total(), texts));
    return card.node();
  }
}
