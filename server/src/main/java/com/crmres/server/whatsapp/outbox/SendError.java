package com.crmres.server.whatsapp.outbox;

import java.time.Duration;
import java.util.Map;

/// What to do about WhatsApp's error codes when it refuses a message (whatsapp-cloud-api.md 8.2).
enum SendError {
  /// A passing fault: again after 1, 2, 4, … 64 s, ten times.
  PASSING {
    @Override
    Duration delay(int refusals) {
      return Duration.ofSeconds(1L << Math.min(refusals, 6));
    }
  },
  /// Too much from this number at once.
  NUMBER_TOO_FAST {
    @Override
    Duration delay(int refusals) {
      return Duration.ofMillis(500L << Math.min(refusals, 6));
    }
  },
  /// Too much to this person at once: again after 4^n seconds.
  PAIR_TOO_FAST {
    @Override
    Duration delay(int refusals) {
      return Duration.ofSeconds(1L << (2 * Math.min(refusals, 5)));
    }
  },
  /// WhatsApp asks for hours of patience.
  LATER {
    @Override
    Duration delay(int refusals) {
      return Duration.ofHours(1L << Math.min(refusals, 4));
    }
  },
  /// Token, account or number is refused: everything of this number waits for a person.
  NUMBER_BROKEN {
    @Override
    Duration delay(int refusals) {
      return PAUSE;
    }
  },
  /// This message will never be taken.
  HOPELESS {
    @Override
    Duration delay(int refusals) {
      return Duration.ZERO;
    }
  };

  /// A user id is no address for this message: it needs a phone.
  static final int PHONE_NEEDED = 131062;

  /// WhatsApp's code where its clock says that the service window is over.
  static final int WINDOW_CLOSED = 131047;

  /// How long a broken number rests before it is tried again.
  static final Duration PAUSE = Duration.ofSeconds(60);

  private static final int MOST_REFUSALS = 10;

  private static final Map<Integer, SendError> BY_CODE =
      Map.ofEntries(
          Map.entry(1, PASSING),
          Map.entry(2, PASSING),
          Map.entry(4, PASSING),
          Map.entry(80007, PASSING),
          Map.entry(131000, PASSING),
          Map.entry(131016, PASSING),
          Map.entry(131057, PASSING),
          Map.entry(133000, PASSING),
          Map.entry(133004, PASSING),
          Map.entry(130429, NUMBER_TOO_FAST),
          Map.entry(613, NUMBER_TOO_FAST),
          Map.entry(131056, PAIR_TOO_FAST),
          Map.entry(131048, LATER),
          Map.entry(131049, LATER),
          Map.entry(132015, LATER),
          Map.entry(368, LATER),
          Map.entry(0, NUMBER_BROKEN),
          Map.entry(3, NUMBER_BROKEN),
          Map.entry(10, NUMBER_BROKEN),
          Map.entry(33, NUMBER_BROKEN),
          Map.entry(190, NUMBER_BROKEN),
          Map.entry(131005, NUMBER_BROKEN),
          Map.entry(131031, NUMBER_BROKEN),
          Map.entry(131037, NUMBER_BROKEN),
          Map.entry(131042, NUMBER_BROKEN),
          Map.entry(131045, NUMBER_BROKEN),
          Map.entry(133006, NUMBER_BROKEN),
          Map.entry(133010, NUMBER_BROKEN));

  /// How long to wait after so many refusals before the next attempt.
  abstract Duration delay(int refusals);

  /// What a code means for a message; one we do not know is hopeless, so that nothing is tried for
  /// ever.
  static SendError of(int code) {
    return code >= 200 && code <= 299 ? NUMBER_BROKEN : BY_CODE.getOrDefault(code, HOPELESS);
  }

  /// Whether it is worth another attempt; a broken number never costs a message.
  boolean isWorthRetrying(int refusals) {
    return this == NUMBER_BROKEN || (this != HOPELESS && refusals < MOST_REFUSALS);
  }
}
