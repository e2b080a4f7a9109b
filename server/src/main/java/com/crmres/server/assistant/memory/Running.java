package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Past.FormOfAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The rolling summary of a conversation: what happened in each turn, in a few words of code's.
///
/// @param address as far as he has shown it
record Running(FormOfAddress address, List<Event> events) {

  static final Running EMPTY = new Running(FormOfAddress.UNKNOWN, List.of());

  private static final int MOST_EVENTS = 40;
  private static final int LONGEST = 600;
  private static final String JOINT = "; ";

  Running {
    events = List.copyOf(events);
  }

  /// What happened in one turn.
  record Event(Instant at, String what) {}

  /// This, and one turn more.
  Running with(Instant at, FormOfAddress shown, List<String> happened) {
    List<Event> all = new ArrayList<>(events);
    happened.forEach(what -> all.add(new Event(at, what)));
    return new Running(
        shown == FormOfAddress.UNKNOWN ? address : shown,
        all.subList(Math.max(0, all.size() - MOST_EVENTS), all.size()));
  }

  /// What happened before a moment, oldest first; where it is too long, the newest of it.
  Optional<String> before(Instant moment) {
    Deque<String> told = new ArrayDeque<>();
    int length = 0;
    for (String what : folded(moment).reversed()) {
      length += what.length() + (told.isEmpty() ? 0 : JOINT.length());
      if (length > LONGEST) {
        break;
      }
      told.addFirst(what);
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join(JOINT, told));
  }

  /// The same several times in a row is told once.
  private List<String> folded(Instant moment) {
    List<String> told = new ArrayList<>();
    String last = "";
    int times = 0;
    for (Event event : events) {
      if (!event.at().isBefore(moment)) {
        break;
      }
      times = event.what().equals(last) ? times + 1 : 1;
      last = event.what();
      String line = times == 1 ? last : last + " (" + times + " times)";
      if (times > 1) {
        told.removeLast();
      }
      told.add(line);
    }
    return told;
  }
}
