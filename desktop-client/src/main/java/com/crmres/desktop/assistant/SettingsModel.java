package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The settings as they are, as somebody is changing them, and what another changed meanwhile.
public final class SettingsModel {

  private static final String CONFLICT = "CHANGED_MEANWHILE";

  private record Loaded(AssistantSettings settings, List<BranchSummary> branches) {}

  private final ServerApi api;
  private final Calls calls;
  private final StaffMember me;
  private final ObservableList<BranchSummary> branches = FXCollections.observableArrayList();
  private final ObservableList<BranchSummary> readableBranches =
      FXCollections.unmodifiableObservableList(branches);
  private final ReadOnlyObjectWrapper<@Nullable AssistantSettings> saved =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable AssistantSettings> draft =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable AssistantSettings> theirs =
      new ReadOnlyObjectWrapper<>();

  SettingsModel(ServerApi api, Calls calls, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
  }

  public boolean mayChange() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public ObservableList<BranchSummary> branches() {
    return readableBranches;
  }

  /// As the server last said; absent before it did.
  public ReadOnlyObjectProperty<@Nullable AssistantSettings> saved() {
    return saved.getReadOnlyProperty();
  }

  /// As they stand on the screen.
  public ReadOnlyObjectProperty<@Nullable AssistantSettings> draft() {
    return draft.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// What somebody else saved while these were being changed; absent without such a conflict.
  public ReadOnlyObjectProperty<@Nullable AssistantSettings> theirs() {
    return theirs.getReadOnlyProperty();
  }

  /// What the other changed since we looked.
  List<SettingsChange> theirChanges() {
    AssistantSettings before = saved.get();
    AssistantSettings after = theirs.get();
    return before == null || after == null ? List.of() : SettingsChange.between(before, after);
  }

  public boolean isChanged() {
    AssistantSettings before = saved.get();
    AssistantSettings now = draft.get();
    return before != null && now != null && !SettingsChange.between(before, now).isEmpty();
  }

  /// Asks for them; changes that are not saved stay.
  public void reload() {
    if (isChanged()) {
      return;
    }
    if (saved.get() == null) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> new Loaded(api.assistant().settings(), api.branches().items()),
        this::loaded,
        why -> {
          if (saved.get() == null) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void loaded(Loaded answer) {
    branches.setAll(answer.branches());
    if (!isChanged()) {
      settle(answer.settings());
    }
    state.set(ListState.READY);
  }

  private void settle(AssistantSettings settings) {
    saved.set(settings);
    draft.set(settings);
    theirs.set(null);
    failure.set(null);
  }

  public void personality(Personality wanted) {
    AssistantSettings now = draft.get();
    if (now != null) {
      change(
          new AssistantSettings(
              wanted, now.modes(), now.undoSeconds(), now.centsPerDay(), now.version()));
    }
  }

  public void undoSeconds(int wanted) {
    AssistantSettings now = draft.get();
    if (now != null) {
      change(
          new AssistantSettings(
              now.personality(), now.modes(), wanted, now.centsPerDay(), now.version()));
    }
  }

  public void centsPerDay(int wanted) {
    AssistantSettings now = draft.get();
    if (now != null) {
      change(
          new AssistantSettings(
              now.personality(), now.modes(), now.undoSeconds(), wanted, now.version()));
    }
  }

  /// Null takes the rule away.
  public void mode(
      @Nullable UUID branchId, @Nullable Intent intent, @Nullable AssistantMode wanted) {
    AssistantSettings now = draft.get();
    if (now != null && modes().rule(branchId, intent) != wanted) {
      change(
          new AssistantSettings(
              now.personality(),
              modes().with(branchId, intent, wanted).rules(),
              now.undoSeconds(),
              now.centsPerDay(),
              now.version()));
    }
  }

  ModeTable modes() {
    AssistantSettings now = draft.get();
    return new ModeTable(now == null ? List.of() : now.modes());
  }

  private void change(AssistantSettings wanted) {
    if (mayChange()) {
      draft.set(wanted);
    }
  }

  /// Everything as it was.
  public void discard() {
    AssistantSettings before = saved.get();
    if (before != null) {
      settle(before);
    }
  }

  public void save() {
    AssistantSettings wanted = draft.get();
    if (wanted == null || !mayChange() || saving.get() || !isChanged()) {
      return;
    }
    saving.set(true);
    failure.set(null);
    calls.ask(
        () -> api.assistant().save(wanted),
        after -> {
          saving.set(false);
          settle(after);
        },
        why -> {
          saving.set(false);
          failure.set(why);
          if (why.code().equals(CONFLICT)) {
            askForTheirs();
          }
        });
  }

  private void askForTheirs() {
    calls.ask(() -> api.assistant().settings(), theirs::set, failure::set);
  }

  /// What was changed here is put upon what the other saved.
  public void keepMine() {
    AssistantSettings other = theirs.get();
    AssistantSettings mine = draft.get();
    AssistantSettings before = saved.get();
    if (other == null || mine == null || before == null) {
      return;
    }
    AssistantSettings merged = upon(other, SettingsChange.between(before, mine));
    settle(other);
    draft.set(merged);
    save();
  }

  private static AssistantSettings upon(AssistantSettings other, List<SettingsChange> mine) {
    Personality personality = other.personality();
    int undo = other.undoSeconds();
    int cents = other.centsPerDay();
    var modes = new ModeTable(other.modes());
    for (SettingsChange change : mine) {
      switch (change) {
        case SettingsChange.Manner manner -> personality = manner.after();
        case SettingsChange.Undo seconds -> undo = seconds.after();
        case SettingsChange.Money money -> cents = money.after();
        case SettingsChange.Mode mode ->
            modes = modes.with(mode.branchId(), mode.intent(), mode.after());
      }
    }
    return new AssistantSettings(personality, modes.rules(), undo, cents, other.version());
  }

  /// What was changed here is given up.
  public void takeTheirs() {
    AssistantSettings other = theirs.get();
    if (other != null) {
      settle(other);
    }
  }
}
