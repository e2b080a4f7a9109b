package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.desktop.text.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a row of the thread shows.
sealed interface ThreadRow {

  /// The line between two days.
  record Day(LocalDate day) implements ThreadRow {}

  record Entry(MessageDetails message) implements ThreadRow {}

  /// What a colleague noted; no customer sees it.
  record Noted(Note note) implements ThreadRow {}

  /// In the order of time, each of both by itself being so already.
  static List<ThreadRow> of(List<MessageDetails> messages, List<Note> notes, Times times) {
    List<ThreadRow> rows = new ArrayList<>();
    var days = new Days(rows, times);
    int next = 0;
    for (MessageDetails message : messages) {
      while (next < notes.size() && notes.get(next).at().isBefore(message.at())) {
        days.add(notes.get(next).at(), new Noted(notes.get(next)));
        next++;
      }
      days.add(message.at(), new Entry(message));
    }
    notes.subList(next, notes.size()).forEach(note -> days.add(note.at(), new Noted(note)));
    return rows;
  }

  /// Puts a line between two days.
  final class Days {

    private final List<ThreadRow> rows;
    private final Times times;
    private @Nullable LocalDate last;

    private Days(List<ThreadRow> rows, Times times) {
      this.rows = rows;
      this.times = times;
    }

    private void add(Instant at, ThreadRow row) {
      LocalDate day = times.dayOf(at);
      if (!day.equals(last)) {
        rows.add(new Day(day));
        last = day;
      }
      rows.add(row);
    }
  }
}
