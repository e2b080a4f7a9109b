package com.crmres.desktop.shell;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.assistant.AssistantModel;
import com.crmres.desktop.channel.ChannelModel;
import com.crmres.desktop.channel.MergesModel;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.LiveConnection;
import com.crmres.desktop.connection.LiveListener;
import com.crmres.desktop.connection.SignedIn;
import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.orders.OrderBoardModel;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One person's work in one branch: its screens' models, all fed by one live connection.
public final class Desk implements LiveListener, AutoCloseable {

  /// What the side bar leads to.
  public enum Screen {
    INBOX,
    ORDERS,
    ASSISTANT,
    CHANNEL
  }

  private final StaffMember staff;
  private final BranchSummary branch;
  private final OrderBoardModel orders;
  private final InboxModel inbox;
  private final AssistantModel assistant;
  private final ChannelModel channel;
  private final MergesModel merges;
  private final LiveConnection live;
  private final Runnable sessionEnded;

  private final ObjectProperty<Screen> screen;
  private final ReadOnlyObjectWrapper<ConnectionState> connection =
      new ReadOnlyObjectWrapper<>(ConnectionState.CONNECTING);
  private final ReadOnlyIntegerWrapper attempt = new ReadOnlyIntegerWrapper();

  Desk(SignedIn person, BranchSummary branch, Surroundings surroundings, Runnable sessionEnded) {
    this.staff = person.staff();
    this.branch = branch;
    this.sessionEnded = sessionEnded;
    var api = person.server().api();
    var calls = surroundings.calls().noticing(sessionEnded);
    var ids = surroundings.ids();
    this.orders = new OrderBoardModel(api, calls, branch.id(), staff, ids);
    this.inbox =
        new InboxModel(api, calls, branch.id(), staff, orders.all(), ids, surroundings.clock());
    this.assistant = new AssistantModel(api, calls, staff, branch.id(), surroundings.clock());
    this.channel = new ChannelModel(api.channel(), calls, staff);
    this.merges = new MergesModel(api.merges(), calls, staff, ids);
    this.screen = new SimpleObjectProperty<>(seesInbox() ? Screen.INBOX : Screen.ORDERS);
    this.live = surroundings.liveConnection(person.server().live(), branch.id(), this);
  }

  void open() {
    live.start();
  }

  public StaffMember staff() {
    return staff;
  }

  public BranchSummary branch() {
    return branch;
  }

  public InboxModel inbox() {
    return inbox;
  }

  public OrderBoardModel orders() {
    return orders;
  }

  public AssistantModel assistant() {
    return assistant;
  }

  public ChannelModel channel() {
    return channel;
  }

  public MergesModel merges() {
    return merges;
  }

  public ObjectProperty<Screen> screen() {
    return screen;
  }

  public ReadOnlyObjectProperty<ConnectionState> connection() {
    return connection.getReadOnlyProperty();
  }

  /// How often the connection was tried since it was lost.
  public ReadOnlyIntegerProperty attempt() {
    return attempt.getReadOnlyProperty();
  }

  /// The kitchen sees the order board only.
  public boolean seesInbox() {
    return staff.role() != Role.KITCHEN;
  }

  public void connectNow() {
    live.retryNow();
  }

  @Override
  public void connectionIs(ConnectionState state, int tries) {
    attempt.set(tries);
    connection.set(state);
    if (state == ConnectionState.SIGNED_OUT) {
      sessionEnded.run();
    }
  }

  @Override
  public void reload() {
    orders.reload();
    channel.reload();
    merges.reload();
    if (seesInbox()) {
      inbox.reload();
    }
  }

  @Override
  public void happened(List<LiveEvent> events) {
    orders.happened(events);
    channel.happened(events);
    merges.happened(events);
    if (seesInbox()) {
      inbox.happened(events);
    }
  }

  @Override
  public void close() {
    live.close();
  }
}
