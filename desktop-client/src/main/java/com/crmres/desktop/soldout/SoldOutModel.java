package com.crmres.desktop.soldout;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.MenuApi;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.SearchText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the branch sells and what it has none left of.
public final class SoldOutModel {

  /// What a press offers.
  public static final List<AvailabilityPreset> PRESETS =
      List.of(
          AvailabilityPreset.HALF_HOUR,
          AvailabilityPreset.HOUR,
          AvailabilityPreset.END_OF_DAY,
          AvailabilityPreset.MANUAL);

  private static final Set<Role> MAY = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);

  private final MenuApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StaffMember me;
  private final ObservableList<MenuDetails.Item> all = FXCollections.observableArrayList();
  private final ObservableList<MenuDetails.Item> readableAll =
      FXCollections.unmodifiableObservableList(all);
  private final ObservableList<MenuDetails.Item> shown = FXCollections.observableArrayList();
  private final ObservableList<MenuDetails.Item> readableShown =
      FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private boolean loaded;
  private int question;

  public SoldOutModel(MenuApi api, Calls calls, UUID branchId, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.me = me;
    search.subscribe(words -> show());
  }

  public boolean mayMark() {
    return MAY.contains(me.role());
  }

  /// Everything, in the order of the menu.
  public ObservableList<MenuDetails.Item> all() {
    return readableAll;
  }

  /// What is searched; what is sold out comes first.
  public ObservableList<MenuDetails.Item> shown() {
    return readableShown;
  }

  public StringProperty search() {
    return search;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Why the last mark was not made.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public void reload() {
    int mine = ++question;
    calls.ask(() -> api.menu(branchId), menu -> answered(mine, menu), why -> failed(mine));
  }

  private void answered(int mine, MenuDetails menu) {
    if (mine == question) {
      loaded = true;
      all.setAll(menu.categories().stream().flatMap(one -> one.items().stream()).toList());
      show();
    }
  }

  private void failed(int mine) {
    if (mine == question && !loaded) {
      state.set(ListState.FAILED);
    }
  }

  private void show() {
    shown.setAll(
        all.stream()
            .filter(item -> SearchText.contains(names(item), search.get()))
            .sorted(Comparator.comparing(MenuDetails.Item::available))
            .toList());
    if (loaded) {
      state.set(shown.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  private static String names(MenuDetails.Item item) {
    return item.name().ar() + " " + item.name().en();
  }

  public void happened(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.AvailabilityChanged changed
          && changed.branchId().equals(branchId)) {
        reload();
        return;
      }
    }
  }

  /// None left, for so long.
  public void soldOut(MenuDetails.Item item, AvailabilityPreset preset) {
    mark(item, new AvailabilityRequest(branchId, false, null, preset, null));
  }

  public void back(MenuDetails.Item item) {
    mark(item, new AvailabilityRequest(branchId, true));
  }

  private void mark(MenuDetails.Item item, AvailabilityRequest request) {
    if (!mayMark()) {
      return;
    }
    failure.set(null);
    calls.ask(
        () -> {
          api.availability(item.id(), request);
          return request;
        },
        done -> reload(),
        why -> notMarked(item, why));
  }

  private void notMarked(MenuDetails.Item item, ServerFailure why) {
    if (why.kind() == ServerFailure.Kind.KEPT) {
      all.replaceAll(one -> one.id().equals(item.id()) ? gone(one) : one);
      show();
    } else {
      failure.set(why);
    }
  }

  /// As it will stand once the network is back.
  private static MenuDetails.Item gone(MenuDetails.Item one) {
    return new MenuDetails.Item(
        one.id(),
        one.name(),
        one.price(),
        false,
        AbsenceReason.ITEM,
        null,
        one.photo(),
        one.source(),
        one.groups());
  }
}
