package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.Reading.Courtesy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Returns greetings and thanks as a host does: the greeting of peace first and in full.
final class Courtesies {

  private final Voice voice;

  Courtesies(Voice voice) {
    this.voice = voice;
  }

  /// The answers to `said` in one sentence; empty if there is nothing to return.
  ///
  /// @param alone whether nothing else was said, so that the greeting may ask what is wanted
  String returned(List<Courtesy> said, boolean alone) {
    return said.stream()
        .sorted((one, other) -> Boolean.compare(other == Courtesy.SALAM, one == Courtesy.SALAM))
        .limit(3)
        .map(courtesy -> returned(courtesy, alone))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private String returned(Courtesy courtesy, boolean alone) {
    String key = "courtesy." + courtesy.name().toLowerCase(Locale.ROOT);
    return !alone && voice.knows(key + ".brief") ? voice.say(key + ".brief") : voice.say(key);
  }
}
