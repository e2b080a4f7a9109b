package com.crmres.server.assistant.evaluation;

import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.Personality;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer says turn by turn, and what must come of each.
///
/// @param personality casual where it is left out
/// @param language of the customer before he says anything
record Conversation(
    String id,
    String menu,
    @Nullable Personality personality,
    @Nullable Language language,
    List<String> tags,
    List<Exchange> turns) {

  Conversation {
    tags = tags == null ? List.of() : List.copyOf(tags);
    turns = turns == null ? List.of() : List.copyOf(turns);
  }

  Personality manner() {
    return personality == null ? Personality.CASUAL : personality;
  }

  /// One turn.
  ///
  /// @param said messages of one burst
  /// @param tap the title of the button or row that is tapped instead
  record Exchange(List<String> said, @Nullable String tap, Wanted expect) {
    Exchange {
      said = said == null ? List.of() : List.copyOf(said);
      expect = expect == null ? new Wanted(null, null, null, null, null, null) : expect;
    }
  }

  /// What must come of a turn; what is left out is not looked at.
  ///
  /// @param replyContains each must stand in what we answer
  /// @param replyLacks none may stand in it
  /// @param cart the whole cart afterwards
  /// @param proposes must be among what the mind proposes
  /// @param handOver whether people are called
  /// @param ordered whether an order was placed by then
  record Wanted(
      @JsonProperty("reply_contains") @Nullable List<String> replyContains,
      @JsonProperty("reply_lacks") @Nullable List<String> replyLacks,
      @Nullable List<OrderCase.Line> cart,
      @Nullable List<String> proposes,
      @JsonProperty("hand_over") @Nullable Boolean handOver,
      @Nullable Boolean ordered) {}
}
