package com.crmres.server.whatsapp.outbox;

import java.util.HashMap;
import java.util.Map;

/// WhatsApp's error codes and the reaction to each (whatsapp-cloud-api.md 8.2, as data).
final class SendError {

  private static final Map<Integer, Reaction> BY_CODE = new HashMap<>();

  static {
    add(Reaction.SERVER_FAULT, 1, 131000);
    add(Reaction.TRANSIENT, 2, 131016, 131052, 131057, 133000, 133004, 134101);
    add(Reaction.NUMBER_TOO_FAST, 4, 613, 80007, 80008, 130429);
    add(Reaction.PAIR_TOO_FAST, 131056);
    add(Reaction.LATER, 131048, 131064, 132069);
    add(Reaction.TEMPLATE_PAUSED, 132015);
    add(Reaction.LATER, 133008, 133009, 133015, 133016, 136025);
    add(Reaction.MARKETING_REST, 131049);
    add(Reaction.WINDOW_CLOSED, 131047);
    add(Reaction.OPTED_OUT, 131050);
    add(Reaction.RECIPIENT_REFUSED, 130472, 130497, 131021, 131026, 131030, 137000);
    add(Reaction.PHONE_NEEDED, 131062);
    add(Reaction.RECIPIENT_REFUSED, 139100, 139101, 139102, 139103);
    add(Reaction.TEMPLATE_PROBLEM, 131063, 132000, 132001, 132005, 132007, 132008, 132012);
    add(Reaction.TEMPLATE_PROBLEM, 132016, 132018, 132068, 134100, 134102);
    add(Reaction.TEMPLATE_PROBLEM, 2388012, 2388019, 2388040, 2388047, 2388073, 2388091);
    add(Reaction.TEMPLATE_PROBLEM, 2388093, 2388103, 2388293, 2388299, 2494100);
    add(Reaction.CONTENT_INVALID, 100, 131008, 131009, 131051, 131053, 131060, 134011, 135000);
    add(Reaction.CONTENT_INVALID, 131020, 131041, 131044, 131059);
    add(Reaction.TOKEN_REFUSED, 0, 190);
    add(Reaction.ACCOUNT_REFUSED, 3, 10, 33, 368, 131005, 131031, 131037, 131042, 131045);
    add(Reaction.ACCOUNT_REFUSED, 133005, 133006, 133010);
    addRange(Reaction.ACCOUNT_REFUSED, 200, 299);
    addRange(Reaction.CONTENT_INVALID, 131201, 131215); // groups
    addRange(Reaction.CONTENT_INVALID, 138000, 138018); // calls
    addRange(Reaction.CONTENT_INVALID, 139000, 139004); // flows
    addRange(Reaction.CONTENT_INVALID, 147001, 147005); // usernames
  }

  private SendError() {}

  /// What is done about a code. One we do not know is passing if WhatsApp says so, else hopeless,
  /// so that nothing is tried for ever.
  ///
  /// @param passing whether the answer was a 5xx, or said that it is transient
  static Reaction reaction(int code, boolean passing) {
    Reaction known = BY_CODE.get(code);
    if (known != null) {
      return known;
    }
    return passing ? Reaction.TRANSIENT : Reaction.UNKNOWN;
  }

  private static void add(Reaction reaction, int... codes) {
    for (int code : codes) {
      if (BY_CODE.put(code, reaction) != null) {
        throw new IllegalStateException("two reactions to " + code);
      }
    }
  }

  private static void addRange(Reaction reaction, int first, int last) {
    for (int code = first; code <= last; code++) {
      add(reaction, code);
    }
  }
}
