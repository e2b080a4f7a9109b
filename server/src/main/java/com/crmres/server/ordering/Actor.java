package com.crmres.server.ordering;

import com.crmres.common.wire.WireName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asked for a move.
///
/// @param staffId present for staff only
public record Actor(Kind kind, @Nullable UUID staffId) {

  public Actor {
    if ((kind == Kind.STAFF) != (staffId != null)) {
      throw new IllegalArgumentException("a staff member has an id, others have none: " + kind);
    }
  }

  /// The customer himself, for example by a button.
  public static Actor customer() {
    return new Actor(Kind.CUSTOMER, null);
  }

  /// The assistant, for the customer it understood.
  public static Actor assistant() {
    return new Actor(Kind.ASSISTANT, null);
  }

  public static Actor staff(UUID staffId) {
    return new Actor(Kind.STAFF, staffId);
  }

  /// A clock of ours ran out.
  public static Actor system() {
    return new Actor(Kind.SYSTEM, null);
  }

  /// The kinds of actors.
  public enum Kind implements WireName {
    CUSTOMER,
    ASSISTANT,
    STAFF,
    SYSTEM
  }
}
