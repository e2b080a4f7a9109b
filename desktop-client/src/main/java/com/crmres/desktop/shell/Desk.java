package com.crmres.desktop.shell;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.desktop.alert.AlarmTestModel;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.assistant.AssistantModel;
import com.crmres.desktop.cart.CartModel;
import com.crmres.desktop.channel.ChannelModel;
import com.crmres.desktop.channel.MergesModel;
import com.crmres.desktop.connection.Branches;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.KeptDraft;
import com.crmres.desktop.connection.LiveConnection;
import com.crmres.desktop.connection.LiveListener;
import com.crmres.desktop.connection.SignedIn;
import com.crmres.desktop.customer.CustomerModel;
import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.history.TimelineModel;
import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.inbox.SideModels;
import com.crmres.desktop.kitchen.KitchenModel;
import com.crmres.desktop.orders.AlarmModel;
import com.crmres.desktop.orders.OrderBoardModel;
import com.crmres.desktop.pickup.PickupModel;
import com.crmres.desktop.queue.Deed;
import com.crmres.desktop.ready.ReadyRepliesModel;
import com.crmres.desktop.soldout.SoldOutModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.NumberBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableNumberValue;
import org.jspecify.annotations.Nullable;

/// One person's work in one branch: its screens' models, all fed by one live connection.
public final class Desk implements LiveListener, AutoCloseable {

  /// What the side bar leads to.
  public enum Screen {
    INBOX,
    ORDERS,
    KITCHEN,
    PICKUP,
    ASSISTANT,
    CHANNEL
  }

  /// How long what was sent can still be taken back.
  private static final Duration TAKE_BACK = Duration.ofSeconds(5);

  private final StaffMember staff;
  private final BranchSummary branch;
  private final OrderBoardModel orders;
  private final InboxModel inbox;
  private final SideModels side;
  private final Branches branches;
  private final Calls calls;
  private final CustomerApi customers;
  private final AssistantModel assistant;
  private final ChannelModel channel;
  private final MergesModel merges;
  private final KitchenModel kitchen;
  private final PickupModel pickup;
  private final SoldOutModel soldOut;
  private final ReadyRepliesModel readyReplies;
  private final AlertsModel alerts;
  private final AlarmModel alarm;
  private final AlarmTestModel alarmTest;
  private final DeskAlerts news;
  private final BranchPulse pulse;
  private final HabitsModel habits;
  private final KeptWork kept;
  private final NextPrayer prayer;
  private final NumberBinding calling;

  /// What was sent when the program ended last time, and did not go.
  private final List<KeptDraft> unsent;

  private final InstantSource clock;
  private final LiveConnection live;
  private final Runnable sessionEnded;

  private final ObjectProperty<Screen> screen;
  private final ReadOnlyObjectWrapper<ConnectionState> connection =
      new ReadOnlyObjectWrapper<>(ConnectionState.CONNECTING);
  private final ReadOnlyIntegerWrapper attempt = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Instant> lostAt = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper newsWanted = new ReadOnlyIntegerWrapper();

