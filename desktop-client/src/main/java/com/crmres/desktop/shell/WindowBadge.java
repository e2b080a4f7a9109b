package com.crmres.desktop.shell;

import com.crmres.desktop.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;

/// Says on the window itself how many wait for a person: in its title, and on its icon, which is
/// seen while the window is not.
final class WindowBadge {

  private static final double SIDE = 64;
  private static final Color BRAND = Color.web("#0f766e");
  private static final Color CALLING = Color.web("#b91c1c");

  private final Stage stage;
  private int shown = -1;
  private String named = "";

  WindowBadge(Stage stage) {
    this.stage = stage;
  }

  /// Says how many wait.
  ///
  /// @return whether there is anything new to see
  boolean show(int waiting, Texts texts) {
    String title = texts.of("program.title");
    stage.setTitle(
        waiting == 0 ? title : texts.of("title.waiting", Integer.toString(waiting), title));
    boolean changed = waiting != shown || !title.equals(named);
    if (changed) {
      shown = waiting;
      named = title;
      stage.getIcons().setAll(icon(waiting));
    }
    return changed;
  }

  /// What the window and the tray show of the program.
  static Image icon(int waiting) {
    var canvas = new Canvas(SIDE, SIDE);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setFill(BRAND);
    pen.fillRoundRect(0, 0, SIDE, SIDE, 20, 20);
    pen.setFill(Color.WHITE);
    pen.fillRoundRect(14, 18, 36, 22, 10, 10);
    pen.fillPolygon(new double[] {20, 30, 20}, new double[] {38, 38, 50}, 3);
    if (waiting > 0) {
      pen.setFill(CALLING);
      pen.fillOval(26, 26, 38, 38);
      pen.setFill(Color.WHITE);
      pen.setTextAlign(TextAlignment.CENTER);
      pen.setTextBaseline(VPos.CENTER);
      pen.setFont(Font.font("IBM Plex Sans Arabic", FontWeight.BOLD, 24));
      pen.fillText(waiting > 99 ? "99" : Integer.toString(waiting), 45, 45);
    }
    var nothing = new SnapshotParameters();
    nothing.setFill(Color.TRANSPARENT);
    return canvas.snapshot(nothing, null);
  }
}
