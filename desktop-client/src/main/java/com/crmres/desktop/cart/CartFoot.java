package com.crmres.desktop.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartQuestion;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The end of the cart: what it costs, how far the customer knows it, and what is done with it.
final class CartFoot {

  private final CartModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final VBox sums = new VBox(3);
  private final Chip readBack = new Chip();
  private final Label question = new Label();
  private final Label outcome = new Label();
  private final Label failure = new Label();
  private final Button send = new Button();
  private final Button confirm = new Button();
  private final Button away = new Button();
  private final TextField reason = new TextField();
  private final Button yes = new Button();
  private final HBox reasonRow = new HBox(6, reason, yes);
  private final VBox root = new VBox(8);

  CartFoot(CartModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    buttons();
    for (Label label : List.of(question, outcome, failure)) {
      label.setWrapText(true);
    }
    question.setId("cartQuestion");
    question.getStyleClass().add("cart-question");
    question.setGraphic(Icon.UNKNOWN.node());
    outcome.setId("cartOutcome");
    outcome.getStyleClass().add("cart-outcome");
    failure.setId("cartFailure");
    failure.getStyleClass().add("failure-text");
    readBack.setId("cartReadBack");
    var main = new HBox(6, send, confirm);
    HBox.setHgrow(send, Priority.ALWAYS);
    HBox.setHgrow(confirm, Priority.ALWAYS);
    var state = new HBox(6, readBack, gap(), away);
    state.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(sums, state, question, failure, outcome, reasonRow, main);
    var bindings = new Bindings(root);
    bindings.follow(model.cart(), this::show);
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.outcome(), this::showOutcome);
    bindings.follow(ticker.now(), now -> showReadBack(model.cart().get(), now));
  }

  Node node() {
    return root;
  }

  private void buttons() {
    button(send, "cartSend", "cart.readBack", Icon.SEND, model::readBack);
    send.getStyleClass().add("accent");
    button(confirm, "cartConfirm", "cart.confirm", Icon.ACCEPT, this::confirm);
    button(away, "cartAway", "cart.cancel", Icon.DELETE, model::cancel);
    away.setText("");
    away.getStyleClass().add("card-button");
    reason.setId("cartReason");
    reason.setPromptText(texts.of("cart.reason"));
    reason.setAccessibleText(texts.of("cart.reason"));
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        sayYes();
        key.consume();
      } else if (key.getCode() == KeyCode.ESCAPE) {
        CartView.visible(reasonRow, false);
        key.consume();
      }
    });
    button(yes, "cartYes", "cart.yes", Icon.DONE, this::sayYes);
    yes.getStyleClass().add("success");
    CartView.visible(reasonRow, false);
  }

  private void button(Button button, String id, String key, Icon icon, Runnable action) {
    button.setId(id);
    button.setText(texts.of(key));
    button.setGraphic(icon.node());
    button.setAccessibleText(texts.of(key));
    button.setTooltip(new Tooltip(texts.of(key + ".keys")));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(click -> action.run());
  }

  /// Asks why the customer does not confirm by himself.
  void confirm() {
    CartWishes wishes = model.wishes();
    if (wishes != null && wishes.isComplete()) {
      CartView.visible(reasonRow, true);
      reason.requestFocus();
    }
  }

  private void sayYes() {
    model.confirm(reason.getText());
  }

  private void show(@Nullable CartDetails cart) {
    sums.getChildren().clear();
    reason.clear();
    CartView.visible(reasonRow, false);
    showReadBack(cart, ticker.instant());
    if (cart == null) {
      return;
    }
    if (!cart.deliveryFee().equals(Money.ZERO)) {
      sum("order.deliveryFee", cart.deliveryFee(), "muted");
    }
    sum("order.vat", cart.vat(), "muted");
    sum("order.total", cart.total(), "card-total");
    CartQuestion asked = cart.question();
    CartView.visible(question, asked != null && !cart.lines().isEmpty());
    question.setText(asked == null ? "" : words(cart, asked));
    boolean complete = asked == null && !cart.lines().isEmpty() && model.mayChange();
    send.setDisable(!complete);
    confirm.setDisable(!complete);
    CartView.visible(away, model.mayChange());
    CartView.visible(send, model.mayChange());
    CartView.visible(confirm, model.mayChange());
  }

  private void sum(String key, Money amount, String style) {
    var words = new Label(texts.of(key));
    var money = new Label(DisplayText.money(amount, texts));
    words.getStyleClass().add(style);
    money.getStyleClass().add(style);
    money.setMinWidth(Region.USE_PREF_SIZE);
    sums.getChildren().add(new HBox(8, words, gap(), money));
  }

  private static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private String words(CartDetails cart, CartQuestion asked) {
    Money missing = asked.missing();
    String dish =
        cart.lines().stream()
            .filter(line -> line.id().equals(asked.lineId()))
            .map(CartDetails.Line::name)
            .filter(Objects::nonNull)
            .map(texts::name)
            .findFirst()
            .orElse("");
    return texts.filled(
        "cart.question", asked.kind(), missing == null ? dish : DisplayText.money(missing, texts));
  }

  private void showReadBack(@Nullable CartDetails cart, Instant now) {
    if (cart == null) {
      readBack.hide();
      return;
    }
    Instant at = cart.readBackAt();
    String when = at == null ? "" : times.listed(at, now);
    switch (cart.readBack()) {
      case NONE -> readBack.show(texts.of("cart.read.NONE"), Chip.Tone.NEUTRAL);
      case WAITING ->
          readBack.show(texts.of("cart.read.WAITING", when), Chip.Tone.GOOD, Icon.DONE_ALL);
      case OUTDATED ->
          readBack.show(texts.of("cart.read.OUTDATED", when), Chip.Tone.DUE, Icon.WARNING);
    }
  }

  private void showFailure(@Nullable ServerFailure why) {
    CartView.visible(failure, why != null);
    failure.setText(why == null ? "" : FailureText.of(why, texts));
  }

  private void showOutcome(CartOutcome what) {
    String words =
        switch (what) {
          case CartOutcome.Nothing _ -> "";
          case CartOutcome.ReadBack _ -> texts.of("cart.outcome.readBack");
          case CartOutcome.Ordered(String number) ->
              texts.of("cart.outcome.ordered", DisplayText.leftToRight(number));
          case CartOutcome.Repeated(var missing, var changed) -> repeated(missing, changed);
        };
    CartView.visible(outcome, !words.isEmpty());
    outcome.setText(words);
  }

  private String repeated(List<LocalizedText> missing, List<LocalizedText> changed) {
    String gone = missing.isEmpty() ? "" : texts.of("cart.outcome.missing", names(missing));
    String other = changed.isEmpty() ? "" : texts.of("cart.outcome.changed", names(changed));
    String both = (gone + "\n" + other).strip();
    return both.isEmpty() ? texts.of("cart.outcome.repeated") : both;
  }

  private String names(List<LocalizedText> dishes) {
    return dishes.stream().map(texts::name).collect(Collectors.joining(texts.of("cart.comma")));
  }
}
