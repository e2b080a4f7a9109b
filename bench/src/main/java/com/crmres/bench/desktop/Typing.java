package com.crmres.bench.desktop;

import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.shell.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Writes an answer, wanders in the list and changes screens while events rush in, and looks at
/// what is left in memory.
final class Typing {

  private static final int POINTS = 6;
  private static final int WARM_UP_SECONDS = 10;
  private static final long PAUSE_MILLIS = 120;
  private static final int PULSES_UNTIL_SEEN = 2;

  private final Seat seat;
  private final List<Double> letters = new ArrayList<>();
  private final List<Double> rows = new ArrayList<>();
  private final List<Double> screens = new ArrayList<>();

  Typing(Seat seat) {
    this.seat = seat;
  }

  void run(int seconds) throws Exception {
    InboxModel inbox = seat.ask(() -> seat.desk().inbox());
    seat.until("a list", () -> !inbox.conversations().isEmpty());
    seat.act(() -> inbox.open(inbox.conversations().getLast()));
    seat.until("a thread", () -> !inbox.thread().messages().isEmpty());
    write(Math.min(WARM_UP_SECONDS, seconds));
    letters.clear();
    for (int point = 0; point <= POINTS; point++) {
      Seat.figure("live.old." + point, OldGeneration.megabytesAfterCollection());
      if (point < POINTS) {
        write(Math.max(1, seconds / POINTS));
        wander();
      }
    }
    Seat.figure("live.letter", Spread.of(letters));
    Seat.figure("live.row", Spread.of(rows));
    Seat.figure("live.screen", Spread.of(screens));
  }

  private void write(int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      letters.add(seen("#replyText", typed("ا")));
      Thread.sleep(PAUSE_MILLIS);
    }
    seat.act(() -> seat.desk().inbox().thread().reply().set(""));
  }

  private void wander() throws Exception {
    for (int i = 0; i < 5; i++) {
      rows.add(seen("#conversationList", pressed(KeyCode.DOWN)));
      Thread.sleep(PAUSE_MILLIS);
    }
    for (KeyCode key : List.of(KeyCode.F2, KeyCode.F3, KeyCode.F1)) {
      screens.add(seen("#program", pressed(key)));
      Thread.sleep(PAUSE_MILLIS * 4);
    }
    seat.until("the inbox", () -> seat.desk().screen().get() == Desk.Screen.INBOX);
  }

  /// From the press of a key, wherever the screen's thread is, until the frame that shows it is
  /// drawn: a frame is drawn when the next one begins.
  private double seen(String where, KeyEvent key) throws Exception {
    long pressed = System.nanoTime();
    var shown = new CompletableFuture<Double>();
    Platform.runLater(() -> {
      Node target = seat.find(where);
      target.requestFocus();
      Event.fireEvent(target, key);
      afterPulses(() -> shown.complete((System.nanoTime() - pressed) / 1e6));
    });
    return shown.get(60, TimeUnit.SECONDS);
  }

  private static void afterPulses(Runnable then) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == PULSES_UNTIL_SEEN) {
          stop();
          then.run();
        }
      }
    }.start();
  }

  private static KeyEvent typed(String letter) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false);
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }
}
