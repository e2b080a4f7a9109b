package com.crmres.desktop.ui;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The one second hand of the program: every clock on the screen follows it, none has its own.
public final class Ticker implements AutoCloseable {

  private final Clock clock;
  private final ReadOnlyObjectWrapper<Instant> now;
  private final Timeline seconds;

  public Ticker(Clock clock) {
    this.clock = clock;
    this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    this.seconds =
        new Timeline(new KeyFrame(Duration.seconds(1), tick -> now.set(clock.instant())));
    seconds.setCycleCount(Animation.INDEFINITE);
    seconds.play();
  }

  public ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  /// Finer than the second hand.
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public void close() {
    seconds.stop();
  }
}
