package com.crmres.desktop.signin;

import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which of a person's branches to work in; who has one only is not asked.
public final class BranchChoiceModel {

  private final ServerApi api;
  private final Calls calls;
  private final Consumer<BranchSummary> chosen;
  private final ObservableList<BranchSummary> branches = FXCollections.observableArrayList();
  private final ObservableList<BranchSummary> readableBranches =
      FXCollections.unmodifiableObservableList(branches);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);

  public BranchChoiceModel(ServerApi api, Calls calls, Consumer<BranchSummary> chosen) {
    this.api = api;
    this.calls = calls;
    this.chosen = chosen;
  }

  public ObservableList<BranchSummary> branches() {
    return readableBranches;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public void load() {
    state.set(ListState.LOADING);
    calls.ask(api::branches, this::show, failure -> state.set(ListState.FAILED));
  }

  private void show(Page<BranchSummary> page) {
    branches.setAll(page.items());
    state.set(branches.isEmpty() ? ListState.EMPTY : ListState.READY);
    if (branches.size() == 1) {
      choose(branches.getFirst());
    }
  }

  public void choose(BranchSummary branch) {
    chosen.accept(branch);
  }
}
