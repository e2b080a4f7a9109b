package com.crmres.desktop;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenHelp;
import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The tickets of a kitchen, in memory: the rules of docs/api.md as far as screens need them.
public final class FakeKitchen {

  public static final StationPlan.Station GRILL =
      new StationPlan.Station(
          World.id("grill"), new LocalizedText("الشواية", "Grill"), true, List.of(), List.of());
  public static final StationPlan.Station FRYER =
      new StationPlan.Station(
          World.id("fryer"), new LocalizedText("المقلاة", "Fryer"), false, List.of(), List.of());

  private final Clock clock;
  private final Map<UUID, KitchenTicket> tickets = new LinkedHashMap<>();
  private final List<KitchenCommandRequest> asked = new ArrayList<>();
  private final Map<UUID, KitchenAnswer> answers = new HashMap<>();
  private final List<HelpRequest> helps = new ArrayList<>();
  private int printed;

  FakeKitchen(Clock clock) {
    this.clock = clock;
  }

  public StationPlan stations(UUID branchId) {
    return new StationPlan(branchId, List.of(GRILL, FRYER), 1);
  }

  public synchronized FakeKitchen has(KitchenTicket ticket) {
    tickets.put(ticket.id(), ticket);
    return this;
  }

  /// Burgers at the grill, chips at the fryer.
  public static KitchenTicket ticket(
      String number, StationPlan.Station station, Instant queueAt, Instant promisedAt) {
    boolean grill = station.equals(GRILL);
    UUID id = World.id("ticket " + number + station.id());
    List<KitchenLine> lines =
        grill
            ? List.of(
                line(
                    id,
                    "Chicken burger",
                    "برجر دجاج",
                    2,
                    new KitchenModifier(
                        KitchenModifier.Kind.WITHOUT, new LocalizedText("بصل", "onion")),
                    new KitchenModifier(
                        KitchenModifier.Kind.EXTRA, new LocalizedText("جبن", "cheese"))),
                line(id, "Beef burger", "برجر لحم", 1))
            : List.of(line(id, "Fries", "بطاطس", 1));
    return new KitchenTicket(
        id,
        World.id("order " + number),
        World.OLAYA.id(),
        station.id(),
        station.name(),
        number,
        number.hashCode() % 2 == 0 ? Fulfilment.DELIVERY : Fulfilment.PICKUP,
        "نورة",
        OrderStatus.CONFIRMED,
        List.of(),
        lines,
        null,
        List.of(),
        null,
        queueAt,
        null,
        queueAt,
        promisedAt,
        null,
        true,
        1);
  }

  private static KitchenLine line(
      UUID ticket, String english, String arabic, int quantity, KitchenModifier... modifiers) {
    return new KitchenLine(
        World.id(ticket + english),
        World.id("order line " + english),
        quantity,
        World.id("item " + english),
        new LocalizedText(arabic, english),
        null,
        List.of(modifiers),
        null,
        null,
        KitchenState.FIRED,
        null,
        null,
        null,
        false,
        0);
  }

  /// The same ticket with other lines and marks, one version on.
  public static KitchenTicket changed(
      KitchenTicket one,
      List<KitchenLine> lines,
      Set<TicketMark> marks,
      @Nullable Instant doneAt,
      boolean open) {
    return new KitchenTicket(
        one.id(),
        one.orderId(),
        one.branchId(),
        one.stationId(),
        one.station(),
        one.number(),
        one.fulfilment(),
        one.customer(),
        one.status(),
        List.copyOf(marks),
        lines,
        one.note(),
        one.allergies(),
        one.scheduledFor(),
        one.queueAt(),
        one.fireAt(),
        one.firedAt(),
        one.promisedAt(),
        doneAt,
        open,
        one.version() + 1);
  }

  /// One that waits for its time.
  public static KitchenTicket scheduled(KitchenTicket one, Instant fireAt) {
    return new KitchenTicket(
        one.id(),
        one.orderId(),
        one.branchId(),
        one.stationId(),
        one.station(),
        one.number(),
        one.fulfilment(),
        one.customer(),
        one.status(),
        List.of(TicketMark.SCHEDULED),
        one.lines().stream().map(line -> with(line, KitchenState.HELD, null, false)).toList(),
        one.note(),
        one.allergies(),
        fireAt.plus(Duration.ofMinutes(20)),
        one.queueAt(),
        fireAt,
        null,
        one.promisedAt(),
        null,
        true,
        one.version());
  }

  /// With an allergy and a note.
  public static KitchenTicket careful(KitchenTicket one, String allergy, String note) {
    return new KitchenTicket(
        one.id(),
        one.orderId(),
        one.branchId(),
        one.stationId(),
        one.station(),
        one.number(),
        one.fulfilment(),
        one.customer(),
        one.status(),
        one.marks(),
        one.lines(),
        note,
        List.of(allergy),
        one.scheduledFor(),
        one.queueAt(),
        one.fireAt(),
        one.firedAt(),
        one.promisedAt(),
        one.doneAt(),
        one.open(),
        one.version());
  }

