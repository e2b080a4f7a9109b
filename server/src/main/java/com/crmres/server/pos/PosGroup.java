package com.crmres.server.pos;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;

/// Choices that a till offers with something it sells.
///
/// @param min at least so many in all
/// @param max at most so many in all; 0 for any number
/// @param optionIds what the till calls the options, in its order
public record PosGroup(String id, LocalizedText name, int min, int max, List<String> optionIds) {
  public PosGroup {
    optionIds = List.copyOf(optionIds);
  }
}