  Desk(SignedIn person, BranchSummary branch, Surroundings surroundings, Runnable sessionEnded) {
    this.staff = person.staff();
    this.branch = branch;
    this.sessionEnded = sessionEnded;
    this.habits = surroundings.habits();
    this.kept = new KeptWork(person, branch, surroundings);
    var api = kept.api();
    this.calls = surroundings.calls().noticing(sessionEnded);
    this.customers = api.customers();
    var ids = surroundings.ids();
    var clock = surroundings.clock();
    this.orders = new OrderBoardModel(api, calls, branch.id(), staff, ids);
    this.inbox = new InboxModel(api, calls, branch.id(), staff, orders.all(), ids, clock);
    this.branches = new Branches(api, calls);
    this.side =
        new SideModels(
            new CartModel(api.carts(), calls, staff, ids, branch.id(), branches),
            new CustomerModel(api.customers(), calls, branches),
            new TimelineModel(api.customers(), calls));
    side.follow(inbox.thread().conversation());
    this.assistant = new AssistantModel(api, calls, staff, branch.id(), clock);
    this.channel = new ChannelModel(api.channel(), calls, staff);
    this.merges = new MergesModel(api.merges(), calls, staff, ids);
    this.readyReplies = new ReadyRepliesModel(api.handling(), calls, staff, ids);
    this.soldOut = new SoldOutModel(api.menu(), calls, branch.id(), staff);
    this.alerts =
        new AlertsModel(surroundings.speaker(), calls, () -> habits.habits().get().muted());
    this.alarm = new AlarmModel(orders, alerts);
    ZoneId zone = ZoneId.of(branch.zone());
    this.alarmTest =
        new AlarmTestModel(
            alerts, () -> LocalDate.ofInstant(clock.instant(), zone), habits::alarmTestedOn);
    this.pulse = new BranchPulse(api.menu(), calls, branch.id());
    this.screen = new SimpleObjectProperty<>(seesInbox() ? Screen.INBOX : Screen.KITCHEN);
    this.kitchen =
        new KitchenModel(
            api.kitchen(), calls, branch.id(), staff, ids, alerts, this::hearsTheKitchen);
    this.pickup = new PickupModel(orders.all(), orders.state(), orders::reload);
    this.news = new DeskAlerts(this, clock);
    inbox.thread().writing().canBeTakenBackFor(TAKE_BACK);
    this.clock = clock;
    this.prayer = new NextPrayer(api.menu(), calls, branch.id());
    this.live = surroundings.liveConnection(person, branch.id(), this);
    remember();
    kept.sitsAt(this);
    this.unsent = seesInbox() ? wordsOfLastTime(person, surroundings) : List.of();
    this.calling = seesInbox() ? orders.waiting().add(inbox.waiting()) : orders.waiting().add(0);
  }

  private List<KeptDraft> wordsOfLastTime(SignedIn person, Surroundings surroundings) {
    return inbox
        .thread()
        .writing()
        .keepIn(surroundings.local().drafts(staff.id(), person.server().address()));
  }

  /// Screens begin as the person left them.
  private void remember() {
    var memory = new DeskMemory(habits);
    memory.of(orders);
    memory.of(inbox);
    memory.of(kitchen);
    memory.of(assistant);
    soldOut.all().subscribe(() -> orders.menuIs(soldOut.all()));
    branches.all().subscribe(() -> orders.branchesAre(branches.all()));
  }

