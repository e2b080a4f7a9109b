package com.crmres.server.assistant;

import com.crmres.server.language.time.TimeWords;
import java.util.Optional;

/// Finds the time that a customer wants, given what we asked him.
public final class TimeAsked {

  private TimeAsked() {}

  /// Where a text says it. A text that is nothing but a time answers our question for one; beside a
  /// cart that was read back it changes when that is wanted.
  public static Optional<TimeWords> in(String text, Turn turn) {
    return TimeWords.in(text)
        .or(() ->
            switch (turn.pending()) {
              case PendingQuestion.WhichTime _ -> TimeWords.alone(text, true);
              case PendingQuestion.ConfirmCart _,
                  PendingQuestion.HowToGet _,
                  PendingQuestion.AnythingElse _ ->
                  TimeWords.alone(text, false);
              case null, default -> Optional.empty();
            });
  }
}
