package com.crmres.server.ordering;

import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asked for a move.
///
/// @param staffId present for staff only
/// @param device on which it was asked, where that is known
public record Actor(Kind kind, @Nullable UUID staffId, @Nullable Device device) {

  public Actor {
    if ((kind == Kind.STAFF) != (staffId != null)) {
      throw new IllegalArgumentException("a staff member has an id, others have none: " + kind);
    }
  }

  /// The customer himself, for example by a button.
  public static Actor customer() {
    return new Actor(Kind.CUSTOMER, null, null);
  }

  /// The assistant, for the customer it understood.
  public static Actor assistant() {
    return new Actor(Kind.ASSISTANT, null, null);
  }

  public static Actor staff(UUID staffId) {
    return staff(staffId, null);
  }

  /// A staff member at a device.
  public static Actor staff(UUID staffId, @Nullable Device device) {
    return new Actor(Kind.STAFF, staffId, device);
  }

  /// A device at which nobody has signed in by name, for example the bump bar of a kitchen.
  public static Actor device(Device device) {
    return new Actor(Kind.DEVICE, null, device);
  }

  /// The branch's till.
  public static Actor pos() {
    return new Actor(Kind.POS, null, null);
  }

  /// Whoever takes the payments.
  public static Actor payment() {
    return new Actor(Kind.PAYMENT, null, null);
  }

  /// A clock of ours ran out, or a rule of the house.
  public static Actor system() {
    return new Actor(Kind.SYSTEM, null, null);
  }

  /// A device of the house.
  ///
  /// @param at when it was asked by the device's own clock
  public record Device(String id, @Nullable Instant at) {}

  /// The kinds of actors.
  public enum Kind implements WireName {
    CUSTOMER,
    ASSISTANT,
    STAFF,
    DEVICE,
    POS,
    PAYMENT,
    SYSTEM
  }
}
