package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tickets known so far; a newer version is never replaced by an older one, and a ticket that
/// comes back stands where it stood.
final class TicketShelf {

  private static final Comparator<KitchenTicket> QUEUE =
      Comparator.<KitchenTicket, Boolean>comparing(
              ticket -> !ticket.marks().contains(TicketMark.PRIORITY))
          .thenComparing(KitchenTicket::queueAt)
          .thenComparing(KitchenTicket::number);

  private final UUID branchId;
  private final Map<UUID, KitchenTicket> known = new HashMap<>();

  /// What was heard since the last list was asked for, and may be missing in it.
  private final Set<UUID> heardSince = new HashSet<>();

  TicketShelf(UUID branchId) {
    this.branchId = branchId;
  }

  void listAsked() {
    heardSince.clear();
  }

  void replaceBy(List<KitchenTicket> listed) {
    Set<UUID> kept = new HashSet<>(heardSince);
    listed.forEach(ticket -> kept.add(ticket.id()));
    known.keySet().retainAll(kept);
    listed.forEach(this::keepNewer);
  }

  /// What it was before, as far as it was known.
  @Nullable KitchenTicket heard(KitchenTicket ticket) {
    if (!ticket.branchId().equals(branchId)) {
      return null;
    }
    KitchenTicket before = known.get(ticket.id());
    heardSince.add(ticket.id());
    keepNewer(ticket);
    return before;
  }

  private void keepNewer(KitchenTicket ticket) {
    known.merge(
        ticket.id(), ticket, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
  }

  Optional<KitchenTicket> find(UUID id) {
    return Optional.ofNullable(known.get(id));
  }

  /// What a station has before it; those that wait for their time are not.
  ///
  /// @param stationId null for every station
  List<KitchenTicket> queue(@Nullable UUID stationId) {
    return known.values().stream()
        .filter(KitchenTicket::open)
        .filter(ticket -> !waits(ticket))
        .filter(ticket -> stationId == null || ticket.stationId().equals(stationId))
        .sorted(QUEUE)
        .toList();
  }

  private static boolean waits(KitchenTicket ticket) {
    return ticket.fireAt() != null
        && ticket.firedAt() == null
        && !ticket.marks().contains(TicketMark.VOIDED);
  }
}
