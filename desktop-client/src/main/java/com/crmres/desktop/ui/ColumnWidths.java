package com.crmres.desktop.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Keeps how wide a person has made the columns of a table, as text that can be remembered.
public final class ColumnWidths {

  private static final double LEAST = 40;
  private static final double MOST = 2_000;

  private ColumnWidths() {}

  /// Takes what is kept, and keeps every change.
  public static void follow(TableView<?> table, StringProperty kept) {
    List<Double> widths = read(kept.get());
    if (widths.size() == table.getColumns().size()) {
      for (int i = 0; i < widths.size(); i++) {
        table.getColumns().get(i).setPrefWidth(widths.get(i));
      }
    }
    for (TableColumn<?, ?> column : table.getColumns()) {
      column.widthProperty().subscribe((before, now) -> kept.set(written(table)));
    }
  }

  private static String written(TableView<?> table) {
    return table.getColumns().stream()
        .map(column -> String.format(Locale.ROOT, "%.0f", column.getWidth()))
        .collect(Collectors.joining(","));
  }

  /// Nothing where it is not of our making.
  private static List<Double> read(String kept) {
    if (!kept.matches("\\d{2,4}(,\\d{2,4})*")) {
      return List.of();
    }
    return Arrays.stream(kept.split(",", -1))
        .map(Double::valueOf)
        .map(width -> Math.clamp(width, LEAST, MOST))
        .toList();
  }
}
