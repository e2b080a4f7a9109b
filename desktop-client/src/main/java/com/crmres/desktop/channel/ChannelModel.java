package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ChannelApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the restaurant was told of its WhatsApp channel, what of it nobody has looked at here, and
/// what stops messages now.
public final class ChannelModel {

  private static final int KEPT = 300;

  private static final Comparator<ChannelNotice> NEWEST_FIRST =
      Comparator.comparing(ChannelNotice::at).reversed().thenComparing(ChannelNotice::id);

  private final ChannelApi api;
  private final Calls calls;
  private final StaffMember me;
  private final ObservableList<ChannelNotice> notices = FXCollections.observableArrayList();
  private final ObservableList<ChannelNotice> readableNotices =
      FXCollections.unmodifiableObservableList(notices);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ChannelNotice> alarm =
      new ReadOnlyObjectWrapper<>();
  private final Set<UUID> seen = new HashSet<>();
  private boolean looking;

  public ChannelModel(ChannelApi api, Calls calls, StaffMember me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
  }

  /// Staff of a branch can do nothing about the channel.
  public boolean mayLook() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
  }

  /// Newest first.
  public ObservableList<ChannelNotice> notices() {
    return readableNotices;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// How many warnings and worse came while nobody looked.
  public ReadOnlyIntegerProperty unseen() {
    return unseen.getReadOnlyProperty();
  }

  /// What stops messages now; absent while nothing does.
  public ReadOnlyObjectProperty<@Nullable ChannelNotice> alarm() {
    return alarm.getReadOnlyProperty();
  }

  public void reload() {
    if (mayLook()) {
      calls.ask(api::notices, this::came, this::failed);
    }
  }

  private void came(Page<ChannelNotice> page) {
    add(page.items());
  }

  private void failed(ServerFailure why) {
    if (notices.isEmpty()) {
      state.set(ListState.FAILED);
    }
  }

  public void happened(List<LiveEvent> events) {
    List<ChannelNotice> fresh =
        events.stream()
            .filter(LiveEvent.ChannelNoticed.class::isInstance)
            .map(event -> ((LiveEvent.ChannelNoticed) event).notice())
            .toList();
    if (mayLook() && !fresh.isEmpty()) {
      add(fresh);
    }
  }

  private void add(List<ChannelNotice> fresh) {
    Set<UUID> known = new HashSet<>();
    List<ChannelNotice> all = new ArrayList<>(notices);
    all.forEach(notice -> known.add(notice.id()));
    fresh.stream().filter(notice -> known.add(notice.id())).forEach(all::add);
    List<ChannelNotice> sorted = all.stream().sorted(NEWEST_FIRST).limit(KEPT).toList();
    if (!sorted.equals(notices)) {
      notices.setAll(sorted);
    }
    state.set(notices.isEmpty() ? ListState.EMPTY : ListState.READY);
    count();
  }

  /// Whether somebody looks at the list now: what he sees is not unseen.
  public void looking(boolean now) {
    looking = now;
    count();
  }

  private void count() {
    if (looking) {
      notices.forEach(notice -> seen.add(notice.id()));
    }
    unseen.set((int) notices.stream().filter(this::isUnseen).count());
    alarm.set(Alarms.gravest(notices, seen));
  }

  public boolean isUnseen(ChannelNotice notice) {
    return notice.severity() != NoticeSeverity.INFORMATION && !seen.contains(notice.id());
  }
}
