package com.crmres.desktop.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.MediaApi;
import com.crmres.desktop.connection.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One file on its way to this machine. What has come stays beside the target until the rest is
/// there, so trying again goes on instead of beginning anew.
public final class Download {

  /// How it stands.
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /// Finer steps nobody sees.
  private static final double STEP = 0.01;

  private final MediaApi api;
  private final Calls calls;
  private final MessageContent.Media media;
  private final Path target;
  private final Consumer<Path> done;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper(-1);
  private @Nullable ServerFailure failure;

  /// Only on the thread that fetches.
  private volatile double told;

  Download(
      MediaApi api, Calls calls, MessageContent.Media media, Path target, Consumer<Path> done) {
    this.api = api;
    this.calls = calls;
    this.media = media;
    this.target = target;
    this.done = done;
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// From 0 to 1; negative as long as it is not known.
  public ReadOnlyDoubleProperty part() {
    return part.getReadOnlyProperty();
  }

  /// Why it ended; present while failed.
  public @Nullable ServerFailure failure() {
    return failure;
  }

  public Path target() {
    return target;
  }

  /// Begins, or goes on after a failure.
  public void start() {
    failure = null;
    state.set(State.RUNNING);
    calls.ask(this::fetch, this::came, this::failed);
  }

  private Path fetch() {
    Path half = target.resolveSibling(target.getFileName() + ".part");
    if (!isComplete(half)) {
      api.download(media.id(), half, this::tell);
    }
    return moved(half);
  }

  /// The last attempt may have ended between the last byte and the right name.
  private boolean isComplete(Path half) {
    try {
      return Files.exists(half) && Objects.equals(media.bytes(), Files.size(half));
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }

  private void tell(long bytes, long whole) {
    double now = whole <= 0 ? -1 : (double) bytes / whole;
    if (now - told >= STEP) {
      told = now;
      calls.onScreen(() -> part.set(now));
    }
  }

  private Path moved(Path half) {
    try {
      return Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw ServerFailure.disk(e);
    }
  }

  private void came(Path file) {
    part.set(1);
    state.set(State.DONE);
    done.accept(file);
  }

  private void failed(ServerFailure why) {
    failure = why;
    state.set(State.FAILED);
  }
}
