package com.crmres.desktop.assistant;

import com.crmres.common.assistant.UsageLine;
import com.crmres.desktop.connection.AssistantApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the assistant's minds did and cost in the last two weeks.
public final class UsageModel {

  static final int DAYS = 14;

  /// One day of all minds.
  record Day(LocalDate day, long turns, long fellBack, long microDollars) {}

  private final AssistantApi api;
  private final Calls calls;
  private final InstantSource clock;
  private final ObservableList<UsageLine> lines = FXCollections.observableArrayList();
  private final ObservableList<UsageLine> readableLines =
      FXCollections.unmodifiableObservableList(lines);
  private final StringProperty columns = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);

  UsageModel(AssistantApi api, Calls calls, InstantSource clock) {
    this.api = api;
    this.calls = calls;
    this.clock = clock;
  }

  /// How wide the columns of its table are, as text; empty for as they come.
  public StringProperty columns() {
    return columns;
  }

  /// Newest day first.
  public ObservableList<UsageLine> lines() {
    return readableLines;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public void reload() {
    if (lines.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> api.usage(DAYS),
        page -> {
          lines.setAll(page.items());
          state.set(lines.isEmpty() ? ListState.EMPTY : ListState.READY);
        },
        why -> {
          if (lines.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  /// Every day of the two weeks, oldest first, also those on which nothing happened.
  List<Day> days() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return IntStream.rangeClosed(1 - DAYS, 0).mapToObj(today::plusDays).map(this::day).toList();
  }

  private Day day(LocalDate day) {
    List<UsageLine> its = lines.stream().filter(line -> line.day().equals(day)).toList();
    return new Day(
        day,
        its.stream().mapToLong(UsageLine::turns).sum(),
        its.stream().mapToLong(UsageLine::fellBack).sum(),
        its.stream().mapToLong(UsageLine::microDollars).sum());
  }
}
