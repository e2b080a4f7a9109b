package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The conversations that were picked for one errand; they stay picked however the list moves.
public final class PickedOnes {

  private final ObservableList<ConversationSummary> listed;
  private final ObservableSet<UUID> ids = FXCollections.observableSet();
  private final ObservableSet<UUID> readableIds = FXCollections.unmodifiableObservableSet(ids);
  private @Nullable UUID last;

  PickedOnes(ObservableList<ConversationSummary> listed) {
    this.listed = listed;
  }

  public ObservableSet<UUID> ids() {
    return readableIds;
  }

  public boolean has(ConversationSummary one) {
    return ids.contains(one.id());
  }

  public void toggle(ConversationSummary one) {
    last = one.id();
    if (!ids.remove(one.id())) {
      ids.add(one.id());
    }
  }

  /// All from the one picked last to this one.
  public void reach(ConversationSummary one) {
    int from = indexOf(last == null ? one.id() : last);
    int to = indexOf(one.id());
    if (from < 0 || to < 0) {
      toggle(one);
      return;
    }
    IntStream.rangeClosed(Math.min(from, to), Math.max(from, to))
        .forEach(i -> ids.add(listed.get(i).id()));
  }

  public void all() {
    listed.forEach(one -> ids.add(one.id()));
  }

  public void none() {
    ids.clear();
    last = null;
  }

  /// What is no longer listed is not meant any more.
  void keepListed() {
    ids.removeIf(id -> indexOf(id) < 0);
  }

  private int indexOf(UUID id) {
    for (int i = 0; i < listed.size(); i++) {
      if (listed.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /// In the order of the list.
  public List<ConversationSummary> conversations() {
    return listed.stream().filter(this::has).toList();
  }
}
