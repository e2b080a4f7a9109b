package com.crmres.desktop.orders;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.EscapeKey;
import com.crmres.desktop.ui.Fxml;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks what a move needs: a reason, minutes, a time, a name or an amount. One press or one digit
/// answers.
final class QuestionSheet extends StackPane {

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_DRIVER = 80;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");

  private static final Set<OrderAction> TOLD =
      Set.of(OrderAction.REJECT, OrderAction.CANCEL, OrderAction.FAIL_DELIVERY);

  private final Texts texts;
  private final Times times;
  private final OrderBoardModel model;
  private final Supplier<Instant> now;
  private final Runnable afterwards;
  private final ItemChoice missing;
  private @Nullable OrderQuestion question;

  @FXML private Label title;
  @FXML private Label explanation;
  @FXML private FlowPane choices;
  @FXML private VBox items;
  @FXML private FlowPane itemChoices;
  @FXML private TextField words;
  @FXML private Button back;
  @FXML private Button done;

  /// Begins hidden; [#ask] shows it.
  ///
  /// @param afterwards gives the keyboard back to the board
  QuestionSheet(
      Texts texts, Times times, OrderBoardModel model, Supplier<Instant> now, Runnable afterwards) {
    this.texts = texts;
    this.times = times;
    this.model = model;
    this.now = now;
    this.afterwards = afterwards;
    getStyleClass().add("sheet");
    getChildren().add(Fxml.load(this, texts, VBox.class));
    this.missing = new ItemChoice(itemChoices, texts);
    back.setOnAction(click -> leave());
    EscapeKey.leaves(this, this::leave);
    done.setOnAction(click -> answerInWords());
    words.setOnAction(enter -> answerInWords());
    words.textProperty().subscribe(text -> done.setDisable(!isAnswer(text.strip())));
    addEventFilter(KeyEvent.KEY_TYPED, this::digit);
    setVisible(false);
  }

  void ask(OrderSummary order, OrderAction action) {
    ask(model.question(order, action, now.get()));
  }

  private void ask(OrderQuestion asked) {
    question = asked;
    OrderSummary order = asked.order();
    OrderAction action = asked.action();
    String named = DisplayText.leftToRight("#" + order.number());
    title.setText(texts.of("refusal.title", texts.of("orders.action", action), named));
    BranchSummary branch = asked.branch();
    show(explanation, TOLD.contains(action) || branch != null);
    explanation.setText(
        branch == null
            ? texts.of("refusal.told")
            : texts.of("question.toBranch", texts.name(branch.name())));
    missing.show(order.lines(), model.menu());
    show(items, action == OrderAction.REJECT && missing.any());
    showField(asked.field());
    List<Button> buttons = asked.choices().stream().map(this::button).toList();
    choices.getChildren().setAll(buttons);
    done.setText(texts.of("orders.action", action));
    setVisible(true);
    if (buttons.isEmpty()) {
      words.requestFocus();
    } else {
      buttons.getFirst().requestFocus();
    }
  }

  private void showField(OrderQuestion.Field field) {
    words.clear();
    show(words, field != OrderQuestion.Field.NONE);
    show(done, field != OrderQuestion.Field.NONE);
    words.setPromptText(
        switch (field) {
          case NONE -> "";
          case REASON -> texts.of("refusal.words");
          case DRIVER -> texts.of("question.driver");
          case AMOUNT -> texts.of("question.amount");
        });
  }

  private Button button(OrderQuestion.Choice choice) {
    var button = new Button(label(choice));
    button.setId(id(choice));
    button.getStyleClass().add("reason");
    button.setOnAction(click -> choose(choice));
    return button;
  }

  private String label(OrderQuestion.Choice choice) {
    return switch (choice) {
      case OrderQuestion.Because(OrderReason reason) -> texts.of("order.reason", reason);
      case OrderQuestion.Minutes(int minutes) ->
          texts.of("question.later", Integer.toString(minutes));
      case OrderQuestion.At(Instant time) -> times.listedMoment(time, now.get());
      case OrderQuestion.By(String driver) -> DisplayText.line(driver);
      case OrderQuestion.Whole(Money amount) ->
          texts.of("question.whole", DisplayText.money(amount, texts));
      case OrderQuestion.To(BranchSummary branch) ->
          branch.open()
              ? texts.name(branch.name())
              : texts.of("question.closedBranch", texts.name(branch.name()));
      case OrderQuestion.Simply() -> done.getText();
    };
  }

  private static String id(OrderQuestion.Choice choice) {
    return switch (choice) {
      case OrderQuestion.Because(OrderReason reason) -> "reason-" + reason.name();
      case OrderQuestion.Minutes(int minutes) -> "minutes-" + minutes;
      case OrderQuestion.At(Instant time) -> "time-" + time.getEpochSecond();
      case OrderQuestion.By(String driver) -> "driver-" + driver.hashCode();
      case OrderQuestion.Whole(Money _) -> "whole";
      case OrderQuestion.To(BranchSummary branch) -> "to-" + branch.id();
      case OrderQuestion.Simply() -> "simply";
    };
  }

  private void choose(OrderQuestion.Choice choice) {
    OrderQuestion asked = question;
    if (asked == null) {
      return;
    }
    if (choice instanceof OrderQuestion.To(BranchSummary branch)) {
      ask(asked.towards(branch));
      return;
    }
    boolean items =
        choice instanceof OrderQuestion.Because(OrderReason reason)
            && reason == OrderReason.ITEM_UNAVAILABLE
            && asked.action() == OrderAction.REJECT;
    send(
        asked,
        items
            ? Wish.because(asked.action(), OrderReason.ITEM_UNAVAILABLE, null, missing.chosen())
            : asked.wish(choice));
  }

  private void answerInWords() {
    OrderQuestion asked = question;
    String said = words.getText().strip();
    if (asked != null && isAnswer(said)) {
      send(asked, wish(asked, said));
    }
  }

  private boolean isAnswer(String said) {
    OrderQuestion asked = question;
    if (asked == null || said.isEmpty()) {
      return false;
    }
    return switch (asked.field()) {
      case NONE -> false;
      case REASON -> said.length() <= LONGEST_REASON;
      case DRIVER -> said.length() <= LONGEST_DRIVER;
      case AMOUNT -> AMOUNT.matcher(said).matches();
    };
  }

  private static Wish wish(OrderQuestion asked, String said) {
    return switch (asked.field()) {
      case NONE -> Wish.plain(asked.action());
      case REASON -> Wish.because(asked.action(), OrderReason.OTHER, said, List.of());
      case DRIVER -> Wish.by(asked.action(), said);
      case AMOUNT -> Wish.of(asked.action(), Money.ofRiyals(new BigDecimal(said)));
    };
  }

  private void send(OrderQuestion asked, Wish wish) {
    model.ask(asked.order(), asked.asked(wish));
    leave();
  }

  /// The first nine choices have a digit, unless somebody is writing.
  private void digit(KeyEvent key) {
    if (words.isFocused() || key.getCharacter().isEmpty()) {
      return;
    }
    int place = "123456789".indexOf(key.getCharacter());
    OrderQuestion asked = question;
    if (place >= 0 && asked != null && place < asked.choices().size()) {
      key.consume();
      choose(asked.choices().get(place));
    }
  }

  private void leave() {
    setVisible(false);
    question = null;
    afterwards.run();
  }

  private static void show(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
