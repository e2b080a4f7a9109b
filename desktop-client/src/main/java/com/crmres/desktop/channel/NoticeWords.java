package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says a notice of the channel in words: what happened, to what, from what to what, why.
final class NoticeWords {

  /// In the order in which they are read; a change has both its ends in one.
  private static final List<String> ORDER =
      List.of("template", "language", "name", "status", "reason", "code", "category", "quality");

  private static final String FROM = "from";
  private static final String TO = "to";

  private NoticeWords() {}

  static String title(ChannelNotice notice, Texts texts) {
    return texts.of("channel.kind", notice.kind());
  }

  static String advice(ChannelNotice notice, Texts texts) {
    return texts.of("channel.advice", notice.kind());
  }

  static String details(ChannelNotice notice, Texts texts) {
    Map<String, String> facts = notice.facts();
    String known =
        ORDER.stream()
            .filter(facts::containsKey)
            .map(name -> fact(name, facts.get(name), texts))
            .collect(Collectors.joining("  ·  "));
    String change = change(facts, texts);
    String rest =
        facts.entrySet().stream()
            .filter(one -> !ORDER.contains(one.getKey()))
            .filter(one -> !one.getKey().equals(FROM) && !one.getKey().equals(TO))
            .map(one -> fact(one.getKey(), one.getValue(), texts))
            .collect(Collectors.joining("  ·  "));
    return List.of(known, change, rest).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("  ·  "));
  }

  private static String fact(String name, @Nullable String value, Texts texts) {
    String shown = DisplayText.leftToRight(DisplayText.line(value == null ? "" : value));
    String known = texts.known("channel.fact", name, "channel.fact.other");
    return known.isEmpty() ? shown : known + " " + shown;
  }

  private static String change(Map<String, String> facts, Texts texts) {
    String from = facts.get(FROM);
    String to = facts.get(TO);
    if (from == null || to == null) {
      String one = from == null ? to : from;
      return one == null ? "" : DisplayText.leftToRight(one);
    }
    return texts.of("channel.change", DisplayText.leftToRight(from), DisplayText.leftToRight(to));
  }

  static Icon icon(NoticeSeverity severity) {
    return switch (severity) {
      case INFORMATION -> Icon.INFORMATION;
      case WARNING -> Icon.WARNING;
      case CRITICAL -> Icon.CRITICAL;
    };
  }

  static Chip.Tone tone(NoticeSeverity severity) {
    return switch (severity) {
      case INFORMATION -> Chip.Tone.NEUTRAL;
      case WARNING -> Chip.Tone.DUE;
      case CRITICAL -> Chip.Tone.LATE;
    };
  }
}
