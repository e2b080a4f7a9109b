package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket on its way to a printer.
///
/// @param copy 1 for the first paper of a ticket on this printer
/// @param doubtful whether it may have been printed before
public record PrintDetails(
    UUID id,
    UUID printerId,
    @Nullable UUID ticketId,
    PaperKind kind,
    State state,
    int copy,
    boolean doubtful,
    int attempts,
    Instant wantedAt,
    @Nullable Instant printedAt) {

  /// How far it is.
  public enum State implements WireName {
    WAITING,
    PRINTING,
    PRINTED,
    /// Somebody did not want it any more.
    DROPPED
  }
}
