package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a row of the thread shows.
sealed interface ThreadRow {

  /// The line between two days.
  record Day(LocalDate day) implements ThreadRow {}

  record Entry(MessageDetails message) implements ThreadRow {}

  static List<ThreadRow> of(List<MessageDetails> messages, Times times) {
    List<ThreadRow> rows = new ArrayList<>();
    @Nullable LocalDate last = null;
    for (MessageDetails message : messages) {
      LocalDate day = times.dayOf(message.at());
      if (!day.equals(last)) {
        rows.add(new Day(day));
        last = day;
      }
      rows.add(new Entry(message));
    }
    return rows;
  }
}
