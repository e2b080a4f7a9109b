package com.crmres.desktop.shell;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Sender;
import com.crmres.common.kitchen.KitchenHelp;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.alert.Notice;
import com.crmres.desktop.alert.Sound;
import com.crmres.desktop.connection.KeptDraft;
import com.crmres.desktop.connection.ServerClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides of which events people are told over every screen, and what they hear.
final class DeskAlerts {

  private static final int LONGEST = 70;

  private final Desk desk;
  private final ServerClock clock;
  private final Map<UUID, OrderStatus> orders = new HashMap<>();
  private final Set<UUID> rescued = new HashSet<>();
  private final Set<UUID> escalated = new HashSet<>();
  private final Set<UUID> mentioned = new HashSet<>();

  /// When the event at hand happened, while what was missed is gone through.
  private @Nullable Instant missedAt;

  DeskAlerts(Desk desk, ServerClock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void happened(List<LiveEvent> events) {
    events.forEach(this::heard);
  }

  /// What happened before the program was here is noted, and nothing rings for it.
  void missed(List<LiveFrame.Happened> events) {
    for (LiveFrame.Happened one : events) {
      missedAt = one.at();
      heard(one.event());
    }
    missedAt = null;
  }

  private void heard(LiveEvent event) {
    switch (event) {
      case LiveEvent.OrderChanged(OrderSummary order) -> order(order);
      case LiveEvent.ConversationChanged(ConversationSummary conversation) ->
          conversation(conversation);
      case LiveEvent.MessageAdded added -> message(added);
      case LiveEvent.HelpWanted(KitchenHelp help) -> help(help);
      case LiveEvent.PaymentTaskChanged(PaymentTask task) -> money(task);
      case LiveEvent.PrinterChanged(PrinterDetails printer) -> printer(printer);
      case LiveEvent.NoteChanged(Note note) -> note(note);
      default -> {}
    }
  }

  private AlertsModel alerts() {
    return desk.alerts();
  }

  private void order(OrderSummary order) {
    if (!order.branchId().equals(desk.branch().id())) {
      return;
    }
    OrderStatus before = orders.put(order.id(), order.status());
    Runnable look = () -> look(order);
    if (order.status() == OrderStatus.PENDING && before == null && isNew(order)) {
      tell(Notice.Kind.NEW_ORDER, order.id(), look, named(order));
    }
    if (order.status() == OrderStatus.CANCEL_REQUESTED && before != order.status()) {
      tell(Notice.Kind.CANCEL_REQUESTED, order.id(), look, named(order));
    }
    if (order.standing().flags().contains(OrderFlag.RESCUE_OFFERED) && rescued.add(order.id())) {
      tell(Notice.Kind.RESCUE_OFFERED, order.id(), look, named(order));
    }
  }

  /// An order that the board knew already was only changed.
  private boolean isNew(OrderSummary order) {
    return missedAt != null
        || desk.orders().all().stream().noneMatch(known -> known.id().equals(order.id()));
  }

  private static Object[] named(OrderSummary order) {
    return new Object[] {"#" + order.number(), order.customer().name()};
  }

  private void look(OrderSummary order) {
    desk.screen().set(Desk.Screen.ORDERS);
    desk.orders().select(order.id());
  }

  private void conversation(ConversationSummary conversation) {
    if (!desk.seesInbox() || !desk.branch().id().equals(conversation.branchId())) {
      return;
    }
    boolean waits =
        conversation.status() == ConversationStatus.ESCALATED && conversation.assigneeId() == null;
    if (!waits) {
      escalated.remove(conversation.id());
    } else if (escalated.add(conversation.id())) {
      tell(
          Notice.Kind.ESCALATED,
          conversation.id(),
          () -> look(conversation),
          conversation.customer().name());
    }
  }

  private void look(ConversationSummary conversation) {
    desk.screen().set(Desk.Screen.INBOX);
    desk.inbox().open(conversation);
  }

  /// A customer of whoever sits here has written on.
  private void message(LiveEvent.MessageAdded added) {
    ConversationSummary conversation = added.conversation();
    @Nullable UUID owner = conversation.assigneeId();
    if (missedAt == null
        && desk.seesInbox()
        && added.message().sender() == Sender.CUSTOMER
        && desk.branch().id().equals(conversation.branchId())
        && conversation.answerer() == Answerer.STAFF
        && (owner == null || owner.equals(desk.staff().id()))) {
      alerts().sound(Sound.MESSAGE, AlertsModel.QUIET);
    }
  }

  /// A colleague's note that calls whoever sits here, told of once.
  private void note(Note note) {
    UUID me = desk.staff().id();
    boolean calls = note.mentions().contains(me) && !note.authorId().equals(me);
    if (desk.seesInbox() && calls && !note.withdrawn() && mentioned.add(note.id())) {
      tell(
          Notice.Kind.MENTIONED,
          note.id(),
          () -> desk.openChat(note.conversationId()),
          note.authorName(),
          shortened(note.text()));
    }
  }

  /// What was sent when the program ended last time, and did not go.
  void unsent(List<KeptDraft> words) {
    for (KeptDraft one : words) {
      String file = one.file();
      String said = one.text().isBlank() && file != null ? fileName(file) : one.text();
      tell(
          Notice.Kind.UNSENT,
          one.conversationId(),
          () -> desk.openChat(one.conversationId()),
          shortened(said));
    }
  }

  private static String fileName(String file) {
    return Objects.toString(Path.of(file).getFileName(), file);
  }

  private static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /// Of an order that the board does not know any more nobody here took the money.
  private void money(PaymentTask task) {
    boolean isShort =
        task.reason() == PaymentTask.Reason.SHORT && task.state() == PaymentTask.State.FOR_PEOPLE;
    if (isShort && desk.seesInbox() && task.branchId().equals(desk.branch().id())) {
      desk.orders().all().stream()
          .filter(order -> order.id().equals(task.orderId()))
          .findFirst()
          .ifPresent(order ->
              tell(
                  Notice.Kind.SHORT_MONEY,
                  task.id(),
                  () -> look(order),
                  "#" + order.number(),
                  task.amount().text()));
    }
  }

  private void help(KitchenHelp help) {
    if (help.branchId().equals(desk.branch().id())) {
      String number = help.number();
      tell(
          Notice.Kind.HELP_WANTED,
          help.stationId(),
          null,
          help.station(),
          number == null ? "" : "#" + number);
    }
  }

  private void printer(PrinterDetails printer) {
    if (printer.branchId().equals(desk.branch().id())
        && printer.status() == PrinterDetails.Status.OFFLINE) {
      tell(
          Notice.Kind.PRINTER_OFFLINE,
          printer.id(),
          null,
          printer.name(),
          Long.toString(printer.waiting()));
    }
  }

  private void tell(Notice.Kind kind, UUID about, @Nullable Runnable look, Object... values) {
    Instant before = missedAt;
    if (before == null) {
      alerts().tell(new Notice(kind, about, List.of(values), clock.instant(), look));
    } else {
      alerts().note(new Notice(kind, about, List.of(values), before, look));
    }
  }
}
