package com.crmres.common.assistant;

import com.crmres.common.conversation.Language;
import java.util.List;

/// A conversation to try a personality with, as it ships with the house.
///
/// @param id for example `complaint`
/// @param title for people
/// @param said what the customer says, a turn each
public record PreviewSample(String id, String title, Language language, List<String> said) {
  public PreviewSample {
    said = List.copyOf(said);
  }
}