  public static KitchenLine with(
      KitchenLine one, KitchenState state, @Nullable LineChange change, boolean acknowledged) {
    return new KitchenLine(
        one.id(),
        one.orderLineId(),
        one.quantity(),
        one.itemId(),
        one.name(),
        one.size(),
        one.modifiers(),
        one.note(),
        one.person(),
        state,
        change,
        one.startedAt(),
        one.doneAt(),
        acknowledged,
        one.remakes());
  }

  public synchronized List<KitchenTicket> open(@Nullable UUID stationId) {
    return list(stationId, ticket -> ticket.open() && !waits(ticket));
  }

  public synchronized List<KitchenTicket> scheduled(@Nullable UUID stationId) {
    return list(stationId, ticket -> ticket.open() && waits(ticket));
  }

  private static boolean waits(KitchenTicket ticket) {
    return ticket.fireAt() != null && ticket.firedAt() == null;
  }

  public synchronized List<KitchenTicket> recall(@Nullable UUID stationId) {
    return list(stationId, ticket -> !ticket.open());
  }

  private List<KitchenTicket> list(@Nullable UUID stationId, Predicate<KitchenTicket> which) {
    return tickets.values().stream()
        .filter(ticket -> stationId == null || ticket.stationId().equals(stationId))
        .filter(which)
        .sorted(Comparator.comparing(KitchenTicket::queueAt))
        .toList();
  }

  public synchronized List<ExpediterOrder> orders() {
    Map<UUID, List<KitchenTicket>> orders = new LinkedHashMap<>();
    list(null, KitchenTicket::open)
        .forEach(ticket ->
            orders.computeIfAbsent(ticket.orderId(), id -> new ArrayList<>()).add(ticket));
    return orders.values().stream().map(FakeKitchen::whole).toList();
  }

  private static ExpediterOrder whole(List<KitchenTicket> parts) {
    KitchenTicket first = parts.getFirst();
    List<ExpediterOrder.Line> lines =
        parts.stream()
            .flatMap(ticket -> ticket.lines().stream().map(line -> whole(ticket, line)))
            .toList();
    boolean done = parts.stream().allMatch(ticket -> ticket.doneAt() != null);
    return new ExpediterOrder(
        first.orderId(),
        first.branchId(),
        first.number(),
        first.fulfilment(),
        first.customer(),
        first.status(),
        first.marks(),
        lines,
        first.note(),
        first.allergies(),
        first.scheduledFor(),
        first.queueAt(),
        first.fireAt(),
        first.promisedAt(),
        done,
        parts.stream().map(FakeKitchen::part).toList());
  }

  private static ExpediterOrder.Part part(KitchenTicket ticket) {
    return new ExpediterOrder.Part(
        ticket.id(), ticket.stationId(), ticket.firedAt(), ticket.version());
  }

  private static ExpediterOrder.Line whole(KitchenTicket ticket, KitchenLine line) {
    return new ExpediterOrder.Line(
        line.orderLineId(),
        line.quantity(),
        line.name(),
        line.size(),
        line.modifiers(),
        line.note(),
        line.person(),
        line.change(),
        List.of(new ExpediterOrder.Tick(ticket.id(), line.id(), ticket.stationId(), line.state())));
  }

  public synchronized List<AllDayCount> allDay(@Nullable UUID stationId) {
    Map<UUID, AllDayCount> counts = new LinkedHashMap<>();
    open(stationId)
        .forEach(ticket ->
            ticket.lines().stream()
                .filter(line -> line.state() != KitchenState.DONE)
                .forEach(line ->
                    counts.merge(
                        line.itemId(),
                        new AllDayCount(
                            line.itemId(), line.name(), null, List.of(), line.quantity(), 0),
                        (one, other) ->
                            new AllDayCount(
                                one.itemId(),
                                one.name(),
                                null,
                                List.of(),
                                one.quantity() + other.quantity(),
                                0))));
    return List.copyOf(counts.values());
  }

  /// Its order was cancelled.
  public static KitchenTicket voided(KitchenTicket ticket) {
    Set<TicketMark> marks = new LinkedHashSet<>(ticket.marks());
    marks.add(TicketMark.VOIDED);
    return changed(ticket, ticket.lines(), marks, null, true);
  }

  public KitchenStats stats() {
    return new KitchenStats(clock.instant().minus(Duration.ofHours(9)), 41, 92, 640L, 5, 1, 2);
  }

