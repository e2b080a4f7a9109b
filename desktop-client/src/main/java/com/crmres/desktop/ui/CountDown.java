package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that empties until something happens by itself, with the seconds left in it.
public final class CountDown extends StackPane {

  private static final double RADIUS = 15;
  private static final double FULL = 360;

  private final Arc rest = new Arc(0, 0, RADIUS, RADIUS, 90, FULL);
  private final Label seconds = new Label();

  public CountDown() {
    var track = new Circle(RADIUS);
    track.getStyleClass().add("count-track");
    rest.getStyleClass().add("count-rest");
    rest.setType(ArcType.OPEN);
    // A shape's bounds shrink with it: a fixed place keeps the ring where it is.
    rest.setManaged(false);
    getStyleClass().add("count-down");
    getChildren().addAll(track, rest, seconds);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    rest.relocate(0, 0);
    rest.setLayoutX(getWidth() / 2);
    rest.setLayoutY(getHeight() / 2);
  }

  /// Seconds until `end`, not below none.
  public static long secondsLeft(Instant now, Instant end) {
    Duration left = Duration.between(now, end);
    return left.isNegative() ? 0 : (left.toMillis() + 999) / 1000;
  }

  public void show(Instant begin, Instant end, Instant now) {
    double whole = Math.max(1, Duration.between(begin, end).toMillis());
    double left = Math.clamp(Duration.between(now, end).toMillis() / whole, 0.0, 1.0);
    rest.setLength(FULL * left);
    seconds.setText(DisplayText.leftToRight(Long.toString(secondsLeft(now, end))));
  }
}
