package com.crmres.desktop.queue;

import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What becomes of what a kitchen did while it had no network. What was made was made: the server
/// takes it with the time of this device, or says that it was made for nobody.
final class TicketRules {

  /// Only after so long does the server believe that there was no network.
  private static final Duration LATE = Duration.ofSeconds(16);

  private static final int ATTEMPTS = 4;

  private final ServerApi api;
  private final InstantSource clock;

  TicketRules(ServerApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  Verdict settle(Deed.TicketMove move) {
    var request = move.request();
    ServerFailure last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return new Verdict.Over(of(api.kitchen().command(move.ticketId(), request)));
      } catch (ServerFailure refused) {
        if (!refused.code().equals("CHANGED_MEANWHILE")) {
          throw refused;
        }
        last = refused;
      }
      Optional<KitchenTicket> now = find(move);
      if (now.isEmpty() || isDone(move, now.get())) {
        return Verdict.over(Outcome.Kind.WAS_SO);
      }
      if (now.get().marks().contains(TicketMark.VOIDED) && isFresh(request.deviceTime())) {
        return new Verdict.Later();
      }
      request = SafeDeeds.again(request, now.get().version());
    }
    return new Verdict.Over(Outcome.refused(last == null ? "" : last.words()));
  }

  private static Outcome of(KitchenAnswer answer) {
    boolean forNobody = answer.outcome() == KitchenAnswer.Outcome.FOOD_MADE;
    return Outcome.of(forNobody ? Outcome.Kind.FOOD_MADE : Outcome.Kind.DONE)
        .about(answer.ticket().number())
        .at(answer.cancelledAt());
  }

  /// One that is neither open nor done lately is gone from every kitchen.
  private Optional<KitchenTicket> find(Deed.TicketMove move) {
    return of(move, api.kitchen().tickets(move.branchId(), null).items())
        .or(() -> of(move, api.kitchen().recall(move.branchId(), null).items()));
  }

  private static Optional<KitchenTicket> of(Deed.TicketMove move, List<KitchenTicket> tickets) {
    return tickets.stream().filter(ticket -> ticket.id().equals(move.ticketId())).findFirst();
  }

  /// A line that is done must not be told so again: that would take it back.
  private static boolean isDone(Deed.TicketMove move, KitchenTicket now) {
    return now.doneAt() != null
        || (move.request().action() != KitchenAction.BUMP
            && now.lines().stream()
                .filter(line -> line.id().equals(move.request().lineId()))
                .anyMatch(line -> line.doneAt() != null));
  }

  private boolean isFresh(@Nullable Instant done) {
    return done != null && done.plus(LATE).isAfter(clock.instant());
  }
}
