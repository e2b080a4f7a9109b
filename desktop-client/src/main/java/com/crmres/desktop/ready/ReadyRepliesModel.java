package com.crmres.desktop.ready;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HandlingApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All replies that lie ready, and the one that is being written.
public final class ReadyRepliesModel {

  private static final Comparator<ReadyReply> BY_SHORTCUT =
      Comparator.comparing(ReadyReply::shortcut);

  private final HandlingApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Supplier<UUID> ids;
  private final List<ReadyReply> all = new ArrayList<>();
  private final ObservableList<ReadyReply> shown = FXCollections.observableArrayList();
  private final ObservableList<ReadyReply> readable =
      FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty shortcut = new SimpleStringProperty("");
  private final StringProperty arabic = new SimpleStringProperty("");
  private final StringProperty english = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable ReadyReply> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public ReadyRepliesModel(HandlingApi api, Calls calls, StaffMember me, Supplier<UUID> ids) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.ids = ids;
    search.subscribe(this::show);
  }

  public boolean mayEdit() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER;
  }

  /// By shortcut, as far as they have the words that are looked for.
  public ObservableList<ReadyReply> shown() {
    return readable;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public StringProperty search() {
    return search;
  }

  public StringProperty shortcut() {
    return shortcut;
  }

  public StringProperty arabic() {
    return arabic;
  }

  public StringProperty english() {
    return english;
  }

  /// The one that is being written, as it was seen; absent for none.
  public ReadOnlyObjectProperty<@Nullable ReadyReply> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Why the last one was not kept; absent after the next one that was.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public void reload() {
    if (all.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.allReadyReplies().items(),
        this::came,
        why -> {
          if (all.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void came(List<ReadyReply> those) {
    all.clear();
    all.addAll(those);
    show();
  }

  private void show() {
    shown.setAll(
        all.stream()
            .filter(one ->
                SearchText.contains(
                    one.shortcut() + " " + one.text().ar() + " " + one.text().en(), search.get()))
            .sorted(BY_SHORTCUT)
            .toList());
    if (state.get() != ListState.FAILED || !all.isEmpty()) {
      state.set(shown.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  /// Begins to write a new one.
  public void begin() {
    choose(new ReadyReply(ids.get(), "", new LocalizedText("", ""), 0));
  }

  public void choose(ReadyReply one) {
    failure.set(null);
    chosen.set(one);
    shortcut.set(one.shortcut());
    arabic.set(one.text().ar());
    english.set(one.text().en());
  }

  /// Whether all that a reply needs is there.
  public boolean isWhole() {
    return !shortcut.get().isBlank() && !arabic.get().isBlank() && !english.get().isBlank();
  }

  public void save() {
    ReadyReply seen = chosen.get();
    if (seen != null && mayEdit() && isWhole()) {
      var text = new LocalizedText(arabic.get().strip(), english.get().strip());
      var wanted = new ReadyReply(seen.id(), shortcut.get().strip(), text, seen.version());
      change(
          () -> api.keep(wanted),
          kept -> {
            all.removeIf(one -> one.id().equals(kept.id()));
            all.add(kept);
            choose(kept);
          });
    }
  }

  public void delete() {
    ReadyReply seen = chosen.get();
    if (seen == null || !mayEdit()) {
      return;
    }
    if (seen.version() == 0) {
      chosen.set(null);
      return;
    }
    change(
        () -> {
          api.drop(seen.id());
          return seen;
        },
        gone -> {
          all.removeIf(one -> one.id().equals(gone.id()));
          chosen.set(null);
        });
  }

  private void change(Callable<ReadyReply> command, Consumer<ReadyReply> afterwards) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    failure.set(null);
    calls.ask(
        command,
        one -> {
          busy.set(false);
          afterwards.accept(one);
          show();
        },
        why -> {
          busy.set(false);
          failure.set(why);
        });
  }
}
