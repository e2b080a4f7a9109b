package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What is done about a refusal (whatsapp-cloud-api.md 8.2): whether, when and how often a message
/// is tried again.
enum Reaction {
  /// WhatsApp is down or busy: again after 1, 2, 4, … 256 s, for about four hours.
  TRANSIENT(50) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return Duration.ofSeconds(1L << Math.min(refusals, 8));
    }
  },
  /// WhatsApp does not know what went wrong: again after 1, 10 and 100 s.
  SERVER_FAULT(3) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return Duration.ofSeconds(Math.round(Math.pow(10, Math.min(refusals, 2))));
    }
  },
  /// Too much from this number at once: again after about 0.5, 1, 2, … 64 s, each time between half
  /// and one and a half of it, so that not all come back together. Never given up.
  NUMBER_TOO_FAST(Integer.MAX_VALUE) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      long mean = 500L << Math.min(refusals, 7);
      return Duration.ofMillis(Math.round(mean * (0.5 + random.nextDouble())));
    }
  },
  /// Too much to this person at once: again after 4^n seconds. Never given up.
  PAIR_TOO_FAST(Integer.MAX_VALUE) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return Duration.ofSeconds(1L << (2 * Math.min(refusals, 5)));
    }
  },
  /// WhatsApp asks for hours of patience: 1, 2, 4, 8, 16 h.
  LATER(5) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return Duration.ofHours(1L << Math.min(refusals, 4));
    }
  },
  /// The template rests for hours; nobody is to use it meanwhile.
  TEMPLATE_PAUSED(5) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return LATER.delay(refusals, random);
    }
  },
  /// This person has had enough marketing, of whomever: none for 24 h, then 48 h.
  MARKETING_REST(2) {
    @Override
    Duration delay(int refusals, RandomGenerator random) {
      return Duration.ofHours(24L << Math.min(refusals, 2));
    }
  },
  /// Only a template may be sent to this person now.
  WINDOW_CLOSED(0),
  /// This person is known by a user id alone, and this needs a phone.
  PHONE_NEEDED(0),
  /// This person wants no marketing.
  OPTED_OUT(0),
  /// This person cannot be reached, for a reason that WhatsApp keeps to itself.
  RECIPIENT_REFUSED(0),
  /// The message is not as WhatsApp wants it.
  CONTENT_INVALID(0),
  /// The template is not, or is not fit to be sent.
  TEMPLATE_PROBLEM(0),
  /// The token is refused: everything of this number waits for another, and nothing is dropped.
  TOKEN_REFUSED(Integer.MAX_VALUE),
  /// The account or the number is refused: everything of this number waits, and nothing is dropped.
  ACCOUNT_REFUSED(Integer.MAX_VALUE),
  /// A code of which nobody has heard, for no passing reason.
  UNKNOWN(0);

  private final int retries;

  Reaction(int retries) {
    this.retries = retries;
  }

  /// How long to wait after so many refusals before the next attempt.
  ///
  /// @param refusals how often it was refused before this time
  Duration delay(int refusals, RandomGenerator random) {
    return Duration.ZERO;
  }

  /// Whether there is another attempt after so many refusals before this one.
  boolean triesAgain(int refusals) {
    return refusals < retries;
  }

  /// Whether it is the number that is refused, not the message.
  boolean concernsNumber() {
    return this == TOKEN_REFUSED || this == ACCOUNT_REFUSED;
  }

  /// Whether it says that WhatsApp is ill, rather than that we did wrong.
  boolean isFailureOfWhatsApp() {
    return this == TRANSIENT || this == SERVER_FAULT;
  }

  /// Calls whoever it concerns beyond the message.
  void follow(
      SendConsequences consequences,
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      int code) {
    switch (this) {
      case WINDOW_CLOSED -> consequences.windowClosed(transaction, restaurantId, messageId);
      case PHONE_NEEDED -> consequences.phoneNeeded(transaction, restaurantId, messageId);
      case OPTED_OUT -> consequences.optedOut(transaction, restaurantId, messageId);
      case TEMPLATE_PROBLEM, TEMPLATE_PAUSED ->
          consequences.templateProblem(transaction, restaurantId, messageId, code);
      case UNKNOWN -> consequences.unknownCode(transaction, restaurantId, messageId, code);
      case TRANSIENT,
          SERVER_FAULT,
          NUMBER_TOO_FAST,
          PAIR_TOO_FAST,
          LATER,
          MARKETING_REST,
          RECIPIENT_REFUSED,
          CONTENT_INVALID,
          TOKEN_REFUSED,
          ACCOUNT_REFUSED -> {
        // It ends with this message, or with its number.
      }
    }
  }
}
