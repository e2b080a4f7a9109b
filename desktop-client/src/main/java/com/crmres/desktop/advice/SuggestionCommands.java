package com.crmres.desktop.advice;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The commands of decisions: the same decision tried again is the same command.
final class SuggestionCommands {

  private final Supplier<UUID> commandIds;
  private final Map<UUID, DecideSuggestionRequest> last = new HashMap<>();

  SuggestionCommands(Supplier<UUID> commandIds) {
    this.commandIds = commandIds;
  }

  DecideSuggestionRequest of(
      Suggestion suggestion, Decision decision, @Nullable String text, @Nullable String why) {
    DecideSuggestionRequest known = last.get(suggestion.id());
    if (known != null
        && known.decision() == decision
        && Objects.equals(known.text(), text)
        && Objects.equals(known.why(), why)) {
      return known;
    }
    var fresh = new DecideSuggestionRequest(commandIds.get(), decision, text, why);
    last.put(suggestion.id(), fresh);
    return fresh;
  }
}
