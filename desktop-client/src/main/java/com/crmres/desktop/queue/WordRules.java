package com.crmres.desktop.queue;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What becomes of words to a customer that could not be sent at once.
final class WordRules {

  /// After so long an answer may answer nothing any more.
  static final Duration GOOD_FOR = Duration.ofMinutes(20);

  /// Clocks differ a little.
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final ServerApi api;
  private final InstantSource clock;

  WordRules(ServerApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  Verdict settle(KeptCommand command, String words, Supplier<MessageDetails> sending) {
    if (command.at().plus(GOOD_FOR).isBefore(clock.instant())) {
      return command.sent() && isThere(command, words)
          ? Verdict.over(Outcome.Kind.WAS_SO)
          : new Verdict.Ask(Hold.EXPIRED);
    }
    try {
      var _ = sending.get();
      return Verdict.over(Outcome.Kind.DONE);
    } catch (ServerFailure failure) {
      if (failure.code().equals("WINDOW_CLOSED")) {
        return new Verdict.Ask(Hold.WINDOW_CLOSED);
      }
      throw failure;
    }
  }

  static String text(MessageContent content) {
    return content instanceof MessageContent.Text(String words) ? words : "";
  }

  /// Whether they had arrived before the network went, and only the answer was lost.
  private boolean isThere(KeptCommand command, String words) {
    return api.messages(command.deed().about(), null).items().stream()
        .filter(message -> message.sender() == Sender.STAFF)
        .filter(message -> !message.at().isBefore(command.at().minus(SLACK)))
        .anyMatch(message -> text(message.content()).equals(words));
  }
}
