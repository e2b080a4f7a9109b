package com.crmres.desktop.shell;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.restaurant.BranchState;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.MenuApi;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How the branch takes orders now: as usual, busy or paused.
final class BranchPulse {

  private final MenuApi api;
  private final Calls calls;
  private final UUID branchId;
  private final ReadOnlyObjectWrapper<@Nullable BranchState> state = new ReadOnlyObjectWrapper<>();

  BranchPulse(MenuApi api, Calls calls, UUID branchId) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
  }

  ReadOnlyObjectProperty<@Nullable BranchState> state() {
    return state.getReadOnlyProperty();
  }

  /// What cannot be asked stays as it was last heard.
  void reload() {
    calls.ask(() -> api.state(branchId), state::set, why -> {});
  }

  void happened(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.BranchStateChanged(BranchState now)
          && now.branchId().equals(branchId)) {
        state.set(now);
      }
    }
  }
}
