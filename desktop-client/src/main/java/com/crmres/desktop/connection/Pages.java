package com.crmres.desktop.connection;

import com.crmres.common.wire.Page;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the server tells page by page about one thing, backwards from the newest, asked for only
/// while somebody reads it.
public final class Pages<T> {

  /// Asks for one page; called in the background.
  public interface Source<T> {

    /// One page.
    ///
    /// @param from where the page before ended; null for the newest
    Page<T> page(UUID about, @Nullable String from);
  }

  private final Source<T> source;
  private final Calls calls;
  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final ObservableList<T> readableItems = FXCollections.unmodifiableObservableList(items);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private final BooleanProperty reading = new SimpleBooleanProperty();
  private @Nullable UUID about;
  private @Nullable String next;
  private int question;

  public Pages(Source<T> source, Calls calls) {
    this.source = source;
    this.calls = calls;
    reading.subscribe(now -> reload());
  }

  /// Newest first.
  public ObservableList<T> items() {
    return readableItems;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether somebody reads it.
  public BooleanProperty reading() {
    return reading;
  }

  /// Whether it is told of this now.
  public boolean isAbout(@Nullable UUID one) {
    return one != null && one.equals(about);
  }

  /// Tells of something else.
  public void open(@Nullable UUID wanted) {
    if (!Objects.equals(wanted, about)) {
      question++;
      about = wanted;
      next = null;
      items.clear();
      state.set(ListState.EMPTY);
      reload();
    }
  }

  /// Asks again for the newest page.
  public void reload() {
    UUID open = about;
    if (open == null || !reading.get()) {
      return;
    }
    int mine = ++question;
    if (items.isEmpty()) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> source.page(open, null),
        page -> {
          if (mine == question) {
            items.setAll(page.items());
            cameTo(page);
          }
        },
        why -> {
          if (mine == question && items.isEmpty()) {
            state.set(ListState.FAILED);
          }
        });
  }

  /// What came before the oldest that is shown.
  public void loadOlder() {
    UUID open = about;
    String from = next;
    if (open == null || from == null) {
      return;
    }
    next = null;
    int mine = question;
    calls.ask(
        () -> source.page(open, from),
        page -> {
          if (mine == question) {
            items.addAll(page.items());
            cameTo(page);
          }
        },
        why -> {
          if (mine == question) {
            next = from;
          }
        });
  }

  private void cameTo(Page<T> page) {
    next = page.next();
    state.set(items.isEmpty() ? ListState.EMPTY : ListState.READY);
  }
}
