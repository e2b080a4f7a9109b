package com.crmres.common.assistant;

import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.Personality;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks how the assistant would answer; nothing is stored or sent.
///
/// @param branchId whose menu is meant; null for the first branch's
/// @param language the customer's so far
/// @param said what the customer says, a turn each; 1 to 12 turns of 1 to 1,000 characters
public record PreviewRequest(
    Personality personality, @Nullable UUID branchId, Language language, List<String> said) {
  public PreviewRequest {
    said = List.copyOf(said);
  }
}
