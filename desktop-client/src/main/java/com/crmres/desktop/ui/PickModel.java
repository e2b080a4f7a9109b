package com.crmres.desktop.ui;

import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A choice among many, narrowed by typing: what can be chosen comes from the server or is known.
public final class PickModel {

  /// What is asked.
  ///
  /// @param title what the choice is about
  /// @param prompt what to type
  /// @param empty said where there is nothing to choose
  /// @param load brings what can be chosen; called in the background
  /// @param extra what the typed words themselves offer, after all others
  public record Question(
      String title,
      String prompt,
      String empty,
      Callable<List<PickOption>> load,
      Function<String, List<PickOption>> extra) {

    /// What is known without asking anybody.
    public static Question of(String title, String prompt, String empty, List<PickOption> all) {
      return new Question(title, prompt, empty, () -> all, words -> List.of());
    }
  }

  private final Calls calls;
  private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObservableList<PickOption> shown = FXCollections.observableArrayList();
  private final ObservableList<PickOption> readableShown =
      FXCollections.unmodifiableObservableList(shown);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private List<PickOption> all = List.of();
  private int asked;

  public PickModel(Calls calls) {
    this.calls = calls;
    words.subscribe(typed -> show());
  }

  /// What is asked now; the last one while nothing is.
  public ReadOnlyObjectProperty<@Nullable Question> question() {
    return question.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  public StringProperty words() {
    return words;
  }

  public ObservableList<PickOption> shown() {
    return readableShown;
  }

  /// The place of the option that Enter takes.
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public void ask(Question wanted) {
    all = List.of();
    question.set(wanted);
    words.set("");
    open.set(true);
    load();
  }

  /// Asks the server (again) for what can be chosen.
  public void load() {
    Question present = question.get();
    if (present == null) {
      return;
    }
    int mine = ++asked;
    state.set(ListState.LOADING);
    shown.clear();
    calls.ask(
        present.load(),
        options -> {
          if (mine == asked) {
            all = options;
            state.set(ListState.READY);
            show();
          }
        },
        why -> {
          if (mine == asked) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void show() {
    Question present = question.get();
    if (present == null || state.get() == ListState.LOADING || state.get() == ListState.FAILED) {
      return;
    }
    String typed = words.get().strip();
    List<PickOption> wanted = new ArrayList<>();
    all.stream().filter(option -> fits(option, typed)).forEach(wanted::add);
    wanted.addAll(present.extra().apply(typed));
    shown.setAll(wanted);
    chosen.set(0);
    state.set(wanted.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  private static boolean fits(PickOption option, String typed) {
    return typed.isEmpty()
        || SearchText.contains(option.title() + " " + option.detail() + " " + option.also(), typed);
  }

  /// Goes down, or up for a negative step; round at the ends.
  public void wander(int step) {
    if (!shown.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + step, shown.size()));
    }
  }

  /// Takes the chosen option.
  public void take() {
    if (chosen.get() < shown.size()) {
      take(shown.get(chosen.get()));
    }
  }

  public void take(PickOption option) {
    close();
    option.run().run();
  }

  /// Does what else may be done with the chosen option; takes it where that is nothing.
  public void takeOther() {
    if (chosen.get() < shown.size()) {
      takeOther(shown.get(chosen.get()));
    }
  }

  public void takeOther(PickOption option) {
    PickOption.Other other = option.other();
    close();
    (other == null ? option.run() : other.run()).run();
  }

  public void close() {
    asked++;
    open.set(false);
  }
}
