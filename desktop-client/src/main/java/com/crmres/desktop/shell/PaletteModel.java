package com.crmres.desktop.shell;

import com.crmres.desktop.text.SearchText;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Finds what can be done by the words that are typed.
final class PaletteModel {

  private static final int MOST = 9;

  private final Supplier<List<Command>> commands;
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final ObservableList<Command> readableFound =
      FXCollections.unmodifiableObservableList(found);
  private final IntegerProperty chosen = new SimpleIntegerProperty();

  /// @param commands everything that can be done now
  PaletteModel(Supplier<List<Command>> commands) {
    this.commands = commands;
    query.subscribe(words -> find());
  }

  StringProperty query() {
    return query;
  }

  /// The best first.
  ObservableList<Command> found() {
    return readableFound;
  }

  /// The place of the one that Enter runs.
  IntegerProperty chosen() {
    return chosen;
  }

  void begin() {
    query.set("");
    find();
  }

  private void find() {
    String searched = SearchText.fold(query.get());
    found.setAll(
        commands.get().stream()
            .filter(
                command -> SearchText.contains(command.words() + " " + command.also(), searched))
            .sorted(
                Comparator.comparing(
                    command -> !SearchText.fold(command.words()).startsWith(searched)))
            .limit(MOST)
            .toList());
    chosen.set(0);
  }

  void choose(int step) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + step, found.size()));
    }
  }

  /// Runs the chosen one; nothing if nothing was found.
  void run() {
    if (chosen.get() < found.size()) {
      found.get(chosen.get()).run().run();
    }
  }
}
