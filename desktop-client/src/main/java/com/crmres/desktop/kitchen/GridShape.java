package com.crmres.desktop.kitchen;

/// How many tickets a screen shows beside and below each other.
public record GridShape(int columns, int rows) {

  /// What fits most screens.
  public static final GridShape USUAL = new GridShape(5, 2);

  private static final int FEWEST_COLUMNS = 2;
  private static final int MOST_COLUMNS = 10;
  private static final int MOST_ROWS = 4;

  public GridShape {
    columns = Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
    rows = Math.clamp(rows, 1, MOST_ROWS);
  }

  int places() {
    return columns * rows;
  }

  GridShape wider(int by) {
    return new GridShape(columns + by, rows);
  }

  GridShape higher(int by) {
    return new GridShape(columns, rows + by);
  }

  /// As it is remembered: `5x2`.
  public String kept() {
    return columns + "x" + rows;
  }

  /// What was remembered; the usual one for what cannot be read.
  public static GridShape of(String kept) {
    String[] parts = kept.split("x", -1);
    try {
      return parts.length == 2
          ? new GridShape(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
          : USUAL;
    } catch (NumberFormatException _) {
      return USUAL;
    }
  }
}