  public synchronized KitchenAnswer command(UUID ticketId, KitchenCommandRequest request) {
    asked.add(request);
    KitchenAnswer known = answers.get(request.commandId());
    if (known != null) {
      return known;
    }
    KitchenTicket ticket = tickets.get(ticketId);
    if (ticket == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    KitchenAnswer answer = answer(ticket, request);
    answers.put(request.commandId(), answer);
    return answer;
  }

  /// What a device did while it had no network is believed.
  private KitchenAnswer answer(KitchenTicket ticket, KitchenCommandRequest request) {
    boolean late = request.deviceTime() != null;
    if (late && ticket.marks().contains(TicketMark.VOIDED)) {
      return new KitchenAnswer(
          KitchenAnswer.Outcome.FOOD_MADE, ticket, clock.instant(), "أُلغي الطلب");
    }
    if (!late && ticket.version() != request.expectedVersion()) {
      throw Restaurant.refusal("CHANGED_MEANWHILE", "غيّر موظف آخر هذه التذكرة قبلك.");
    }
    KitchenTicket after = after(ticket, request);
    tickets.put(ticket.id(), after);
    return new KitchenAnswer(KitchenAnswer.Outcome.DONE, after, null, null);
  }

  private KitchenTicket after(KitchenTicket ticket, KitchenCommandRequest request) {
    Set<TicketMark> marks = new LinkedHashSet<>(ticket.marks());
    KitchenAction action = request.action();
    switch (action) {
      case BUMP -> {
        return changed(ticket, all(ticket, KitchenState.DONE), marks, clock.instant(), false);
      }
      case UNDO_BUMP -> {
        marks.add(TicketMark.RECALLED);
        return changed(ticket, all(ticket, KitchenState.FIRED), marks, null, true);
      }
      case PRIORITISE -> marks.add(TicketMark.PRIORITY);
      case UNPRIORITISE -> marks.remove(TicketMark.PRIORITY);
      case FIRE -> {
        return fired(ticket);
      }
      case START_LINE, LINE_DONE, UNDO_LINE, REMAKE_LINE, ACKNOWLEDGE_VOID -> {}
    }
    List<KitchenLine> lines =
        ticket.lines().stream()
            .map(line -> line.id().equals(request.lineId()) ? moved(line, action) : line)
            .map(line ->
                action == KitchenAction.ACKNOWLEDGE_VOID
                    ? with(line, line.state(), line.change(), true)
                    : line)
            .toList();
    return changed(ticket, lines, marks, null, true);
  }

  private KitchenTicket fired(KitchenTicket one) {
    return new KitchenTicket(
        one.id(),
        one.orderId(),
        one.branchId(),
        one.stationId(),
        one.station(),
        one.number(),
        one.fulfilment(),
        one.customer(),
        one.status(),
        one.marks(),
        one.lines(),
        one.note(),
        one.allergies(),
        one.scheduledFor(),
        one.queueAt(),
        one.fireAt(),
        clock.instant(),
        one.promisedAt(),
        null,
        true,
        one.version() + 1);
  }

  private static KitchenLine moved(KitchenLine line, KitchenAction action) {
    KitchenState state =
        action == KitchenAction.LINE_DONE && line.state() != KitchenState.DONE
            ? KitchenState.DONE
            : KitchenState.FIRED;
    return with(line, state, line.change(), line.acknowledged());
  }

  private static List<KitchenLine> all(KitchenTicket ticket, KitchenState state) {
    return ticket.lines().stream()
        .map(line -> with(line, state, line.change(), line.acknowledged()))
        .toList();
  }

  /// A busy evening: many tickets of both stations, one with everything a cook must not overlook.
  public synchronized void evening() {
    Instant now = clock.instant();
    for (int i = 0; i < 7; i++) {
      Instant queued = now.minus(Duration.ofMinutes(4L * (7 - i)));
      String number = "A-" + (30 + i);
      has(ticket(number, GRILL, queued, queued.plus(Duration.ofMinutes(14))));
      has(ticket(number, FRYER, queued, queued.plus(Duration.ofMinutes(14))));
    }
    KitchenTicket careful =
        careful(
            ticket("A-33", GRILL, now.minusSeconds(900), now.minusSeconds(60)),
            "فول سوداني",
            "بدون ثوم في الصوص لو سمحت");
    List<KitchenLine> lines = new ArrayList<>(careful.lines());
    lines.set(0, with(lines.get(0), KitchenState.DONE, null, false));
    lines.set(1, with(lines.get(1), KitchenState.FIRED, LineChange.ADDED, false));
    has(changed(careful, lines, Set.of(TicketMark.CHANGED, TicketMark.PRIORITY), null, true));
    KitchenTicket off = ticket("A-37", GRILL, now.minusSeconds(120), now.plusSeconds(600));
    has(
        changed(
            off,
            off.lines().stream()
                .map(line -> with(line, KitchenState.VOIDED, LineChange.REMOVED, false))
                .toList(),
            Set.of(TicketMark.VOIDED),
            null,
            true));
    has(scheduled(ticket("A-50", GRILL, now, now.plusSeconds(5400)), now.plusSeconds(3600)));
  }

  public synchronized KitchenHelp help(HelpRequest request) {
    helps.add(request);
    return new KitchenHelp(
        request.commandId(),
        request.branchId(),
        request.stationId(),
        GRILL.name(),
        request.ticketId(),
        null,
        World.SARAH.name(),
        clock.instant());
  }

  public synchronized int print() {
    printed++;
    return 1;
  }

  public synchronized int printed() {
    return printed;
  }

  public synchronized List<KitchenCommandRequest> asked() {
    return List.copyOf(asked);
  }

  public synchronized List<HelpRequest> helps() {
    return List.copyOf(helps);
  }

  public synchronized KitchenTicket ticket(UUID id) {
    KitchenTicket ticket = tickets.get(id);
    if (ticket == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    return ticket;
  }
}
