package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ChannelState;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// How long free text may still be sent, as a coloured word and as a sentence.
final class WindowChip {

  private WindowChip() {}

  static void show(Chip chip, ChannelState channel, Instant now, Texts texts, Times times) {
    switch (channel.window(now)) {
      case OPEN -> chip.show(texts.of("window.OPEN"), Chip.Tone.GOOD, Icon.CLOCK);
      case CLOSING ->
          chip.show(
              texts.of("window.closingIn", left(channel, now, times)), Chip.Tone.DUE, Icon.CLOCK);
      case CLOSED -> chip.show(texts.of("window.CLOSED"), Chip.Tone.LATE, Icon.LOCK);
    }
  }

  static String words(ChannelState channel, Instant now, Texts texts, Times times) {
    return switch (channel.window(now)) {
      case OPEN, CLOSING -> texts.of("customer.window.open", left(channel, now, times));
      case CLOSED -> texts.of("customer.window.closed");
    };
  }

  static String left(ChannelState channel, Instant now, Times times) {
    Instant until = Objects.requireNonNull(channel.windowUntil(), "an open window has an end");
    return times.left(Duration.between(now, until));
  }
}
