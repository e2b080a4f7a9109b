package com.crmres.desktop.history;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.Pages;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What happened in the open conversation, asked for only while somebody reads it.
public final class TimelineModel {

  private final Pages<TimelineEntry> pages;

  public TimelineModel(CustomerApi api, Calls calls) {
    this.pages = new Pages<>(api::timeline, calls);
  }

  /// Newest first.
  public ObservableList<TimelineEntry> entries() {
    return pages.items();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return pages.state();
  }

  /// Whether it stands beside the thread.
  public BooleanProperty reading() {
    return pages.reading();
  }

  /// Shows another conversation.
  public void open(@Nullable UUID wanted) {
    pages.open(wanted);
  }

  public void reload() {
    pages.reload();
  }

  /// What happened before the oldest entry shown.
  public void loadOlder() {
    pages.loadOlder();
  }

  /// What is told live of the conversation is in the timeline now.
  public void happened(List<LiveEvent> events) {
    if (events.stream().anyMatch(this::concerns)) {
      reload();
    }
  }

  private boolean concerns(LiveEvent event) {
    return pages.isAbout(
        switch (event) {
          case LiveEvent.ConversationChanged changed -> changed.conversation().id();
          case LiveEvent.OrderChanged changed -> changed.order().conversationId();
          case LiveEvent.CartChanged changed -> changed.conversationId();
          default -> null;
        });
  }
}
