package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.desktop.alert.Sound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is heard of a ticket's change; each news has its own sound.
final class KitchenSounds {

  private KitchenSounds() {}

  /// @param before null for a ticket that is new here
  static Optional<Sound> of(@Nullable KitchenTicket before, KitchenTicket after) {
    if (before == null) {
      return after.open() && after.firedAt() != null ? Optional.of(Sound.TICKET) : Optional.empty();
    }
    if (came(TicketMark.VOIDED, before, after)) {
      return Optional.of(Sound.VOIDED);
    }
    if (came(TicketMark.PRIORITY, before, after)) {
      return Optional.of(Sound.RUSH);
    }
    if (came(TicketMark.CHANGED, before, after)
        || came(TicketMark.CANCEL_REQUESTED, before, after)
        || before.lines().size() != after.lines().size()) {
      return Optional.of(Sound.CHANGED);
    }
    boolean fired = before.firedAt() == null && after.firedAt() != null;
    return fired ? Optional.of(Sound.TICKET) : Optional.empty();
  }

  private static boolean came(TicketMark mark, KitchenTicket before, KitchenTicket after) {
    return after.marks().contains(mark) && !before.marks().contains(mark);
  }
}
