package com.crmres.desktop.ui;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a view follows of its model, for as long as the view is in the window.
///
/// Models outlive views (a new language is a new view), so whatever is not let go is kept for ever.
public final class Bindings {

  private Subscription all = Subscription.EMPTY;

  public Bindings(Node view) {
    view.sceneProperty()
        .subscribe((before, after) -> {
          if (before != null && after == null) {
            letGo();
          }
        });
  }

  /// Calls `to` now and at each change.
  public <T extends @Nullable Object> void follow(
      ObservableValue<T> value, Consumer<? super T> to) {
    all = all.and(value.subscribe(to));
  }

  /// Calls `to` now and after each change of the list.
  public <T> void followList(ObservableList<T> list, Runnable to) {
    ListChangeListener<T> listener = change -> to.run();
    list.addListener(listener);
    all = all.and(() -> list.removeListener(listener));
    to.run();
  }

  /// Calls `to` after each change of the set.
  public <T> void followSet(ObservableSet<T> set, Runnable to) {
    SetChangeListener<T> listener = change -> to.run();
    set.addListener(listener);
    all = all.and(() -> set.removeListener(listener));
  }

  private void letGo() {
    all.unsubscribe();
    all = Subscription.EMPTY;
  }
}
