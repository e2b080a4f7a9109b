package com.crmres.desktop.cart;

import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.CartApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.SearchText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The menu of the cart's branch, searched for dishes; asked for when somebody first looks for one.
public final class MenuModel {

  private final CartApi api;
  private final Calls calls;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<MenuDetails.Item> found = FXCollections.observableArrayList();
  private final ObservableList<MenuDetails.Item> readableFound =
      FXCollections.unmodifiableObservableList(found);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private List<MenuDetails.Item> all = List.of();
  private @Nullable UUID branchId;
  private boolean loaded;
  private int question;

  MenuModel(CartApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
    search.subscribe(words -> show());
  }

  public StringProperty search() {
    return search;
  }

  /// What fits the words; what is sold out comes last.
  public ObservableList<MenuDetails.Item> found() {
    return readableFound;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public Optional<MenuDetails.Item> item(UUID id) {
    return all.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /// Looks at the menu of a branch.
  void of(UUID branch, boolean anew) {
    if (!branch.equals(branchId) || anew || !loaded) {
      boolean other = !branch.equals(branchId);
      branchId = branch;
      if (other) {
        all = List.of();
        loaded = false;
      }
      reload();
    }
  }

  public void reload() {
    UUID branch = branchId;
    if (branch == null) {
      return;
    }
    int mine = ++question;
    if (!loaded) {
      state.set(ListState.LOADING);
    }
    calls.ask(() -> api.menu(branch), menu -> answered(mine, menu), why -> failed(mine));
  }

  private void answered(int mine, MenuDetails menu) {
    if (mine == question) {
      loaded = true;
      all = menu.categories().stream().flatMap(one -> one.items().stream()).toList();
      show();
    }
  }

  private void failed(int mine) {
    if (mine == question && !loaded) {
      state.set(ListState.FAILED);
    }
  }

  private void show() {
    found.setAll(
        all.stream()
            .filter(item -> SearchText.contains(names(item), search.get()))
            .sorted(Comparator.comparing((MenuDetails.Item item) -> !item.available()))
            .toList());
    if (loaded) {
      state.set(found.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  private static String names(MenuDetails.Item item) {
    return item.name().ar() + " " + item.name().en();
  }
}
