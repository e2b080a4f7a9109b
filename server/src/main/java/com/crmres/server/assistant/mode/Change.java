package com.crmres.server.assistant.mode;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.util.List;

/// One thing that serving a turn changes, with the words that a sentence about it needs.
record Change(Kind kind, List<LocalizedText> words) {
  Change {
    words = List.copyOf(words);
  }

  Change(Kind kind, LocalizedText... words) {
    this(kind, List.of(words));
  }

  /// What can change; the sentences stand in the bundle under these names.
  enum Kind implements WireName {
    /// {0} comes into the cart.
    ADDED,
    /// {0} leaves it.
    REMOVED,
    /// {0} becomes {1}.
    CHANGED,
    PICKUP,
    DELIVERY,
    /// The branch {0} makes it.
    BRANCH,
    /// It is delivered to another place.
    PLACE,
    /// Another number is called about it.
    PHONE,
    /// The wish {0} is added.
    NOTE,
    /// An order over {0} riyals is placed.
    PLACED,
    /// The order {0} changes its state.
    ORDER_MOVED
  }
}
