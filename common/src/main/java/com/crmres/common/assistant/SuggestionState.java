package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// What became of a suggested answer.
public enum SuggestionState implements WireName {

  /// A person has to decide, or it goes out when its time comes.
  WAITING,
  APPROVED,

  /// A person changed the words and sent them; both are kept.
  EDITED,
  REFUSED,

  /// Nobody stopped it, and it went out.
  WENT_OUT,

  /// The customer wrote on, or people took over: it counts no more.
  OVERTAKEN
}
