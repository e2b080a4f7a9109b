package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines of an order on its card; a long order ends in "and so many more".
final class OrderLines extends VBox {

  private static final int MOST = 5;

  private final Texts texts;
  private final Consumer<OrderSummary.Line> soldOut;

  /// @param soldOut somebody points at a line because its dish is used up
  OrderLines(Texts texts, Consumer<OrderSummary.Line> soldOut) {
    this.texts = texts;
    this.soldOut = soldOut;
    getStyleClass().add("order-lines");
  }

  void show(List<OrderSummary.Line> lines) {
    getChildren().clear();
    lines.stream().limit(MOST).forEach(this::line);
    if (lines.size() > MOST) {
      var _ =
          add(
              texts.of("orders.moreLines", Integer.toString(lines.size() - MOST)),
              "order-modifiers");
    }
  }

  private void line(OrderSummary.Line line) {
    String name = texts.name(line.name());
    @Nullable LocalizedText size = line.size();
    String sized = size == null ? name : name + " (" + texts.name(size) + ")";
    Label dish = add(line.quantity() + " × " + sized, "order-line");
    dish.setTooltip(new Tooltip(texts.of("orders.line.soldOut")));
    dish.setOnMouseClicked(click -> soldOut.accept(line));
    String details = details(line);
    if (!details.isEmpty()) {
      var _ = add(details, "order-modifiers");
    }
  }

  private String details(OrderSummary.Line line) {
    Stream<String> modifiers = line.modifiers().stream().map(texts::name);
    String note = line.note();
    Stream<String> notes =
        note == null || note.isBlank() ? Stream.empty() : Stream.of("«" + note + "»");
    return Stream.concat(modifiers, notes)
        .map(DisplayText::line)
        .collect(Collectors.joining(" · "));
  }

  private Label add(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    getChildren().add(label);
    return label;
  }
}
