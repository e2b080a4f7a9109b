package com.crmres.common.assistant;

import com.crmres.common.restaurant.Personality;
import java.util.List;

/// How the assistant speaks for a restaurant, and how far it may go.
///
/// @param undoSeconds how long an answer waits in mode `undo`, 3 to 120
/// @param centsPerDay what language models may cost a day (UTC), in US cents; 0 for not at all
/// @param version grows with every change; the one that was seen is sent along with a change
public record AssistantSettings(
    Personality personality, List<ModeRule> modes, int undoSeconds, int centsPerDay, long version) {
  public AssistantSettings {
    modes = List.copyOf(modes);
  }
}
