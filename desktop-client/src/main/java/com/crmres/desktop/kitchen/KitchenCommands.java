package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// Sends what the kitchen does: one command at a time for a ticket, and the same one again where
/// its answer was lost.
final class KitchenCommands {

  private final KitchenApi api;
  private final Calls calls;
  private final Supplier<UUID> ids;
  private final Consumer<KitchenAnswer> answered;
  private final Consumer<KitchenTicket> kept;
  private final Runnable refused;
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ObservableSet<UUID> moving = FXCollections.observableSet();

  /// Commands without an answer: asked again, they are the same command.
  private final Map<UUID, KitchenCommandRequest> unanswered = new HashMap<>();

  /// @param kept a ticket as it will stand once the network is back
  /// @param refused the server knows the ticket otherwise than we do
  KitchenCommands(
      KitchenApi api,
      Calls calls,
      Supplier<UUID> ids,
      Consumer<KitchenAnswer> answered,
      Consumer<KitchenTicket> kept,
      Runnable refused) {
    this.api = api;
    this.calls = calls;
    this.ids = ids;
    this.answered = answered;
    this.kept = kept;
    this.refused = refused;
  }

  ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  ObservableSet<UUID> moving() {
    return moving;
  }

  /// @param lineId for what is done with a line
  void ask(KitchenTicket ticket, KitchenAction action, @Nullable UUID lineId) {
    if (!moving.add(ticket.id())) {
      return;
    }
    failure.set(null);
    KitchenCommandRequest request = command(ticket, action, lineId);
    calls.ask(
        () -> api.command(ticket.id(), request),
        answer -> done(request, answer),
        why -> notDone(ticket, request, why));
  }

  private KitchenCommandRequest command(
      KitchenTicket ticket, KitchenAction action, @Nullable UUID lineId) {
    KitchenCommandRequest last = unanswered.get(ticket.id());
    UUID id = last == null ? ids.get() : last.commandId();
    var same = new KitchenCommandRequest(id, action, ticket.version(), lineId, null, null);
    KitchenCommandRequest command =
        last == null || last.equals(same)
            ? same
            : new KitchenCommandRequest(ids.get(), action, ticket.version(), lineId, null, null);
    unanswered.put(ticket.id(), command);
    return command;
  }

  private void done(KitchenCommandRequest request, KitchenAnswer answer) {
    moving.remove(answer.ticket().id());
    unanswered.remove(answer.ticket().id(), request);
    answered.accept(answer);
  }

  private void notDone(KitchenTicket ticket, KitchenCommandRequest request, ServerFailure why) {
    UUID ticketId = ticket.id();
    moving.remove(ticketId);
    if (why.kind() == ServerFailure.Kind.KEPT) {
      unanswered.remove(ticketId);
      kept.accept(TicketAhead.of(ticket, request.action(), request.lineId(), why.keptAt()));
      return;
    }
    failure.set(why);
    if (why.kind() == ServerFailure.Kind.REFUSED) {
      unanswered.remove(ticketId);
      refused.run();
    }
  }
}
