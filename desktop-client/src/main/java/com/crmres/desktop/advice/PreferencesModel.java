package com.crmres.desktop.advice;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is remembered of the open conversation's customer, and what staff add or take away.
public final class PreferencesModel {

  static final int LONGEST = 120;

  /// What can do harm first.
  private static final Comparator<Preference> GRAVEST_FIRST =
      Comparator.comparing((Preference one) -> one.kind() != PreferenceKind.ALLERGY)
          .thenComparing(Preference::kind)
          .thenComparing(Preference::value);

  private final AdviceApi api;
  private final Calls calls;
  private final StaffMember me;
  private final ObservableList<Preference> preferences = FXCollections.observableArrayList();
  private final ObservableList<Preference> readablePreferences =
      FXCollections.unmodifiableObservableList(preferences);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<PreferenceKind> kind =
      new SimpleObjectProperty<>(PreferenceKind.LIKES);
  private final StringProperty value = new SimpleStringProperty("");
  private final BooleanProperty consent = new SimpleBooleanProperty();
  private @Nullable UUID customerId;
  private int question;

  PreferencesModel(AdviceApi api, Calls calls, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
  }

  public boolean mayChange() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AGENT;
  }

  public ObservableList<Preference> preferences() {
    return readablePreferences;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public ObjectProperty<PreferenceKind> kind() {
    return kind;
  }

  public StringProperty value() {
    return value;
  }

  /// Whether the customer agreed that it is kept.
  public BooleanProperty consent() {
    return consent;
  }

  public boolean needsConsent() {
    return kind.get() == PreferenceKind.ALLERGY;
  }

  /// Whether what was typed can be added.
  public boolean isComplete() {
    String words = value.get().strip();
    return !words.isEmpty() && words.length() <= LONGEST && (consent.get() || !needsConsent());
  }

  void open(@Nullable UUID wanted) {
    question++;
    customerId = wanted;
    preferences.clear();
    failure.set(null);
    busy.set(false);
    clearForm();
    state.set(ListState.EMPTY);
    reload();
  }

  private void clearForm() {
    value.set("");
    consent.set(false);
    kind.set(PreferenceKind.LIKES);
  }

  public void reload() {
    UUID open = customerId;
    if (open == null) {
      return;
    }
    int mine = ++question;
    if (preferences.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.preferences(open),
        page -> {
          if (mine == question) {
            show(page.items());
          }
        },
        why -> {
          if (mine == question && preferences.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void show(List<Preference> all) {
    preferences.setAll(all.stream().sorted(GRAVEST_FIRST).toList());
    state.set(preferences.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  public void add() {
    UUID open = customerId;
    if (open == null || !isComplete() || busy.get() || !mayChange()) {
      return;
    }
    var request =
        new WritePreferenceRequest(
            kind.get(), value.get().strip(), needsConsent() ? consent.get() : null);
    change(
        open,
        () -> {
          var _ = api.remember(open, request);
        },
        this::clearForm);
  }

  public void forget(Preference one) {
    UUID open = customerId;
    if (open != null && !busy.get() && mayChange()) {
      change(open, () -> api.forget(open, one.id()), () -> {});
    }
  }

  private void change(UUID customer, Runnable command, Runnable done) {
    busy.set(true);
    failure.set(null);
    calls.ask(
        () -> {
          command.run();
          return customer;
        },
        changed -> {
          if (changed.equals(customerId)) {
            busy.set(false);
            done.run();
            reload();
          }
        },
        why -> {
          if (customer.equals(customerId)) {
            busy.set(false);
            failure.set(why);
          }
        });
  }
}
