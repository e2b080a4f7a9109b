package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.AssistantApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What people changed in the assistant's answers, or why they refused them.
public final class CorrectionsModel {

  private final AssistantApi api;
  private final Calls calls;
  private final ObservableList<AssistantCorrection> corrections =
      FXCollections.observableArrayList();
  private final ObservableList<AssistantCorrection> readableCorrections =
      FXCollections.unmodifiableObservableList(corrections);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private @Nullable String next;
  private int question;

  CorrectionsModel(AssistantApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// Newest first.
  public ObservableList<AssistantCorrection> corrections() {
    return readableCorrections;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public void reload() {
    int mine = ++question;
    if (corrections.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.corrections(null),
        page -> {
          if (mine == question) {
            corrections.setAll(page.items());
            came(page);
          }
        },
        why -> {
          if (mine == question && corrections.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  /// The following page, once the end of the list comes into sight.
  public void loadMore() {
    String from = next;
    if (from == null) {
      return;
    }
    next = null;
    int mine = question;
    calls.ask(
        () -> api.corrections(from),
        page -> {
          if (mine == question) {
            corrections.addAll(page.items());
            came(page);
          }
        },
        why -> {
          if (mine == question) {
            next = from;
          }
        });
  }

  private void came(Page<AssistantCorrection> page) {
    next = page.next();
    state.set(corrections.isEmpty() ? ListState.EMPTY : ListState.READY);
  }
}
