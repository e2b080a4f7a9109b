package com.crmres.desktop.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.MediaApi;
import com.crmres.desktop.connection.ServerFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The files that threads show: small pictures kept for a while, downloads kept until they end.
public final class MediaModel {

  private static final int KEPT = 150;

  private final MediaApi api;
  private final Calls calls;
  private final Map<UUID, byte[]> thumbnails =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /// Who waits for a small picture that was asked for already.
  private final Map<UUID, List<Waiting>> asked = new HashMap<>();

  private final Map<UUID, ObjectProperty<@Nullable Download>> downloads = new HashMap<>();

  private record Waiting(Consumer<byte[]> shown, Consumer<ServerFailure> failed) {}

  public MediaModel(MediaApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// The small picture, at once if it is known; however many ask, the server is asked once.
  public void thumbnail(UUID id, Consumer<byte[]> shown, Consumer<ServerFailure> failed) {
    byte[] known = thumbnails.get(id);
    if (known != null) {
      shown.accept(known);
      return;
    }
    List<Waiting> waiting = asked.get(id);
    if (waiting != null) {
      waiting.add(new Waiting(shown, failed));
      return;
    }
    asked.put(id, new ArrayList<>(List.of(new Waiting(shown, failed))));
    calls.ask(() -> api.thumbnail(id), bytes -> came(id, bytes), why -> failed(id, why));
  }

  private void came(UUID id, byte[] bytes) {
    thumbnails.put(id, bytes);
    waiting(id).forEach(one -> one.shown().accept(bytes));
  }

  private void failed(UUID id, ServerFailure why) {
    waiting(id).forEach(one -> one.failed().accept(why));
  }

  private List<Waiting> waiting(UUID id) {
    List<Waiting> waiting = asked.remove(id);
    return waiting == null ? List.of() : waiting;
  }

  /// The whole picture, for the window that shows it large.
  public void whole(UUID id, Consumer<byte[]> shown, Consumer<ServerFailure> failed) {
    calls.ask(() -> api.whole(id), shown, failed);
  }

  /// The latest download of a file; absent before the first.
  public ReadOnlyObjectProperty<@Nullable Download> download(UUID id) {
    return latest(id);
  }

  private ObjectProperty<@Nullable Download> latest(UUID id) {
    return downloads.computeIfAbsent(id, unknown -> new SimpleObjectProperty<>());
  }

  /// Saves a file where the person wants it.
  public Download save(MessageContent.Media media, Path target) {
    return save(media, target, file -> {});
  }

  /// The same; `done` is called when the file lies there.
  public Download save(MessageContent.Media media, Path target, Consumer<Path> done) {
    var download = new Download(api, calls, media, target, done);
    latest(media.id()).set(download);
    download.start();
    return download;
  }
}
