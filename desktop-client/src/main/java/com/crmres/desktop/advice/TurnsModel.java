package com.crmres.desktop.advice;

import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The assistant's log of the open conversation, asked for only while somebody reads it.
public final class TurnsModel {

  private final AdviceApi api;
  private final Calls calls;
  private final StaffMember me;
  private final ObservableList<TurnRecord> turns = FXCollections.observableArrayList();
  private final ObservableList<TurnRecord> readableTurns =
      FXCollections.unmodifiableObservableList(turns);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final BooleanProperty reading = new SimpleBooleanProperty();
  private @Nullable UUID conversationId;
  private @Nullable String next;
  private int question;

  TurnsModel(AdviceApi api, Calls calls, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    reading.subscribe(now -> reload());
  }

  /// What a turn cost and who read it is not for everybody.
  public boolean mayLook() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
  }

  /// Newest first.
  public ObservableList<TurnRecord> turns() {
    return readableTurns;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether the log stands beside the thread.
  public BooleanProperty reading() {
    return reading;
  }

  void open(@Nullable UUID wanted) {
    question++;
    conversationId = wanted;
    next = null;
    turns.clear();
    state.set(ListState.EMPTY);
    reload();
  }

  public void reload() {
    UUID open = conversationId;
    if (open == null || !reading.get() || !mayLook()) {
      return;
    }
    int mine = ++question;
    if (turns.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.turns(open, null),
        page -> {
          if (mine == question) {
            turns.setAll(page.items());
            cameTo(page);
          }
        },
        why -> failed(mine));
  }

  /// The turns before the oldest one shown.
  public void loadOlder() {
    UUID open = conversationId;
    String from = next;
    if (open == null || from == null) {
      return;
    }
    next = null;
    int mine = question;
    calls.ask(
        () -> api.turns(open, from),
        page -> {
          if (mine == question) {
            turns.addAll(page.items());
            cameTo(page);
          }
        },
        why -> {
          if (mine == question) {
            next = from;
          }
        });
  }

  private void cameTo(Page<TurnRecord> page) {
    next = page.next();
    state.set(turns.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  private void failed(int mine) {
    if (mine == question && turns.isEmpty()) {
      state.set(ListState.FAILED);
    }
  }
}
