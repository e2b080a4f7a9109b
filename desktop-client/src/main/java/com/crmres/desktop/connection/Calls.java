package com.crmres.desktop.connection;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the server away from the screen and brings the answer back to it.
public final class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  private final Executor background;
  private final Executor screen;

  private final Runnable signedOut;

  public Calls(Executor background, Executor screen) {
    this(background, screen, () -> {});
  }

  private Calls(Executor background, Executor screen, Runnable signedOut) {
    this.background = background;
    this.screen = screen;
    this.signedOut = signedOut;
  }

  /// The same, and whoever hears that the session is over also calls `signedOut`.
  public Calls noticing(Runnable whenSignedOut) {
    return new Calls(background, screen, whenSignedOut);
  }

  /// Exactly one of `answered` and `failed` is called, on the screen's thread.
  public <T> void ask(Callable<T> question, Consumer<T> answered, Consumer<ServerFailure> failed) {
    inBackground(() -> {
      Runnable outcome = outcome(question, answered, failed);
      screen.execute(outcome);
    });
  }

  /// Brings what is heard in the background to the screen.
  public void onScreen(Runnable news) {
    screen.execute(news);
  }

  /// Does what nobody waits for; nothing once the program has ended, which news on their way to the
  /// screen may outlive.
  public void inBackground(Runnable task) {
    try {
      background.execute(task);
    } catch (RejectedExecutionException e) {
      log.debug("the program has ended before this was asked", e);
    }
  }

  private <T> Runnable outcome(
      Callable<T> question, Consumer<T> answered, Consumer<ServerFailure> failed) {
    try {
      T answer = question.call();
      return () -> answered.accept(answer);
    } catch (ServerFailure failure) {
      return () -> fail(failure, failed);
    } catch (Exception e) {
      log.error("an answer of the server could not be used", e);
      return () -> failed.accept(ServerFailure.unreachable(e));
    }
  }

  private void fail(ServerFailure failure, Consumer<ServerFailure> failed) {
    failed.accept(failure);
    if (failure.kind() == ServerFailure.Kind.SIGNED_OUT) {
      signedOut.run();
    }
  }
}
