package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.advice.AdviceWords;
import com.crmres.desktop.handling.SnoozeTime;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What else is known of a conversation, as a few coloured words: the weightiest first, and how
/// many more there are.
final class RowChips extends HBox {

  private static final int MOST_LETTERS = 16;

  /// How many letters are as wide as a sign with its edges.
  private static final int SIGN = 5;

  /// One of them, before it is drawn.
  private record Sign(String words, Chip.Tone tone, Icon icon) {}

  private final Texts texts;
  private final Times times;
  private final int room;
  private final List<Chip> chips = new ArrayList<>();
  private final Chip more = new Chip();
  private List<Sign> shown = List.of();

  /// @param most so many at once
  /// @param room for so many letters, a sign counting for a few
  RowChips(Texts texts, Times times, int most, int room) {
    super(6);
    this.room = room;
    this.texts = texts;
    this.times = times;
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    for (int i = 0; i < most; i++) {
      chips.add(new Chip());
    }
    getChildren().addAll(chips);
    getChildren().add(more);
    draw(List.of());
  }

  /// @param order in hand; absent for none
  void show(ConversationSummary conversation, @Nullable OrderSummary order, Instant now) {
    List<Sign> wanted = signs(conversation, order, now);
    if (!wanted.equals(shown)) {
      draw(wanted);
    }
  }

  /// For those who do not see them.
  String spoken() {
    return shown.stream().map(Sign::words).collect(Collectors.joining(", "));
  }

  private void draw(List<Sign> wanted) {
    shown = wanted;
    int fitting = fitting(wanted);
    for (int i = 0; i < chips.size(); i++) {
      if (i < fitting) {
        Sign sign = wanted.get(i);
        chips.get(i).show(sign.words(), sign.tone(), sign.icon());
      } else {
        chips.get(i).hide();
      }
    }
    int rest = wanted.size() - fitting;
    if (rest > 0) {
      more.show(DisplayText.leftToRight("+" + rest), Chip.Tone.NEUTRAL);
    } else {
      more.hide();
    }
    setVisible(!wanted.isEmpty());
    setManaged(!wanted.isEmpty());
  }

  private int fitting(List<Sign> wanted) {
    int taken = 0;
    int many = 0;
    while (many < Math.min(chips.size(), wanted.size())) {
      taken += wanted.get(many).words().length() + SIGN;
      if (many > 0 && taken > room) {
        break;
      }
      many++;
    }
    return many;
  }

  private List<Sign> signs(
      ConversationSummary conversation, @Nullable OrderSummary order, Instant now) {
    Handling handling = conversation.handling();
    List<Sign> signs = new ArrayList<>();
    if (handling.priority() != Priority.NORMAL) {
      boolean urgent = handling.priority() == Priority.URGENT;
      signs.add(
          new Sign(
              texts.of("priority.name", handling.priority()),
              urgent ? Chip.Tone.LATE : Chip.Tone.DUE,
              Icon.PRIORITY));
    }
    sleep(signs, handling, now);
    complaint(signs, conversation);
    if (order != null) {
      signs.add(
          new Sign(
              texts.of(
                  "row.order",
                  DisplayText.leftToRight("#" + order.number()),
                  texts.of("order.status", order.status())),
              Chip.Tone.NEW,
              Icon.ORDERS));
    }
    window(signs, conversation, now);
    handling
        .labels()
        .forEach(label -> signs.add(new Sign(cut(label), Chip.Tone.ASSISTANT, Icon.LABEL)));
    if (handling.notes() > 0) {
      signs.add(new Sign(Integer.toString(handling.notes()), Chip.Tone.DUE, Icon.NOTE));
    }
    return signs;
  }

  private void sleep(List<Sign> signs, Handling handling, Instant now) {
    Instant until = handling.snoozedUntil();
    if (until != null && handling.isAsleep(now)) {
      signs.add(
          new Sign(
              SnoozeTime.isUntilWrites(until, now)
                  ? texts.of("row.sleepsUntilWrites")
                  : texts.of("row.sleeps", times.listedMoment(until, now)),
              Chip.Tone.BRAND,
              Icon.SNOOZE));
    }
  }

  /// Once somebody took over, the chip of the row has his name, and why it came to people is here.
  private void complaint(List<Sign> signs, ConversationSummary conversation) {
    EscalationReason reason = conversation.reason();
    if (reason != null && conversation.status() != ConversationStatus.ESCALATED) {
      signs.add(
          new Sign(
              texts.of("escalation", reason), AdviceWords.tone(reason), AdviceWords.icon(reason)));
    }
  }

  private void window(List<Sign> signs, ConversationSummary conversation, Instant now) {
    ServiceWindow window = conversation.channel().window(now);
    if (window == ServiceWindow.CLOSED) {
      signs.add(new Sign(texts.of("row.windowClosed"), Chip.Tone.NEUTRAL, Icon.LOCK));
    } else if (window == ServiceWindow.CLOSING) {
      signs.add(
          new Sign(
              texts.of("window.closingIn", WindowChip.left(conversation.channel(), now, times)),
              Chip.Tone.DUE,
              Icon.CLOCK));
    }
  }

  private static String cut(String label) {
    String line = DisplayText.line(label);
    return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
  }
}
