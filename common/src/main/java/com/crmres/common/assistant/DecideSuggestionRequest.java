package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person does with a suggestion.
///
/// @param commandId the same id twice is one decision
/// @param text the words to send instead, 1 to 4,096 characters; for `edit` only
/// @param why what was wrong with it, at most 500 characters; kept with the correction
public record DecideSuggestionRequest(
    UUID commandId, Decision decision, @Nullable String text, @Nullable String why) {

  /// What can be done with it.
  public enum Decision implements WireName {
    APPROVE,
    EDIT,
    REFUSE
  }
}
