package com.crmres.server.assistant;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import java.util.List;

/// The restaurant for which the assistant speaks.
///
/// @param facts what is true of it now, a line each, as code renders it: hours, places, delivery,
///   payment
public record House(LocalizedText name, Personality personality, List<String> facts) {
  public House {
    facts = List.copyOf(facts);
  }
}
