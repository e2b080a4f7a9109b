package com.crmres.bench.desktop;

import com.crmres.desktop.DesktopProgram;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.signin.BranchChoiceModel;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

/// The place from which a hand works the program: it asks and acts on the screen's thread, waits,
/// and says what it found.
final class Seat {

  private static final long PATIENCE_SECONDS = 120;
  private static final long GLANCE_MILLIS = 20;

  private final DesktopProgram program;
  private final Stage stage;

  Seat(DesktopProgram program, Stage stage) {
    this.program = program;
    this.stage = stage;
  }

  /// At the first branch there is.
  void sitDown() throws Exception {
    until("a desk", this::sits);
    until("the live channel", () -> desk().connection().get() == ConnectionState.ONLINE);
    act(() -> desk().alarmTest().heard());
  }

  private boolean sits() {
    if (program.model().place().get() instanceof ShellModel.ChoosingBranch(BranchChoiceModel choice)
        && !choice.branches().isEmpty()) {
      choice.choose(choice.branches().getFirst());
    }
    return program.model().place().get() instanceof ShellModel.AtTheDesk;
  }

  ShellModel model() {
    return program.model();
  }

  /// On the screen's thread.
  Desk desk() {
    if (program.model().place().get() instanceof ShellModel.AtTheDesk(Desk desk)) {
      return desk;
    }
    throw new IllegalStateException("not at the desk");
  }

  /// On the screen's thread.
  Node find(String query) {
    Node found = stage.getScene().lookup(query);
    if (found == null) {
      throw new IllegalStateException("not there: " + query);
    }
    return found;
  }

  /// On the screen's thread.
  boolean shows(String query) {
    return stage.getScene().lookup(query) != null;
  }

  <T> T ask(Callable<T> question) throws Exception {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        answer.complete(question.call());
      } catch (Exception e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void act(Runnable what) throws Exception {
    var _ =
        ask(() -> {
          what.run();
          return true;
        });
  }

  void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!ask(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never came: " + what);
      }
      Thread.sleep(GLANCE_MILLIS);
    }
  }

  /// What the bench reads of this process.
  static void figure(String name, double value) {
    IO.println(String.format(Locale.ROOT, "figure %s %.3f", name, value));
  }

  static void figure(String name, Spread spread) {
    figure(name + ".count", spread.count());
    figure(name + ".median", spread.median());
    figure(name + ".p95", spread.p95());
    figure(name + ".p99", spread.p99());
    figure(name + ".worst", spread.worst());
  }
}
