package com.crmres.desktop.queue;

import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Hands a kept command to the server, and decides what becomes of one that no longer fits.
final class Settling {

  /// What passes by itself: the command is as good as before.
  private static final Set<String> PASSING =
      Set.of("OVERLOADED", "INTERNAL", "TOO_MANY_ATTEMPTS", "NOT_SIGNED_IN", "WRONG_CREDENTIALS");

  /// A branch's day is over by then.
  private static final Duration DAY = Duration.ofHours(12);

  private final ServerApi api;
  private final InstantSource clock;
  private final OrderRules orders;
  private final TicketRules tickets;
  private final WordRules words;

  Settling(ServerApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
    this.orders = new OrderRules(api);
    this.tickets = new TicketRules(api, clock);
    this.words = new WordRules(api, clock);
  }

  /// Blocks until it is clear.
  Verdict settle(KeptCommand command) {
    try {
      return switch (command.deed()) {
        case Deed.OrderMove move -> orders.settle(move);
        case Deed.TicketMove move -> tickets.settle(move);
        case Deed.Reply reply ->
            words.settle(
                command,
                reply.request().text(),
                () -> api.reply(reply.conversationId(), reply.request()));
        case Deed.Quote quote ->
            words.settle(
                command,
                WordRules.text(quote.request().content()),
                () -> api.writing().send(quote.conversationId(), quote.request()));
        case Deed.Note note -> {
          var _ = api.notes().write(note.conversationId(), note.request());
          yield Verdict.over(Outcome.Kind.DONE);
        }
        case Deed.SoldOut soldOut -> soldOut(command, soldOut);
      };
    } catch (ServerFailure failure) {
      return failed(failure);
    }
  }

  private Verdict soldOut(KeptCommand command, Deed.SoldOut soldOut) {
    if (isOutdated(command.at(), soldOut.request())) {
      return Verdict.over(Outcome.Kind.OUTDATED);
    }
    api.menu().availability(soldOut.itemId(), soldOut.request());
    return Verdict.over(Outcome.Kind.DONE);
  }

  private boolean isOutdated(Instant said, AvailabilityRequest request) {
    Instant now = clock.instant();
    Instant until = request.until();
    if (until != null) {
      return !until.isAfter(now);
    }
    return request.preset() == AvailabilityPreset.END_OF_DAY && said.plus(DAY).isBefore(now);
  }

  private static Verdict failed(ServerFailure failure) {
    if (failure.kind() != ServerFailure.Kind.REFUSED || PASSING.contains(failure.code())) {
      return new Verdict.Later();
    }
    // The id was used for the same thing as it stood before: the server has it.
    return failure.code().equals("COMMAND_REUSED")
        ? Verdict.over(Outcome.Kind.WAS_SO)
        : new Verdict.Over(Outcome.refused(failure.words()));
  }
}