  void open() {
    live.start();
    news.unsent(unsent);
    alarmTest.shiftBegins(habits.habits().get().alarmTestedOn());
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

  /// What stands beside the open thread.
  public SideModels side() {
    return side;
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

  public KitchenModel kitchen() {
    return kitchen;
  }

  public PickupModel pickup() {
    return pickup;
  }

  /// Elsewhere tickets would only disturb.
  private boolean hearsTheKitchen() {
    return staff.role() == Role.KITCHEN || screen.get() == Screen.KITCHEN;
  }

  /// The replies that lie ready.
  public ReadyRepliesModel readyReplies() {
    return readyReplies;
  }

  public SoldOutModel soldOut() {
    return soldOut;
  }

  public AlertsModel alerts() {
    return alerts;
  }

  public AlarmModel alarm() {
    return alarm;
  }

  public AlarmTestModel alarmTest() {
    return alarmTest;
  }

  HabitsModel habits() {
    return habits;
  }

  /// What was done here without network.
  KeptWork kept() {
    return kept;
  }

  /// Since when what is shown is not news; absent while it is.
  public ReadOnlyObjectProperty<@Nullable Instant> lostAt() {
    return lostAt.getReadOnlyProperty();
  }

  /// The prayer that is called next at the branch.
  ReadOnlyObjectProperty<@Nullable PrayerTime> prayer() {
    return prayer.next();
  }

  /// Grows when somebody wants to see what was told and what is kept.
  ReadOnlyIntegerProperty newsWanted() {
    return newsWanted.getReadOnlyProperty();
  }

  /// How many orders and conversations wait for a person.
  ObservableNumberValue calling() {
    return calling;
  }

  void openNews() {
    newsWanted.set(newsWanted.get() + 1);
  }

  Instant now() {
    return clock.instant();
  }

  /// How people call what was done something about.
  String nameOf(Deed deed) {
    return KeptWork.nameOf(deed, this);
  }

  /// Leads to an order.
  void look(UUID orderId) {
    screen.set(Screen.ORDERS);
    orders.select(orderId);
  }

  /// Leads to a conversation, with words in its box.
  void write(UUID conversationId, String words) {
    inbox.conversations().stream()
        .filter(one -> one.id().equals(conversationId))
        .findFirst()
        .ifPresent(one -> {
          screen.set(Screen.INBOX);
          inbox.open(one);
          inbox.thread().writing().use(words);
        });
  }

  public ObjectProperty<Screen> screen() {
    return screen;
  }

  /// How the branch takes orders now; absent until the server has said.
  public ReadOnlyObjectProperty<@Nullable BranchState> branchState() {
    return pulse.state();
  }

  public ReadOnlyObjectProperty<ConnectionState> connection() {
    return connection.getReadOnlyProperty();
  }

  /// How often the connection was tried since it was lost.
  public ReadOnlyIntegerProperty attempt() {
    return attempt.getReadOnlyProperty();
  }

  /// The kitchen sees orders and tickets only.
  public boolean seesInbox() {
    return staff.role() != Role.KITCHEN;
  }

  /// Opens a conversation, be it in the list or not.
  public void openChat(UUID conversationId) {
    if (seesInbox()) {
      calls.ask(
          () -> customers.conversation(conversationId),
          found -> {
            screen.set(Screen.INBOX);
            inbox.open(found);
          },
          why -> {});
    }
  }

  /// Whether the person may open a screen.
  public boolean sees(Screen wanted) {
    return switch (wanted) {
      case INBOX -> seesInbox();
      case ORDERS, KITCHEN, PICKUP -> true;
      case ASSISTANT -> assistant.mayLook();
      case CHANNEL -> channel.mayLook();
    };
  }

  /// Once a second.
  void tick(Instant now) {
    alarm.tick(now);
    kitchen.tick(now);
    alerts.tick(now);
    inbox.tick();
    kept.queue().tick(now);
    prayer.tick(now);
  }

  public void connectNow() {
    live.retryNow();
  }

  @Override
  public void connectionIs(ConnectionState state, int tries) {
    attempt.set(tries);
    connection.set(state);
    // The very first connecting is no loss yet.
    if (state == ConnectionState.ONLINE) {
      lostAt.set(null);
    } else if (tries > 0 && lostAt.get() == null) {
      lostAt.set(clock.instant());
    }
    kept.queue().lineIs(state, tries);
    if (state == ConnectionState.SIGNED_OUT) {
      sessionEnded.run();
    }
  }

  @Override
  public void reload() {
    orders.reload();
    channel.reload();
    merges.reload();
    kitchen.reload();
    soldOut.reload();
    pulse.reload();
    prayer.reload(clock.instant());
    if (seesInbox()) {
      inbox.reload();
      branches.reload();
      side.reload();
    }
  }

  @Override
  public void missed(List<LiveFrame.Happened> events) {
    news.missed(events);
  }

  @Override
  public void happened(List<LiveEvent> events) {
    news.happened(events);
    orders.happened(events);
    channel.happened(events);
    merges.happened(events);
    kitchen.happened(events);
    soldOut.happened(events);
    pulse.happened(events);
    if (seesInbox()) {
      inbox.happened(events);
      side.happened(events);
    }
  }

  @Override
  public void close() {
    inbox.close();
    live.close();
    kept.close();
  }
}
