package com.crmres.server.ordering;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// As much of an order as its moves depend on.
///
/// @param before where a refused cancellation goes back to
/// @param promisedAt when it shall be ready, once accepted
record Order(
    UUID id,
    String number,
    UUID conversationId,
    UUID branchId,
    OrderStatus status,
    @Nullable OrderStatus before,
    Fulfilment fulfilment,
    @Nullable String reason,
    @Nullable Instant promisedAt,
    long version) {

  /// The order after a move.
  ///
  /// @param minutes until it is ready, for an order that is accepted
  Order moved(Transition transition, OrderCommand command, int minutes, Instant now) {
    boolean held = transition.target() == OrderStatus.CANCEL_REQUESTED;
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        transition.target(),
        held ? status : null,
        fulfilment,
        reasonAfter(command),
        command instanceof OrderCommand.Accept ? now.plusSeconds(60L * minutes) : promisedAt,
        version + 1);
  }

  /// Why a command is given, in its sender's words.
  static @Nullable String reason(OrderCommand command) {
    return switch (command) {
      case OrderCommand.Reject(String why) -> why;
      case OrderCommand.Cancel(String why) -> why;
      case OrderCommand.FailDelivery(String why) -> why;
      case OrderCommand.AskToCancel(String why) -> why;
      case OrderCommand.Accept _,
          OrderCommand.StartPreparing _,
          OrderCommand.MarkReady _,
          OrderCommand.Dispatch _,
          OrderCommand.HandOver _,
          OrderCommand.RefuseCancel _,
          OrderCommand.Expire _ ->
          null;
    };
  }

  private @Nullable String reasonAfter(OrderCommand command) {
    String given = reason(command);
    return given != null || command instanceof OrderCommand.RefuseCancel ? given : reason;
  }
}
