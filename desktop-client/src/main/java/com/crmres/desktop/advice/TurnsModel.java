package com.crmres.desktop.advice;

import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.desktop.connection.AdviceApi;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.Pages;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The assistant's log of the open conversation, asked for only while somebody reads it.
public final class TurnsModel {

  private final Pages<TurnRecord> pages;
  private final StaffMember me;

  TurnsModel(AdviceApi api, Calls calls, StaffMember me) {
    this.pages = new Pages<>(api::turns, calls);
    this.me = me;
  }

  /// What a turn cost and who read it is not for everybody.
  public boolean mayLook() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
  }

  /// Newest first.
  public ObservableList<TurnRecord> turns() {
    return pages.items();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return pages.state();
  }

  /// Whether the log stands beside the thread.
  public BooleanProperty reading() {
    return pages.reading();
  }

  void open(@Nullable UUID wanted) {
    pages.open(mayLook() ? wanted : null);
  }

  public void reload() {
    pages.reload();
  }

  /// The turns before the oldest one shown.
  public void loadOlder() {
    pages.loadOlder();
  }
}
