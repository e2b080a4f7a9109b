package com.crmres.desktop.history;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.ListState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What happened in the open conversation, asked for only while somebody reads it.
public final class TimelineModel {

  private final CustomerApi api;
  private final Calls calls;
  private final ObservableList<TimelineEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<TimelineEntry> readableEntries =
      FXCollections.unmodifiableObservableList(entries);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final BooleanProperty reading = new SimpleBooleanProperty();
  private @Nullable UUID conversationId;
  private @Nullable String next;
  private int question;

  public TimelineModel(CustomerApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
    reading.subscribe(now -> reload());
  }

  /// Newest first.
  public ObservableList<TimelineEntry> entries() {
    return readableEntries;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether it stands beside the thread.
  public BooleanProperty reading() {
    return reading;
  }

  /// Shows another conversation.
  public void open(@Nullable UUID wanted) {
    if (!Objects.equals(wanted, conversationId)) {
      question++;
      conversationId = wanted;
      next = null;
      entries.clear();
      state.set(ListState.EMPTY);
      reload();
    }
  }

  public void reload() {
    UUID open = conversationId;
    if (open == null || !reading.get()) {
      return;
    }
    int mine = ++question;
    if (entries.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.timeline(open, null),
        page -> {
          if (mine == question) {
            entries.setAll(page.items());
            cameTo(page);
          }
        },
        why -> {
          if (mine == question && entries.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  /// What happened before the oldest entry shown.
  public void loadOlder() {
    UUID open = conversationId;
    String from = next;
    if (open == null || from == null) {
      return;
    }
    next = null;
    int mine = question;
    calls.ask(
        () -> api.timeline(open, from),
        page -> {
          if (mine == question) {
            entries.addAll(page.items());
            cameTo(page);
          }
        },
        why -> {
          if (mine == question) {
            next = from;
          }
        });
  }

  private void cameTo(Page<TimelineEntry> page) {
    next = page.next();
    state.set(entries.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  /// What is told live of the conversation is in the timeline now.
  public void happened(List<LiveEvent> events) {
    if (events.stream().anyMatch(this::concerns)) {
      reload();
    }
  }

  private boolean concerns(LiveEvent event) {
    UUID about =
        switch (event) {
          case LiveEvent.ConversationChanged changed -> changed.conversation().id();
          case LiveEvent.OrderChanged changed -> changed.order().conversationId();
          case LiveEvent.CartChanged changed -> changed.conversationId();
          default -> null;
        };
    return about != null && about.equals(conversationId);
  }
}
