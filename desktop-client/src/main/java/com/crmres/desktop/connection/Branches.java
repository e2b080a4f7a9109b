package com.crmres.desktop.connection;

import com.crmres.common.restaurant.BranchSummary;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The branches that a person works in, for whatever lets him choose one.
public final class Branches {

  private final ServerApi api;
  private final Calls calls;
  private final ObservableList<BranchSummary> all = FXCollections.observableArrayList();

  /// One for all who follow it: it hears of changes only as long as somebody holds it.
  private final ObservableList<BranchSummary> shown = FXCollections.unmodifiableObservableList(all);

  /// Knows none yet; [#reload] asks for them.
  public Branches(ServerApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  public ObservableList<BranchSummary> all() {
    return shown;
  }

  public Optional<BranchSummary> find(UUID id) {
    return all.stream().filter(branch -> branch.id().equals(id)).findFirst();
  }

  /// Those known stay if nobody answers.
  public void reload() {
    calls.ask(api::branches, page -> all.setAll(page.items()), why -> {});
  }
}
