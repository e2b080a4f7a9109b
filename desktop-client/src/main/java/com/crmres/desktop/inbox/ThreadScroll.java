package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.text.Times;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Keeps the reader's place in a thread: at the end when he is there, where he reads when history
/// comes in above; and asks for that history when its beginning comes into sight.
final class ThreadScroll {

  private static final int FRAMES = 4;

  private final ListView<ThreadRow> list;
  private final ThreadModel model;
  private final Times times;
  private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();

  /// Counts where the list is sent, so that an older wish gives way.
  private int aim;

  /// Whether the list is on its way to a message.
  private boolean seeking;

  ThreadScroll(ListView<ThreadRow> list, ThreadModel model, Times times) {
    this.list = list;
    this.model = model;
    this.times = times;
    list.setItems(rows);
    list.heightProperty().subscribe((before, after) -> heightChanged());
    list.skinProperty().subscribe(skin -> watchEnds());
  }

  void renew() {
    List<ThreadRow> wanted = ThreadRow.of(model.messages(), model.notesInSight(), times);
    boolean sameStart =
        !rows.isEmpty() && !wanted.isEmpty() && wanted.getFirst().equals(rows.getFirst());
    if (sameStart) {
      change(wanted);
    } else if (rows.isEmpty() || wanted.isEmpty() || !wanted.contains(rows.getLast())) {
      rows.setAll(wanted);
      toEnd();
    } else {
      historyCameIn(wanted);
    }
  }

  /// Only the rows that differ, so that the view need not lay out the rest again.
  private void change(List<ThreadRow> wanted) {
    boolean atEnd = isAtEnd();
    int common = Math.min(rows.size(), wanted.size());
    for (int i = 0; i < common; i++) {
      if (!rows.get(i).equals(wanted.get(i))) {
        rows.set(i, wanted.get(i));
      }
    }
    if (wanted.size() > common) {
      rows.addAll(wanted.subList(common, wanted.size()));
    } else if (rows.size() > common) {
      rows.remove(common, rows.size());
    }
    // In the past what follows is read by going on, not by being carried away.
    if (atEnd && !model.past().get()) {
      toEnd();
    }
  }

  private void historyCameIn(List<ThreadRow> wanted) {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    if (flow == null || first == null) {
      rows.setAll(wanted);
      return;
    }
    double offset = first.getLayoutY();
    int fromEnd = rows.size() - first.getIndex();
    rows.setAll(wanted);
    list.scrollTo(wanted.size() - fromEnd);
    flow.scrollPixels(-offset);
  }

  private boolean isAtEnd() {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
    return last == null || last.getIndex() >= rows.size() - 2;
  }

  /// Heights are guessed until bubbles are laid out, so the end is sought for a few frames.
  private void toEnd() {
    if (rows.isEmpty()) {
      return;
    }
    list.scrollTo(rows.size() - 1);
    seeking = false;
    seekEnd(++aim, FRAMES);
  }

  private void seekEnd(int mine, int frames) {
    if (frames > 0) {
      Platform.runLater(() -> {
        VirtualFlow<?> flow = flow();
        if (flow != null && mine == aim) {
          list.layout();
          flow.setPosition(1);
        }
        seekEnd(mine, frames - 1);
      });
    }
  }

  /// A hint or a longer reply takes room: who was at the end stays there.
  private void heightChanged() {
    if (isAtEnd() && !model.past().get() && !seeking) {
      toEnd();
    }
  }

  /// To a message that a search found, once it is loaded.
  void lookAt(@Nullable UUID messageId) {
    if (messageId != null) {
      renew();
      jumpTo(messageId);
    }
  }

  /// To a message that is loaded, and marks it for a moment by choosing it.
  void jumpTo(UUID messageId) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof ThreadRow.Entry(MessageDetails message)
          && message.id().equals(messageId)) {
        list.getSelectionModel().clearAndSelect(i);
        seeking = true;
        seek(++aim, FRAMES);
        return;
      }
    }
  }

  /// Heights are guessed until bubbles are laid out, so the message is sought for a few frames.
  private void seek(int mine, int frames) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (mine != aim) {
      return;
    }
    if (frames == 0 || at < 0) {
      seeking = false;
      return;
    }
    list.scrollTo(Math.max(0, at - 1));
    Platform.runLater(() -> {
      list.layout();
      seek(mine, frames - 1);
    });
  }

  private void watchEnds() {
    VirtualFlow<?> flow = flow();
    if (flow != null) {
      flow.positionProperty().subscribe(position -> endMayBeInSight(flow));
    }
  }

  private void endMayBeInSight(VirtualFlow<?> flow) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    if (first != null && first.getIndex() == 0 && rows.size() > 20) {
      model.loadOlder();
    }
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (!seeking && model.past().get() && last != null && last.getIndex() == rows.size() - 1) {
      model.loadNewer();
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }
}
