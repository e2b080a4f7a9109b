package com.crmres.desktop.assistant;

import com.crmres.common.assistant.UsageLine;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.ColumnWidths;
import com.crmres.desktop.ui.ListFace;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Two weeks of the assistant: sums, a bar for each day, and the lines behind them.
final class UsagePane {

  private static final double TALLEST = 110;
  private static final String NOTHING = "–";

  private final UsageModel model;
  private final Texts texts;
  private final HBox tiles = new HBox(12);
  private final HBox bars = new HBox(8);
  private final TableView<UsageLine> table = new TableView<>();
  private final StackPane root = new StackPane();

  UsagePane(UsageModel model, Texts texts, Bindings bindings) {
    this.model = model;
    this.texts = texts;
    bars.setAlignment(Pos.BOTTOM_LEFT);
    bars.getStyleClass().add("usage-bars");
    bars.setId("usageBars");
    table();
    var heading = new Label(texts.of("usage.perDay"));
    heading.getStyleClass().add("card-title");
    var chart = new VBox(10, heading, bars);
    chart.getStyleClass().add("card");
    VBox.setVgrow(table, Priority.ALWAYS);
    var content = new VBox(14, tiles, chart, table);
    content.getStyleClass().add("assistant-page");
    var face = new ListFace();
    root.getChildren().addAll(content, face);
    face.follow(bindings, model.state(), texts, "usage.empty", content, model::reload);
    bindings.followList(model.lines(), this::show);
  }

  Node node() {
    return root;
  }

  private void table() {
    table.setId("usageTable");
    table.setAccessibleText(texts.of("usage.table"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("usage.day", line -> Times.date(line.day()));
    column("usage.mind", line -> DisplayText.leftToRight(line.mind()));
    column(
        "usage.model",
        line -> DisplayText.leftToRight(Objects.requireNonNullElse(line.model(), NOTHING)));
    column("usage.turns", line -> number(line.turns()));
    column("usage.fellBack", line -> number(line.fellBack()));
    column(
        "usage.tokens",
        line ->
            DisplayText.leftToRight(
                number(line.promptTokens()) + " / " + number(line.completionTokens())));
    column("usage.cost", line -> cost(line.microDollars()));
    ColumnWidths.follow(table, model.columns());
  }

  private void column(String key, Function<UsageLine, String> words) {
    var column = new TableColumn<UsageLine, String>(texts.of(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    table.getColumns().add(column);
  }

  private void show() {
    table.getItems().setAll(model.lines());
    List<UsageModel.Day> days = model.days();
    long turns = days.stream().mapToLong(UsageModel.Day::turns).sum();
    long fellBack = days.stream().mapToLong(UsageModel.Day::fellBack).sum();
    long spent = days.stream().mapToLong(UsageModel.Day::microDollars).sum();
    tiles
        .getChildren()
        .setAll(
            tile("usage.today", cost(days.getLast().microDollars())),
            tile("usage.spent", cost(spent)),
            tile("usage.turns", number(turns)),
            tile("usage.fellBack", number(fellBack)));
    showBars(days, spent > 0);
  }

  private Node tile(String key, String figure) {
    var name = new Label(texts.of(key));
    name.getStyleClass().add("muted");
    var number = new Label(figure);
    number.getStyleClass().add("usage-figure");
    var tile = new VBox(2, name, number);
    tile.getStyleClass().add("card");
    tile.setPrefWidth(200);
    HBox.setHgrow(tile, Priority.ALWAYS);
    return tile;
  }

  /// By money where any was spent, else by turns.
  private void showBars(List<UsageModel.Day> days, boolean byMoney) {
    long most = Math.max(1, days.stream().mapToLong(day -> figure(day, byMoney)).max().orElse(1));
    bars.getChildren()
        .setAll(
            days.stream()
                .map(day -> bar(day, byMoney, TALLEST * figure(day, byMoney) / most))
                .toList());
  }

  private static long figure(UsageModel.Day day, boolean byMoney) {
    return byMoney ? day.microDollars() : day.turns();
  }

  private Node bar(UsageModel.Day day, boolean byMoney, double height) {
    var bar = new Region();
    bar.getStyleClass().add("usage-bar");
    bar.setMinHeight(Math.max(2, height));
    bar.setMaxHeight(Math.max(2, height));
    var figure = new Label(byMoney ? cents(day.microDollars()) : number(day.turns()));
    figure.getStyleClass().add("usage-small");
    var name =
        new Label(
            DisplayText.leftToRight(day.day().getDayOfMonth() + "/" + day.day().getMonthValue()));
    name.getStyleClass().add("usage-small");
    var column = new VBox(3, figure, bar, name);
    column.setAlignment(Pos.BOTTOM_CENTER);
    column.setPrefWidth(60);
    HBox.setHgrow(column, Priority.ALWAYS);
    String words =
        texts.of(
            "usage.dayWords",
            Times.date(day.day()),
            number(day.turns()),
            number(day.fellBack()),
            cost(day.microDollars()));
    column.setAccessibleText(words);
    Tooltip.install(column, new Tooltip(words));
    return column;
  }

  private static String cents(long microDollars) {
    return microDollars == 0
        ? ""
        : DisplayText.leftToRight(
            String.format(
                Locale.ROOT, "$%d.%02d", microDollars / 1_000_000, microDollars / 10_000 % 100));
  }

  private String cost(long microDollars) {
    return microDollars == 0 ? NOTHING : DisplayText.micros(microDollars, "USD", texts);
  }

  private static String number(long figure) {
    return String.format(Locale.ROOT, "%,d", figure);
  }
}
