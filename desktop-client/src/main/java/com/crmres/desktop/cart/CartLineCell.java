package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.TallCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line of the cart: the dish, its choices, the words it came from, and what can be done.
final class CartLineCell extends TallCell<CartDetails.Line> {

  private static final int LONGEST_WORDS = 60;

  private final Tools tools;
  private final Texts texts;
  private @Nullable Node buttons;

  CartLineCell(Tools tools) {
    this.tools = tools;
    this.texts = tools.texts();
    setPrefWidth(0);
  }

  /// What a line is shown and changed with.
  ///
  /// @param jump shows the message it came from
  /// @param correct shows its choices
  record Tools(
      CartModel model, Texts texts, Consumer<UUID> jump, Consumer<CartDetails.Line> correct) {

    /// As often as it was, or otherwise; none at all takes the line out.
    void step(CartDetails.Line line, int by) {
      CartWishes wishes = model.wishes();
      int quantity = line.quantity() + by;
      if (wishes != null && quantity <= DishModel.MOST) {
        model.change(
            quantity < 1 ? wishes.remove(line.id()) : wishes.quantity(line.id(), quantity));
      }
    }

    void remove(CartDetails.Line line) {
      CartWishes wishes = model.wishes();
      if (wishes != null) {
        model.change(wishes.remove(line.id()));
      }
    }

    /// Shows the message, where it is known which.
    void jumpTo(CartDetails.Line line) {
      CartDetails.Evidence evidence = line.evidence();
      UUID message = evidence == null ? null : evidence.messageId();
      if (message != null) {
        jump.accept(message);
      }
    }
  }

  /// What can be done stands on the chosen line only: the others stay short.
  @Override
  public void updateSelected(boolean selected) {
    super.updateSelected(selected);
    showButtons(selected);
  }

  private void showButtons(boolean selected) {
    Node row = buttons;
    if (row != null) {
      CartView.visible(row, selected && tools.model().mayChange());
      requestLayout();
    }
  }

  @Override
  protected void updateItem(CartDetails.@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      ItemName.on(this, null);
      setAccessibleText(null);
      buttons = null;
      return;
    }
    ItemName.on(this, "cartLine-" + line.id());
    var card = new VBox(4, head(line));
    card.getStyleClass().addAll("card", "cart-line");
    card.getChildren().addAll(details(line));
    Node row = buttons(line);
    buttons = row;
    card.getChildren().add(row);
    setGraphic(card);
    showButtons(isSelected());
    setAccessibleText(
        texts.of("cart.line.read", Integer.toString(line.quantity()), name(line))
            + ", "
            + DisplayText.money(line.total(), texts));
  }

  private String name(CartDetails.Line line) {
    LocalizedText name = line.name();
    return name == null ? texts.of("cart.line.unknown") : texts.name(name);
  }

  private Node head(CartDetails.Line line) {
    var name = new Label(texts.of("cart.line.read", Integer.toString(line.quantity()), name(line)));
    name.getStyleClass().add("cart-dish");
    name.setWrapText(true);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var total = new Label(DisplayText.money(line.total(), texts));
    total.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(6, name, gap, total);
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private List<Node> details(CartDetails.Line line) {
    List<Node> details = new ArrayList<>();
    List<String> choices = new ArrayList<>();
    LocalizedText size = line.size();
    if (size != null) {
      choices.add(texts.name(size));
    }
    line.modifiers().forEach(modifier -> choices.add(texts.name(modifier)));
    if (!choices.isEmpty()) {
      details.add(small(String.join(" · ", choices), null));
    }
    String note = line.note();
    if (note != null) {
      details.add(small(DisplayText.line(note), Icon.NOTE));
    }
    String person = line.person();
    if (person != null) {
      details.add(small(texts.of("cart.line.person", DisplayText.line(person)), Icon.PERSON));
    }
    if (!line.available()) {
      var gone = new Chip();
      gone.show(texts.of("cart.line.gone"), Chip.Tone.LATE, Icon.SOLD_OUT);
      details.add(gone);
    }
    CartDetails.Evidence evidence = line.evidence();
    if (evidence != null) {
      details.add(evidence(line, evidence));
    }
    return details;
  }

  private Node small(String words, @Nullable Icon icon) {
    var label = new Label(words, icon == null ? null : icon.node());
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private Node evidence(CartDetails.Line line, CartDetails.Evidence evidence) {
    String words = DisplayText.line(evidence.words());
    String shown = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words;
    var link = new Hyperlink(texts.of("cart.line.said", shown), Icon.JUMP.node());
    ItemName.on(link, "cartEvidence-" + line.id());
    link.getStyleClass().add("cart-evidence");
    link.setWrapText(true);
    link.setDisable(evidence.messageId() == null);
    link.setAccessibleText(texts.of("cart.line.jump", shown));
    link.setFocusTraversable(false);
    link.setOnAction(click -> tools.jumpTo(line));
    return link;
  }

  private Node buttons(CartDetails.Line line) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    String dish = name(line);
    var row =
        new HBox(
            4,
            button(Icon.REMOVE, "cart.line.less", dish, () -> tools.step(line, -1)),
            button(Icon.ADD, "cart.line.more", dish, () -> tools.step(line, 1)),
            gap,
            button(Icon.NOTE, "cart.line.correct", dish, () -> tools.correct().accept(line)),
            button(Icon.DELETE, "cart.line.remove", dish, () -> tools.remove(line)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button button(Icon icon, String key, String dish, Runnable action) {
    var button = new Button("", icon.node());
    button.getStyleClass().add("card-button");
    button.setId(
        key.replace("cart.line.", "cartLine") + "-" + Objects.requireNonNull(getItem()).id());
    button.setFocusTraversable(false);
    button.setAccessibleText(texts.of(key, dish));
    button.setTooltip(new Tooltip(texts.of(key, dish)));
    button.setOnAction(click -> action.run());
    return button;
  }
}
